"""`exporter archive history`: all versions of a story."""

from __future__ import annotations

import click

from exporter.archive.objects import Object
from exporter.cli import status
from exporter.cli.archiving import common, holdings
from exporter.cli.console import put_json, put_line, visible

_HELP = """\
Show all versions of a story: when each came, what it was, by whom, and why.

ID is an identifier, or its beginning; of ours, urn:exporter: may be left out. The digits of the
SHA-256 at the foot of a print copy do, too.

\b
Examples:
  exporter archive history afp:oslo-talks:2014-08-29
  exporter archive history e92f6257d716d6f4 --json
"""


@common.subcommand("history", _HELP)
@click.argument("story", metavar="ID")
@common.folder
@common.as_json
def command(story: str, archive: str, json: bool) -> int:
    """Show all versions of a story."""
    kept = holdings.found(holdings.opened(archive), story)
    for number in range(1, kept.head + 1):
        _put(kept, number, json)
    return status.DONE


def _put(kept: Object, number: int, as_json: bool) -> None:
    version, record = kept.inventory.versions[number - 1], kept.record(number)
    by = version.user.name if version.user else "-"
    if as_json:
        address = version.user.address if version.user else None
        put_json(
            {
                **record.to_json(),
                "created": version.created,
                "message": version.message,
                "user": by,
                "address": address,
                "files": version.logical(),
            }
        )
        return
    line = f"v{number}  {version.created}  {record.flag}  {by}  {version.message}"
    put_line(visible(line))
    for copy in record.renditions:
        pages = f", {copy.pages} pp." if copy.pages else ""
        put_line(visible(f"    {copy.path}  {copy.size:,} bytes{pages}"))
    if record.withheld:
        put_line(visible(f"    no renditions: {record.withheld}"))
