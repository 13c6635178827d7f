"""`exporter export`: stories in, files out."""

from __future__ import annotations

from typing import Any

import click

from exporter.cli.command import ConfiguredCommand
from exporter.cli.parameters import export_options, inputs, run_options

_EPILOG = """
\b
Every switch has its opposite, such as --no-strict. Defaults may stand in
exporter.toml (style = "house.toml") and in variables such as EXPORTER_STYLE.
Exit status: 0 all done, 1 some stories failed, 2 wrong usage, 70 a bug.
"""
_HELP = """\
Make a print-ready PDF, an EPUB and a Word file of a news agency's story.

INPUT is a file, a folder of stories, or - for standard input; without one it is the folder
seeds.

\b
Examples:
  exporter                                    all of seeds, in all formats
  exporter story.txt --format pdf             output/story.pdf
  exporter story.txt -f pdf -o copy.pdf       one file, where you want it
  exporter wire/ --output out --update        a folder; later only what is new
  exporter wire/ --jobs 4 --report run.json   by four processes, with a report
  exporter --watch drop/ --output out         what arrives in a folder
  exporter wire/ --name "{date} {title}"      files called after their stories
  curl -s $URL | exporter - -f pdf -o - | lpr
"""


@click.command("export", help=_HELP, cls=ConfiguredCommand, epilog=_EPILOG)
@inputs
@export_options()
@run_options
@click.pass_context
def command(context: click.Context, /, inputs: tuple[str, ...], **given: Any) -> int:
    """Make a print-ready PDF, an EPUB and a Word file of a news agency's story."""
    from exporter.cli.order import carry_out  # all stages are behind it, and help needs none

    return carry_out(inputs, given, context.obj.warnings)
