"""The watch over drop folders: look, export what is complete, wait, until it is told to stop."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

from exporter.cli import console, status
from exporter.cli.batch.crew import Crew
from exporter.cli.batch.desk import Desk
from exporter.cli.batch.names import Jobs, claims, in_order, suffixes_of
from exporter.cli.batch.outcome import Outcome, State, Wanted
from exporter.cli.batch.report import Report
from exporter.cli.batch.tally import Tally
from exporter.cli.bugs import say_report
from exporter.cli.console import Narrator
from exporter.cli.inputs import Input
from exporter.cli.watch.arrivals import Arrivals
from exporter.cli.watch.holdings import Holdings
from exporter.diagnostics import ExportError
from exporter.values import replace

# Stories that are made before the folders are looked through again.
_AT_ONCE = 128
# Seconds between two looks where nothing arrives, and what part of the time looking may take.
_PAUSE = 1.0
_LEAST_PAUSE = 0.05
_SHARE = 5
# What may pass by itself (an embargo, a file or a disk that cannot be reached), and the seconds
# until it is tried again.
_PASSING = {"X001", "X008", "X012"}
_RETRY = 60.0

Clock = Callable[[], datetime]


class Watch:
    """A watch over folders; each story is exported once, and again when it changes."""

    def __init__(
        self,
        wanted: Wanted,
        arrivals: Sequence[Arrivals],
        crew: Crew,
        *,
        report: Report,
        narrator: Narrator,
        clock: Clock,
        settle: float,
    ) -> None:
        self._wanted = wanted
        self._arrivals = arrivals
        self._crew = crew
        self._pause = min(_PAUSE, max(settle / 2, _LEAST_PAUSE))
        self._holdings = Holdings()
        self._report = report
        self._narrator = narrator
        self._clock = clock
        self._tally = Tally()
        # What was told of stories that are tried again, so that it is told once.
        self._failing: dict[str, Outcome] = {}

    def run(self) -> int:
        """Exit status when the watch is told to stop, which is its ordinary end."""
        self._log(f"watching {', '.join(each.place for each in self._arrivals)}")
        with suppress(KeyboardInterrupt), self._crew:
            while True:
                self._round()
        self._log(f"stopped; {self._tally}" if self._tally.total else "stopped")
        return status.DONE

    def _round(self) -> None:
        """Make what has arrived; if nothing has, wait a little."""
        before = time.monotonic()
        stories = [story for each in self._arrivals for story in each.look(before, _AT_ONCE)]
        for each in self._arrivals:
            self._tell_of(each)
        self._forget()
        if stories:
            self._make(stories)
        else:
            time.sleep(max(self._pause, (time.monotonic() - before) * _SHARE))

    def _make(self, stories: Sequence[Input]) -> None:
        """Export stories; what no process can be had for is tried again."""
        try:
            claimed = list(claims(stories, self._wanted, self._crew))
            jobs = Jobs(stories, claimed, suffixes_of(self._wanted.formats))
            now = self._clock()
            ready = [replace(self._holdings.settle(job), now=now) for job in jobs]
            for outcome in in_order(claimed, self._crew.each(Desk.make, ready, len(ready))):
                self._take(outcome)
        except ExportError as error:
            self._narrator.tell(error.diagnostics)
            for story in stories:
                self._again(story.shown)

    def _take(self, outcome: Outcome) -> None:
        """Print, log and count what became of a story, unless it failed so before."""
        story = outcome.story
        failed_before = self._failing.pop(story, None)
        if any(each.code in _PASSING for each in outcome.told):
            self._failing[story] = outcome
            self._again(story)
        if outcome == failed_before:
            return
        self._report.take(outcome)
        for bug in outcome.bugs:
            say_report(bug)
        self._narrator.tell(outcome.told, story)
        self._tally.take(outcome)
        if outcome.state is not State.CURRENT or self._narrator.verbose:
            self._log(f"{story}: {_ending(outcome)}")

    def _again(self, story: str) -> None:
        for each in self._arrivals:
            each.again(story, time.monotonic() + _RETRY)

    def _forget(self) -> None:
        """Let go of what is no longer in the folders."""
        self._holdings.keep_only(self)
        for story in [story for story in self._failing if story not in self]:
            del self._failing[story]

    def __contains__(self, story: object) -> bool:
        """Whether a story is in the folders."""
        return any(story in each for each in self._arrivals)

    def _tell_of(self, arrivals: Arrivals) -> None:
        new, mended = arrivals.news()
        self._narrator.tell(new)
        for place in mended:
            self._log(f"{place}: the folder can be looked into again")

    def _log(self, text: str) -> None:
        if not self._narrator.quiet:
            self._narrator.say(text)


def stamped(clock: Clock) -> Callable[[str], None]:
    """What prints lines of a log, each with the time."""
    return lambda line: console.say(f"{clock().astimezone():%Y-%m-%d %H:%M:%S%z} {line}")


def _ending(outcome: Outcome) -> str:
    """How a story ended, in the words of a log."""
    made = [each.format for each in outcome.outputs if each.path is not None and not each.current]
    failed = [each.format for each in outcome.outputs if each.path is None]
    if not made:
        return "failed" if failed else "up to date"
    return f"{', '.join(made)} written" + (f"; {', '.join(failed)} failed" if failed else "")
