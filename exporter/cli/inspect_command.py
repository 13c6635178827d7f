"""`exporter inspect`: what has been understood of stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from exporter.cli import look_for_garbage, status
from exporter.cli.bugs import report_bug
from exporter.cli.command import ConfiguredCommand
from exporter.cli.console import Narrator, StandardOutputError, put_json, put_line
from exporter.cli.parameters import inputs, language
from exporter.diagnostics import ExportError, diagnose

if TYPE_CHECKING:
    from exporter.cli.inputs import Input

_HELP = """\
Print the document read from each story, as a line of JSON.

It is the story as sent, before typography, with all diagnostics; stories that may not be
published are printed too. INPUT is as for export.

\b
Examples:
  exporter inspect story.txt | jq .dateline
  exporter inspect wire/ | jq -r '[.file, .title] | @tsv'
  exporter inspect --explain story.txt
"""


@click.command("inspect", help=_HELP, cls=ConfiguredCommand)
@inputs
@language
@click.option("--explain", is_flag=True, help="Print what each line was taken for, and why.")
def command(inputs: tuple[str, ...], language: str | None, explain: bool) -> int:
    """Print the document read from each story, as a line of JSON."""
    from exporter.cli.inputs import find  # the readers are behind it, and help needs none

    stories, barren = find(inputs)
    narrator = Narrator()
    result = status.DONE
    for nothing in barren:
        narrator.tell((nothing.diagnostic,), nothing.shown)
        result = status.FAILED
    for story in stories:
        result = max(result, _inspect(story, language, explain, narrator))
        if story is not stories[-1]:
            look_for_garbage()
    return result


def _inspect(story: Input, language: str | None, explain: bool, narrator: Narrator) -> int:
    from exporter.model import to_json

    try:
        manuscript = story.read(language)
        if explain:
            _explain(story, manuscript.data or b"")
        else:
            put_json(to_json(manuscript.document))
    except ExportError as error:
        narrator.tell(error.diagnostics, story.shown)
        return status.FAILED
    except StandardOutputError:
        raise
    except Exception as error:  # a bug is reported, and the others go on
        report_bug(error)
        narrator.tell((diagnose("X014", source=story.shown, error=repr(error)),), story.shown)
        return status.BUG
    return status.DONE


def _explain(story: Input, data: bytes) -> None:
    """Print what each line of a story was taken for, and why."""
    from exporter.cli.explanations import rows

    for row in rows(data, story.shown):
        put_line(row)
