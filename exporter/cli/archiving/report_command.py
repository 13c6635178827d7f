"""`exporter archive report`: a contents list of a period."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from exporter.archive.contents import contents
from exporter.archive.page import html
from exporter.cli import status
from exporter.cli.archiving import common, holdings
from exporter.cli.clock import now
from exporter.cli.console import Narrator, put_bytes, put_line
from exporter.cli.parameters import option
from exporter.diagnostics import Diagnostic
from exporter.model import Document
from exporter.outputs import write

_HELP = """\
Make a contents list of a period: slug, headline, source and pages of each story, by date.

It is a document as any other: set in a style, as PDF, EPUB or Word; as HTML it is one plain page.

\b
Examples:
  exporter archive report --since 2014-08-01 --until 2014-08-31
  exporter archive report --agency AP --format html --output contents.html
"""
_FORMATS = {"pdf": ".pdf", "html": ".html", "epub": ".epub", "docx": ".docx"}


@common.subcommand("report", _HELP)
@common.filtered
@click.option("--format", "-f", "format_name", type=click.Choice(list(_FORMATS)), default="pdf",
              show_default=True, help="What to make.")  # fmt: skip
@option("--style", "-s", metavar="NAME|FILE", default="wire", show_default=True,
        help="The style that it is set in.")  # fmt: skip
@option("--output", "-o", metavar="FILE", check="place",
        help="Its file, or -.  [default: output/contents and the format]")  # fmt: skip
@common.folder
@common.quiet
def command(
    format_name: str, style: str, output: str | None, archive: str, quiet: bool, **given: Any
) -> int:
    """Make a contents list of a period."""
    wanted = common.wanted("", given)
    with holdings.catalogued(holdings.opened(archive), quiet=quiet) as catalogue:
        document = contents(catalogue.find(wanted), wanted.since, wanted.until)
    content, said = _made(document, format_name, style)
    Narrator(quiet=quiet).tell(said)
    if output == "-":
        put_bytes(content)
        return status.DONE
    path = Path(output or f"output/contents{_FORMATS[format_name]}")
    write(path, content)
    put_line(str(path))
    return status.DONE


def _made(document: Document, format_name: str, style: str) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The list as any document is made; it is of the day on which it is."""
    if format_name == "html":
        return html(document), ()
    from exporter.pipeline import Options, edit, read_source, render, rendition_of

    options = Options(style=style, date=now())
    made = render(edit(read_source(document), options), (format_name,))
    rendition = rendition_of(made[format_name])
    return rendition.content, rendition.diagnostics
