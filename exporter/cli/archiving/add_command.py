"""`exporter archive add`: stories taken into the archive."""

from __future__ import annotations

from typing import Any

import click

from exporter.archive.record import Flag
from exporter.cli.archiving import common
from exporter.cli.parameters import export_options, inputs, option

_HELP = """\
Export stories and store them: the source as it came, what was understood of it, and its files.

An update of a story becomes a new version of it. What is the same story is told by --id, else by
what its format calls it, else by agency, slug and date, else by its bytes alone. The same story,
made from the same style, options and program, is not stored twice. A kill marks its story as
withdrawn; a story that may not be published is stored without renditions. --rendition stores files
that are there already, as they are, in place of an export. INPUT is as for export.

\b
Examples:
  exporter archive add wire/ --archive /srv/archive
  exporter archive add story.txt -f pdf --id afp:oslo-talks --message Late
  exporter archive add story.txt --rendition page.pdf
  exporter archive add kill.txt --id afp:oslo-talks
"""


@common.subcommand("add", _HELP)
@inputs
@common.folder
@option("--id", metavar="ID", help="What the story is called in the archive.")
@click.option("--rendition", multiple=True, metavar="FILE",
              help="Store this file as it is, and export nothing; may be repeated.")  # fmt: skip
@click.option("--flag", type=click.Choice([str(each) for each in Flag][1:]),
              help="What this version is, in place of what the story says.")  # fmt: skip
@option("--message", metavar="TEXT", help="Why the version is stored.")
@option("--user", metavar="NAME", help="Who stores it: Ann Lee <ann@example.org>.  "
        "[default: who is logged in]")  # fmt: skip
@export_options(but=("output", "update"))
@click.pass_context
def command(context: click.Context, /, inputs: tuple[str, ...], **given: Any) -> int:
    """Export stories and store them."""
    from exporter.cli.archiving.adding import carry_out  # all stages are behind it

    source = context.get_parameter_source("embed_source")
    chosen = source is not click.core.ParameterSource.DEFAULT
    return carry_out(inputs, {**given, "embedding_chosen": chosen}, context.obj.warnings)
