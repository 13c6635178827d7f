"""Which story each output is of: a second one of the same name must not take the first one's."""

from __future__ import annotations

from collections.abc import Container

from exporter.cli.batch.outcome import Job
from exporter.diagnostics import diagnose
from exporter.outputs import identity
from exporter.values import replace


class Holdings:
    """The outputs of the stories that are in the folders."""

    def __init__(self) -> None:
        self._holders: dict[str, str] = {}
        self._held: dict[str, str] = {}

    def settle(self, job: Job) -> Job:
        """The job, barred if its output is another story's; else the output is its own now."""
        if job.barred:
            return job
        story, file = job.story.shown, next(iter(job.files.values()))
        output = identity(file)
        holder = self._holders.get(output, story)
        if holder != story:
            other = diagnose("X010", source=story, other=holder, output=file)
            return replace(job, barred=(other,))
        self._release(story)
        self._holders[output], self._held[story] = story, output
        return job

    def keep_only(self, present: Container[str]) -> None:
        """Free the outputs of stories that have gone."""
        for story in [story for story in self._held if story not in present]:
            self._release(story)

    def _release(self, story: str) -> None:
        output = self._held.pop(story, None)
        if output is not None:
            del self._holders[output]
