"""`exporter archive verify`: whether all is as it was stored."""

from __future__ import annotations

from exporter.archive.staging import Staging
from exporter.archive.verification import Finding, verify_object, verify_root
from exporter.cli import look_for_garbage, status
from exporter.cli.archiving import common, holdings
from exporter.cli.console import Narrator, put_json, put_line, say, visible
from exporter.cli.progress import progress, stories
from exporter.diagnostics import diagnose

_HELP = """\
Read every byte of the archive, and name each file that is damaged, missing or unexpected.

Exit status 1 when there is one. Nothing is changed.

\b
Examples:
  exporter archive verify --archive /srv/archive
  exporter archive verify --json | jq -r .path
"""


@common.subcommand("verify", _HELP)
@common.folder
@common.as_json
@common.quiet
def command(archive: str, json: bool, quiet: bool) -> int:
    """Read every byte, and name each file that is not as it was stored."""
    kept = holdings.opened(archive)
    look_for_garbage()
    faults = sum(_put(finding, json) for finding in verify_root(kept))
    total = sum(1 for _ in kept.objects())
    with progress(total, wanted=not quiet) as advance:
        for path in kept.objects():
            faults += sum(_put(finding, json) for finding in verify_object(kept, path))
            advance()
    staging = Staging(kept.path)
    if staging.abandoned():
        Narrator(quiet=quiet).tell([diagnose("A018", path=staging.folder)])
    if not quiet:
        found = "1 fault" if faults == 1 else f"{faults or 'no'} faults"
        say(f"exporter: {stories(total)}, {found}")
    return status.FAILED if faults else status.DONE


def _put(finding: Finding, as_json: bool) -> int:
    if as_json:
        put_json({"fault": str(finding.fault), "path": finding.path, "reason": finding.reason})
    else:
        put_line(visible(f"{finding.fault:<10} {finding.path}: {finding.reason}"))
    return 1
