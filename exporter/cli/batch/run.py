"""One run over many stories, none stopped by another's failure."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from exporter import stylesheet
from exporter.cli import console, status
from exporter.cli.batch.crew import crew_of
from exporter.cli.batch.desk import Desk
from exporter.cli.batch.names import Jobs, claims, in_order, refuse_over, suffixes_of
from exporter.cli.batch.outcome import Outcome, Output, Wanted
from exporter.cli.batch.report import Report
from exporter.cli.batch.tally import Tally
from exporter.cli.bugs import say_report
from exporter.cli.console import Narrator
from exporter.cli.inputs import Barren, Input
from exporter.cli.progress import counted, progress, stories
from exporter.diagnostics import UsageError, diagnose
from exporter.outputs import mistakable, single_file
from exporter.pipeline import Options
from exporter.renderers import FORMATS
from exporter.values import Value

if TYPE_CHECKING:
    from exporter.cli.batch.record import Record


class Conduct(Value):
    """How a run goes about it: by how many processes, with the shelf of what was compiled or not.

    `record` is the file of its report.
    """

    jobs: int = 1
    cache: bool = True
    record: Path | None = None


class Batch:
    """One run over all inputs."""

    def __init__(
        self,
        options: Options,
        wanted: Wanted,
        conduct: Conduct,
        report: Report,
        narrator: Narrator,
    ) -> None:
        self._options = options
        self._wanted = wanted
        self._conduct = conduct
        self._report = report
        self._narrator = narrator
        self._tally = Tally()

    def run(self, found: Sequence[Input], barren: Sequence[Barren]) -> int:
        """Exit status after all stories; UsageError or StyleError before anything is written."""
        stylesheet.load(self._options.style)
        suffixes = suffixes_of(self._wanted.formats)
        single = single_file(self._wanted.output, len(found), tuple(suffixes.values()))
        self._doubt(single)
        desk = Desk(self._options, self._wanted)
        size = min(self._conduct.jobs, len(found)) or 1
        with (
            self._telling_how_to_go_on(len(found)),
            crew_of(size, desk, cache=self._conduct.cache) as crew,
        ):
            claimed = list(claims(found, self._wanted, crew))
            jobs = Jobs(found, claimed, suffixes, single)
            if self._conduct.record is not None:
                refuse_over(self._conduct.record, jobs)
            with _recording(self._conduct.record) as record:
                for outcome in _failures(barren, self._wanted.formats):
                    self._take(outcome, record)
                with progress(len(found), wanted=not self._narrator.quiet) as advance:
                    for outcome in in_order(claimed, crew.each(Desk.make, jobs, len(jobs))):
                        self._take(outcome, record)
                        advance()
                if record is not None:
                    record.close(self._tally, size)
        if self._tally.total > 1 and not self._narrator.quiet:
            console.say(f"exporter: {self._tally}")
        return self._status()

    def _doubt(self, single: Path | None) -> None:
        """Warn of an output that is not what its name says; UsageError if warnings are fatal."""
        formats = {name: row.suffix for name, row in FORMATS.items()}
        doubt = mistakable(self._wanted.output, formats) if single is None else None
        if doubt and self._options.strict:
            raise UsageError(doubt, diagnose("X005"))
        self._narrator.tell((doubt,) if doubt else ())

    def _take(self, outcome: Outcome, record: Record | None) -> None:
        """Print, tell, count and take down what became of a story."""
        self._report.take(outcome)
        for bug in outcome.bugs:
            say_report(bug)
        self._narrator.tell(outcome.told, outcome.story)
        self._tally.take(outcome)
        if record is not None:
            record.take(outcome)

    @contextlib.contextmanager
    def _telling_how_to_go_on(self, total: int) -> Iterator[None]:
        """When the run is interrupted, say how far it has come, and how to do the rest."""
        try:
            yield
        except KeyboardInterrupt:
            if total > 1:
                done = f"{counted(self._tally.total)} of {stories(total)}"
                console.say(
                    f"exporter: {done} are done; with --update the same command does the rest"
                )
            raise

    def _status(self) -> int:
        if self._tally.bugs:
            return status.BUG
        return status.FAILED if self._tally.failed else status.DONE


def _recording(path: Path | None) -> AbstractContextManager[Record | None]:
    if path is None:
        return contextlib.nullcontext()
    from exporter.cli.batch.record import recording

    return recording(path)


def _failures(barren: Iterable[Barren], formats: Iterable[str]) -> Iterator[Outcome]:
    """What became of the arguments that give no story."""
    for nothing in barren:
        told = (nothing.diagnostic,)
        outputs = tuple(Output(name, diagnostics=told) for name in formats)
        yield Outcome(nothing.shown, outputs, told)
