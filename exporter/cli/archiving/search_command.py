"""`exporter archive search`: stories by words in them."""

from __future__ import annotations

from typing import Any

import click

from exporter.cli import status
from exporter.cli.archiving import common, holdings

_HELP = """\
Find stories by words in them, the best first; every version is searched.

All words must be there. Capitals and accents do not matter. A word that ends with * stands for all
that begin so; "words in quotation marks" stand side by side. Passages that the sender barred from
publication are searched, too: the archive is the newsroom's own.

\b
Examples:
  exporter archive search harbor contract
  exporter archive search '"prime minister" resign*' --place Valletta
  exporter archive search kreml --agency AA --since 2021-08-01 --json
"""


@common.subcommand("search", _HELP)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@common.filtered
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, metavar="N",
              help="How many stories to print at most.")  # fmt: skip
@common.folder
@common.as_json
@common.quiet
def command(
    words: tuple[str, ...], limit: int, archive: str, json: bool, quiet: bool, **given: Any
) -> int:
    """Find stories by words in them."""
    with holdings.catalogued(holdings.opened(archive), quiet=quiet) as catalogue:
        for hit in catalogue.find(common.wanted(_text(words), given), limit):
            holdings.put_hit(hit, json)
    return status.DONE


def _text(words: tuple[str, ...]) -> str:
    """What was typed: an argument with blanks in it was in the shell's quotation marks."""
    return " ".join(words)
