"""`exporter export`: stories in, files out."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from exporter.cli import settings
from exporter.cli.batch import Batch, Wanted
from exporter.cli.console import Narrator
from exporter.cli.inputs import find
from exporter.cli.parameters import export_options, inputs
from exporter.cli.report import JsonReport, PathReport, Report, SilentReport
from exporter.diagnostics import UsageError, diagnose
from exporter.pipeline import Options, source_date_epoch

_EPILOG = """
\b
Every switch has its opposite, such as --no-strict. Defaults may stand in
exporter.toml (style = "letter") and in variables such as EXPORTER_STYLE.
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
  exporter wire/ --name "{date} {title}"      files called after their stories
  curl -s $URL | exporter - -f pdf -o - | lpr
"""


class ExportCommand(click.Command):
    """The command, its defaults read from `exporter.toml` when it is about to run."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        home = Path(click.get_app_dir("exporter"))
        extra["default_map"], warnings = settings.load(self.params, Path.cwd(), home)
        return super().make_context(info_name, args, parent, obj=warnings, **extra)


@click.command("export", help=_HELP, cls=ExportCommand, epilog=_EPILOG)
@inputs
@export_options
@click.pass_context
def command(context: click.Context, /, inputs: tuple[str, ...], **given: Any) -> int:
    """Make a print-ready PDF, an EPUB and a Word file of a news agency's story."""
    narrator = Narrator(quiet=given["quiet"], verbose=given["verbose"])
    narrator.tell(context.obj)
    if given["strict"] and context.obj:
        raise UsageError(diagnose("X005"))
    stories, barren = find(inputs)
    batch = Batch(_options(given), _wanted(given), _report(given), narrator)
    return batch.run(stories, barren)


def _options(given: dict[str, Any]) -> Options:
    return Options(
        style=given["style"],
        headline=given["headline"],
        language=given["language"],
        date=given["date"],
        fallback_date=source_date_epoch(os.environ),
        # The only place that reads the clock: a dated embargo is compared with it.
        now=datetime.now(UTC),  # noqa: TID251
        profile=given["profile"],
        verbatim=given["verbatim"],
        embed_source=given["embed_source"],
        no_ed_note=given["no_ed_note"],
        allow_embargoed=given["allow_embargoed"],
        strict=given["strict"],
    )


def _wanted(given: dict[str, Any]) -> Wanted:
    return Wanted(
        formats=given["format"],
        output=given["output"],
        template=given["name"],
        update=given["update"],
        progress=not given["quiet"],
    )


def _report(given: dict[str, Any]) -> Report:
    if given["json"] and given["output"] == "-":
        raise click.UsageError("--json and --output - both want standard output")
    if given["output"] == "-":
        return SilentReport()
    return JsonReport() if given["json"] else PathReport()
