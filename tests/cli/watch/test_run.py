"""What may pass by itself is tried again, and told once."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exporter.cli.batch.crew import Alone
from exporter.cli.batch.desk import Desk
from exporter.cli.batch.outcome import Wanted
from exporter.cli.batch.report import PathReport
from exporter.cli.console import Narrator
from exporter.cli.watch import run as watch_run
from exporter.cli.watch.arrivals import Arrivals
from exporter.cli.watch.folder import Folder
from exporter.cli.watch.run import Watch
from exporter.diagnostics import ExportError, diagnose
from exporter.pipeline import Options
from exporter.values import replace

EMBARGOED = """EMBARGOED UNTIL 0001 GMT, March 5, 2030

OSLO, March 4, 2030 (AFP) - Two leaders spoke by phone on Monday.
"""
STORY = "OSLO, Aug 29, 2014 (AFP) - Two leaders spoke by phone on Monday.\n"


class Newsroom:
    """A watch whose pauses are a test's steps: one after the other, then Ctrl-C."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.drop = folder / "drop"
        self.drop.mkdir()
        self.output = folder / "output"
        self.now = datetime(2030, 3, 4, tzinfo=UTC)
        self.said: list[str] = []
        monkeypatch.setattr(watch_run, "_RETRY", 0.05)
        self._patch = monkeypatch

    def watch(self, *steps: Callable[[], object], crew=Alone, narrator=None, bugs=None) -> None:
        left = iter(steps)
        wait = time.sleep

        def pause(_seconds: float) -> None:
            step = next(left, None)
            if step is None:
                raise KeyboardInterrupt
            step()
            wait(0.1)

        self._patch.setattr(watch_run.time, "sleep", pause)
        if bugs is not None:
            self._patch.setattr(watch_run, "say_report", bugs)
        wanted = Wanted(("ninjs",), str(self.output), update=True)
        Watch(
            wanted,
            [Arrivals(Folder(self.drop, self.output), 0)],
            crew(Desk(Options(now=self.now), wanted)),
            report=PathReport(),
            narrator=narrator or Narrator(say=self.said.append),
            clock=lambda: self.now,
            settle=0,
        ).run()

    def count(self, words: str) -> int:
        return sum(words in line for line in self.said)


@pytest.fixture
def newsroom(tmp_path, monkeypatch) -> Newsroom:
    return Newsroom(tmp_path, monkeypatch)


def nothing() -> None:
    """Time goes by."""


def test_an_embargoed_story_is_exported_when_its_time_has_come(newsroom):
    (newsroom.drop / "a.txt").write_text(EMBARGOED)

    def the_day_after():
        assert not newsroom.output.exists()
        newsroom.now = datetime(2030, 3, 6, tzinfo=UTC)

    newsroom.watch(nothing, nothing, the_day_after, nothing)
    assert newsroom.count("X001") == 1
    assert newsroom.count("a.txt: failed") == 1
    assert newsroom.count("a.txt: ninjs written") == 1
    assert (newsroom.output / "a.json").is_file()


def test_a_place_that_can_be_written_again_gets_what_it_has_missed(newsroom):
    (newsroom.drop / "a.txt").write_text(STORY)
    newsroom.output.write_text("in the way")
    newsroom.watch(nothing, nothing, newsroom.output.unlink, nothing)
    assert newsroom.count("X012") == 1
    assert newsroom.count("a.txt: ninjs written") == 1


def test_a_story_that_fails_for_good_is_not_tried_again(newsroom):
    (newsroom.drop / "a.txt").write_text(" \n")
    tried = []

    class Counting(Alone):
        def each(self, task, jobs, total):
            tried.extend([total])
            return super().each(task, jobs, total)

    newsroom.watch(nothing, nothing, nothing, crew=Counting)
    assert tried == [1]
    assert newsroom.count("R001") == 1


def test_where_no_process_can_be_had_stories_wait(newsroom):
    (newsroom.drop / "a.txt").write_text(STORY)
    refusals = [ExportError(diagnose("X021", reason="too many")) for _ in range(2)]

    class Refusing(Alone):
        def each(self, task, jobs, total):
            if refusals:
                raise refusals.pop()
            return super().each(task, jobs, total)

    newsroom.watch(nothing, nothing, nothing, crew=Refusing)
    assert refusals == []
    assert newsroom.count("a.txt: ninjs written") == 1


def test_what_has_gone_is_no_longer_tried(newsroom):
    (newsroom.drop / "a.txt").write_text(EMBARGOED)

    def taken_away_and_released():
        (newsroom.drop / "a.txt").unlink()
        newsroom.now = datetime(2030, 3, 6, tzinfo=UTC)

    newsroom.watch(taken_away_and_released, nothing, nothing)
    assert not newsroom.output.exists()


def test_a_bug_that_a_story_brings_about_is_reported_and_the_watch_goes_on(newsroom):
    (newsroom.drop / "a.txt").write_text(STORY)
    bugs = ["Traceback: a bug, please report it"]

    class Broken(Alone):
        def each(self, task, jobs, total):
            for outcome in super().each(task, jobs, total):
                yield replace(outcome, bugs=tuple(bugs))

    def another():
        bugs.clear()
        (newsroom.drop / "b.txt").write_text(STORY)

    newsroom.watch(nothing, another, nothing, crew=Broken, bugs=newsroom.said.append)
    assert newsroom.count("a bug, please report it") == 1
    assert newsroom.count("b.txt: ninjs written") == 1


def test_a_folder_that_can_be_looked_into_again_is_told(newsroom):
    away = newsroom.drop.with_name("away")
    newsroom.watch(
        lambda: newsroom.drop.rename(away), nothing, lambda: away.rename(newsroom.drop), nothing
    )
    assert newsroom.count("X022") == 1
    assert newsroom.count("drop: the folder can be looked into again") == 1


@pytest.mark.parametrize(("how", "lines"), [("quiet", 0), ("verbose", 1)])
def test_how_much_is_said_of_what_is_there_already(newsroom, how, lines):
    (newsroom.drop / "a.txt").write_text(STORY)
    newsroom.watch(nothing)
    newsroom.said.clear()
    newsroom.watch(nothing, narrator=Narrator(say=newsroom.said.append, **{how: True}))
    assert newsroom.count("a.txt: up to date") == lines
    assert bool(newsroom.said) == bool(lines)
