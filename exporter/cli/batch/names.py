"""What the outputs of stories are called, settled before any is written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from exporter.cli.batch.crew import Crew
from exporter.cli.batch.desk import Desk
from exporter.cli.batch.outcome import Job, Outcome, Wanted
from exporter.cli.inputs import Input
from exporter.diagnostics import UsageError, diagnose
from exporter.outputs import Claim, identity, plan, safe_stem
from exporter.renderers import FORMATS


def claims(stories: Sequence[Input], wanted: Wanted, crew: Crew) -> Iterator[Claim | Outcome]:
    """The claim of each story to a name, or its failure where it cannot be given one.

    A template asks for what the story says: such stories are read twice, not kept in memory.
    """
    output = Path(wanted.output)
    for story, stem in zip(stories, _stems(stories, wanted, crew), strict=True):
        if isinstance(stem, Outcome):
            yield stem
        else:
            yield Claim(story.shown, story.path, output / story.below, stem, story.named)


def _stems(stories: Sequence[Input], wanted: Wanted, crew: Crew) -> Iterator[str | Outcome]:
    if wanted.template is None:
        return (safe_stem(story.stem) for story in stories)
    return crew.each(Desk.name, (Job(story) for story in stories), len(stories))


class Jobs:
    """The stories that have a claim to a name, each with its files or what bars it from them.

    UsageError when two that the user has named get into each other's way. A job is made when its
    turn comes: for a decade of stories all their paths would be much.
    """

    def __init__(
        self,
        stories: Iterable[Input],
        claimed: Iterable[Claim | Outcome],
        suffixes: Mapping[str, str],
        single: Path | None = None,
    ) -> None:
        named = [
            (story, claim)
            for story, claim in zip(stories, claimed, strict=True)
            if isinstance(claim, Claim)
        ]
        self._named = named
        self._plan = plan([claim for _, claim in named], suffixes, single)

    def __len__(self) -> int:
        return len(self._named)

    def __iter__(self) -> Iterator[Job]:
        for number, (story, claim) in enumerate(self._named):
            barred = self._plan.barred.get(number, ())
            yield Job(story, self._plan.files(claim), tuple(barred))


def in_order(claimed: Iterable[Claim | Outcome], made: Iterator[Outcome]) -> Iterator[Outcome]:
    """What became of each story: those that could not be named have failed before."""
    for claim in claimed:
        yield claim if isinstance(claim, Outcome) else next(made)


def suffixes_of(formats: Iterable[str]) -> dict[str, str]:
    """The suffix of each format; one that a package adds is called by its name."""
    return {name: FORMATS[name].suffix if name in FORMATS else f".{name}" for name in formats}


def refuse_over(record: Path, jobs: Iterable[Job]) -> None:
    """UsageError when the record of a run would be written over one of its inputs or outputs."""
    name = os.path.normcase(record.name)
    for job in jobs:
        for path in (job.story.path, *job.files.values()):
            if path is None or os.path.normcase(path.name) != name:
                continue
            if identity(path) == identity(record):
                raise UsageError(diagnose("U031", path=path))
