"""`exporter archive export`: stories handed over to another archive."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from exporter import __version__
from exporter.cli import status
from exporter.cli.archiving import common, holdings
from exporter.cli.clock import now
from exporter.cli.console import put_line
from exporter.cli.progress import progress

_HELP = """\
Hand stories over to another archive: a bag of BagIt 1.0, with all their versions and digests.

What is in the bag is an OCFL storage root by itself. Each story is verified before it is copied.
With - for ID, the identifiers are read from standard input, one a line.

\b
Examples:
  exporter archive export ap:bc-oslo-talks:2014-08-29 --bag handover/
  exporter archive list --since 2014-01-01 --until 2014-12-31 --json |
    jq -r .id | exporter archive export - --bag 2014
"""


@common.subcommand("export", _HELP)
@click.argument("stories", nargs=-1, required=True, metavar="ID...")
@click.option("--bag", required=True, metavar="DIR", help="The bag: a folder that is not there.")
@common.folder
@common.quiet
def command(stories: tuple[str, ...], bag: str, archive: str, quiet: bool) -> int:
    """Hand stories over to another archive, as a BagIt bag."""
    from exporter.archive.bag import Handover, write_bag  # which loads the library

    kept = holdings.opened(archive)
    names = [name for story in stories for name in _named(story)]
    chosen = {each.identifier: each for each in (holdings.found(kept, name) for name in names)}
    handover = Handover(now().date().isoformat(), f"exporter {__version__}")
    target = Path(bag.rstrip("/") or bag)
    with progress(len(chosen), wanted=not quiet) as advance:
        write_bag(kept, tuple(chosen.values()), target, handover, advance)
    put_line(str(target))
    return status.DONE


def _named(story: str) -> list[str]:
    if story != "-":
        return [story]
    typed = sys.stdin.buffer.read().decode("utf-8", "replace") if sys.stdin else ""
    return [line.strip() for line in typed.splitlines() if line.strip()]
