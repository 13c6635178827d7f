"""`exporter inspect`: what has been understood of stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from exporter.cli import look_for_garbage, status
from exporter.cli.bugs import told_reasons
from exporter.cli.command import ConfiguredCommand
from exporter.cli.console import Narrator, StandardOutputError, put_json, put_line
from exporter.cli.parameters import conventions, inputs, language
from exporter.values import Value

if TYPE_CHECKING:
    from exporter.cli.inputs import Input
    from exporter.readers import House

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
@conventions
@click.option("--explain", is_flag=True, help="Print what each line was taken for, and why.")
def command(
    inputs: tuple[str, ...], language: str | None, conventions: House | None, explain: bool
) -> int:
    """Print the document read from each story, as a line of JSON."""
    from exporter.cli.inputs import find  # the readers are behind it, and help needs none

    stories, barren = find(inputs)
    narrator = Narrator()
    result = status.DONE
    for nothing in barren:
        narrator.tell((nothing.diagnostic,), nothing.shown)
        result = status.FAILED
    inspection = Inspection(language, conventions, explain)
    for story in stories:
        result = max(result, inspection.of(story, narrator))
        if story is not stories[-1]:
            look_for_garbage()
    return result


class Inspection(Value):
    """How stories are read to be printed."""

    language: str | None
    house: House | None
    explain: bool

    def of(self, story: Input, narrator: Narrator) -> int:
        """Print what has been understood of a story; the exit status."""
        try:
            self._print(story)
        except StandardOutputError:
            raise
        except Exception as error:  # even after a bug the others go on
            found, is_bug = told_reasons(error, story.shown)
            narrator.tell(found, story.shown)
            return status.BUG if is_bug else status.FAILED
        return status.DONE

    def _print(self, story: Input) -> None:
        from exporter.cli.explanations import rows
        from exporter.model import to_json
        from exporter.readers import NO_HOUSE

        house = self.house or NO_HOUSE
        manuscript = story.read(self.language, house)
        if not self.explain:
            put_json(to_json(manuscript.document))
            return
        for row in rows(manuscript.data or b"", story.shown, self.language, house):
            put_line(row)
