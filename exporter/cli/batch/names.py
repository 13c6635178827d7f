"""What the outputs of stories are called, settled before any is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from exporter.cli.batch.crew import Crew
from exporter.cli.batch.desk import Desk
from exporter.cli.batch.outcome import Job, Outcome, Wanted
from exporter.cli.inputs import Input
from exporter.outputs import Claim, safe_stem


def claims(stories: Sequence[Input], wanted: Wanted, crew: Crew) -> Iterator[Claim | Outcome]:
    """The claim of each story to a name, or its failure where it cannot be given one.

    A template asks for what the story says: such stories are read twice, not kept in memory.
    """
    for story, stem in zip(stories, _stems(stories, wanted, crew), strict=True):
        if isinstance(stem, Outcome):
            yield stem
        else:
            folder = Path(wanted.output) / story.below
            yield Claim(story.shown, story.path, folder, stem, story.named)


def _stems(stories: Sequence[Input], wanted: Wanted, crew: Crew) -> Iterator[str | Outcome]:
    if wanted.template is None:
        return (safe_stem(story.stem) for story in stories)
    return crew.each(Desk.name, (Job(story) for story in stories), len(stories))
