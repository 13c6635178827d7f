"""`exporter archive reindex`: the index made anew, from nothing but the archive."""

from __future__ import annotations

from exporter.cli import status
from exporter.cli.archiving import common, holdings
from exporter.cli.console import put_line
from exporter.cli.progress import stories

_HELP = """\
Make the index for list and search anew, from the archive alone.

It is a cache of yours, and follows the archive by itself: this is for when it should not.

\b
Examples:
  exporter archive reindex --archive /srv/archive
"""


@common.subcommand("reindex", _HELP)
@common.folder
@common.quiet
def command(archive: str, quiet: bool) -> int:
    """Make the index anew."""
    with holdings.catalogued(holdings.opened(archive), quiet=quiet, anew=True) as catalogue:
        put_line(stories(catalogue.count()))
    return status.DONE
