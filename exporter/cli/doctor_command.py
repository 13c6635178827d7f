"""`exporter doctor`: what the program finds on this machine, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable

import click

from exporter.cli import status
from exporter.cli.command import Command
from exporter.cli.console import put_json, put_line, visible
from exporter.cli.doctor.finding import Finding

_HELP = """\
Show what the exporter finds on this machine, and what is missing.

Versions of it and of its libraries, settings in force, styles and their fonts, hyphenation, the
cache, and the validators that `exporter check` runs. Exit status 1 when something is missing or
wrong that an export needs; a validator is not.

\b
Examples:
  exporter doctor
  exporter doctor --json | jq -r 'select(.state != "ok") | .name'
"""


@click.command("doctor", cls=Command, help=_HELP)
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON for each finding.")
def command(as_json: bool) -> int:
    """Show what the exporter finds on this machine, and what is missing."""
    findings = _findings()
    if as_json:
        for finding in findings:
            put_json(_object(finding))
    else:
        _put(findings)
    return status.FAILED if any(each.hinders for each in findings) else status.DONE


def _findings() -> list[Finding]:
    from exporter.cli.doctor import libraries, looks, surroundings

    settings, style = surroundings.settings_in_force()
    return [
        *libraries.program(),
        *libraries.libraries(),
        *settings,
        *looks.looks(style),
        *surroundings.cache(),
        *surroundings.validators(),
    ]


def _put(findings: Iterable[Finding]) -> None:
    section = ""
    for finding in findings:
        if finding.section != section:
            put_line(f"\n{finding.section}" if section else finding.section)
            section = finding.section
        put_line(visible(f"  {finding.state:8} {finding.name}  {finding.said}").rstrip())
        if finding.remedy and finding.state != "ok":
            put_line(visible(f"           hint: {finding.remedy}"))


def _object(finding: Finding) -> dict[str, str | None]:
    return {
        "section": finding.section,
        "name": finding.name,
        "state": finding.state.value,
        "said": finding.said,
        "remedy": finding.remedy,
    }
