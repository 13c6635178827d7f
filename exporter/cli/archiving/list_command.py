"""`exporter archive list`: the stories that are kept."""

from __future__ import annotations

from typing import Any

from exporter.cli import status
from exporter.cli.archiving import common, holdings

_HELP = """\
List the stories that are kept, by date: identifier, newest version, date, title.

What is withdrawn or corrected says so.

\b
Examples:
  exporter archive list
  exporter archive list --agency AFP --since 2014-08-01 --until 2014-08-31
  exporter archive list --flag withdrawn --json
"""


@common.subcommand("list", _HELP)
@common.filtered
@common.folder
@common.as_json
@common.quiet
def command(archive: str, json: bool, quiet: bool, **given: Any) -> int:
    """List the stories that are kept."""
    with holdings.catalogued(holdings.opened(archive), quiet=quiet) as catalogue:
        for hit in catalogue.find(common.wanted("", given)):
            holdings.put_hit(hit, json)
    return status.DONE
