"""`exporter --watch`, as a newsroom runs it: a real process, real files, real signals."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.processes import Family
from tests.commands.test_commands import variables_to_be_stopped
from tests.commands.test_signals import group_is_gone

STORY = "OSLO, Aug 29, 2014 (AFP) - Two leaders spoke by phone on {day}.\n\nThey will meet.\n"
HELD = "HOLD HOLD HOLD\n\n" + STORY
STAMP = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d{4} ", re.MULTILINE)
SECONDS = 60


class Watched:
    """A folder under watch, and what the watch has said."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.folder = folder
        self.drop = folder / "drop"
        self.drop.mkdir(exist_ok=True)
        self._err = (folder / "err").open("wb")
        self._out = (folder / "out").open("wb")
        self.process = subprocess.Popen(
            ["exporter", "--watch", "drop", "--settle", "0.2", "--jobs", "2", *arguments],
            cwd=folder, env=variables_to_be_stopped(folder), stdout=self._out, stderr=self._err,
            start_new_session=True,
        )  # fmt: skip
        self.until(lambda: "watching drop" in self.said)

    @property
    def said(self) -> str:
        return STAMP.sub("", (self.folder / "err").read_text())

    @property
    def printed(self) -> list[str]:
        return (self.folder / "out").read_text().splitlines()

    def put(self, name: str, day: str = "Monday", text: str = STORY) -> Path:
        """Put a story there as careful programs do: under another name first."""
        path = self.drop / name
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.part")
        part.write_text(text.format(day=day))
        part.replace(path)
        return path

    def until(self, happened: Callable[[], bool]) -> None:
        for _ in range(SECONDS * 20):
            if happened():
                return
            assert self.process.poll() is None, self.said
            time.sleep(0.05)
        raise AssertionError(self.said)

    def until_said(self, *lines: str) -> None:
        self.until(lambda: set(lines) <= set(self.said.splitlines()))

    def stop(self, number: int = signal.SIGTERM, send: Callable[[int, int], None] = os.kill) -> int:
        if self.process.poll() is None:
            send(self.process.pid, number)
        status = self.process.wait(SECONDS)
        self._err.close()
        self._out.close()
        return status


@pytest.fixture
def watch(tmp_path):
    """Begins to watch the folder `drop`, and ends it after the test."""
    begun: list[Watched] = []

    def _watch(*arguments: str) -> Watched:
        begun.append(Watched(tmp_path, "-f", "ninjs", *arguments))
        return begun[-1]

    yield _watch
    for each in begun:
        each.stop(signal.SIGKILL)


def test_what_is_there_is_exported_and_then_what_arrives(tmp_path, watch):
    (tmp_path / "drop" / "sports").mkdir(parents=True)
    (tmp_path / "drop" / "sports" / "first.txt").write_text(STORY.format(day="Sunday"))
    watched = watch()
    watched.until_said("drop/sports/first.txt: ninjs written")
    watched.put("second.txt")
    watched.until_said("drop/second.txt: ninjs written")
    assert watched.printed == ["output/sports/first.json", "output/second.json"]
    assert "Monday" in (tmp_path / "output" / "second.json").read_text()


def test_a_file_is_read_when_it_is_complete(watch):
    watched = watch()
    with (watched.drop / "slow.txt").open("w") as file:
        for number in range(10):
            file.write(f"OSLO (AFP) - Sentence {number}.\n\n")
            file.flush()
            time.sleep(0.1)
    watched.until_said("drop/slow.txt: ninjs written")
    assert watched.said.count("slow.txt") == 1
    assert "Sentence 9" in (watched.folder / "output" / "slow.json").read_text()


def test_a_story_that_changes_is_exported_anew_and_others_are_not(watch):
    watched = watch("--verbose")
    watched.put("a.txt")
    watched.put("b.txt")
    watched.until_said("drop/a.txt: ninjs written", "drop/b.txt: ninjs written")
    watched.put("a.txt", "Tuesday")
    watched.until(lambda: watched.said.count("drop/a.txt: ninjs written") == 2)
    watched.put("b.txt")  # the same words, sent again
    watched.until_said("drop/b.txt: up to date")
    assert watched.printed == ["output/a.json", "output/b.json", "output/a.json"]


def test_a_story_that_fails_is_logged_and_left(watch):
    watched = watch("--json")
    watched.put("blank.txt", text=" \n")
    watched.put("held.txt", text=HELD)
    watched.put("good.txt")
    watched.until_said(
        "drop/blank.txt: failed", "drop/held.txt: failed", "drop/good.txt: ninjs written"
    )
    assert "drop/blank.txt: error R001: " in watched.said
    assert "drop/held.txt: error X002: " in watched.said
    told = {each["input"]: each["output"] for each in map(json.loads, watched.printed)}
    assert told == {
        "drop/blank.txt": None, "drop/held.txt": None, "drop/good.txt": "output/good.json"
    }  # fmt: skip
    watched.put("blank.txt")
    watched.until_said("drop/blank.txt: ninjs written")


def test_two_stories_of_one_name_are_not_written_over_each_other(watch):
    watched = watch()
    watched.put("a.txt", "Monday")
    watched.until_said("drop/a.txt: ninjs written")
    watched.put("a.md", "Tuesday")
    watched.until_said("drop/a.md: failed")
    assert "X010" in watched.said
    assert "Monday" in (watched.folder / "output" / "a.json").read_text()


def test_outputs_in_the_folder_do_not_arrive(watch):
    watched = watch("--output", "drop/done", "--name", "{title}")
    watched.put("a.txt")
    watched.until_said("drop/a.txt: ninjs written")
    watched.put("b.txt", "Tuesday")
    watched.until_said("drop/b.txt: ninjs written")
    assert len(watched.printed) == 2
    assert "done" not in watched.said


def test_the_folder_may_go_and_come_back(watch):
    watched = watch()
    watched.put("a.txt")
    watched.until_said("drop/a.txt: ninjs written")
    watched.drop.rename(watched.folder / "away")
    watched.until(lambda: "X022" in watched.said)
    (watched.folder / "away").rename(watched.drop)
    watched.until_said("drop: the folder can be looked into again")
    watched.put("b.txt")
    watched.until_said("drop/b.txt: ninjs written")
    assert watched.said.count("drop/a.txt") == 1


@pytest.mark.parametrize(
    ("number", "send"),
    [(signal.SIGINT, os.killpg), (signal.SIGTERM, os.kill), (signal.SIGTERM, os.killpg)],
)
def test_it_ends_well_when_it_is_told_to(watch, number, send):
    watched = watch()
    for count in range(50):
        watched.put(f"{count}.txt", str(count))
    watched.until(lambda: len(watched.printed) >= 5)
    assert watched.stop(number, send) == 0
    assert group_is_gone(watched.process.pid)
    assert re.search(r"^stopped; \d+ stories: \d+ written$", watched.said, re.MULTILINE)
    assert "Traceback" not in watched.said
    assert not [each for each in (watched.folder / "output").iterdir() if each.name[0] == "."]


def test_a_watch_that_begins_again_makes_what_is_missing(watch):
    watched = watch()
    watched.put("a.txt")
    watched.until_said("drop/a.txt: ninjs written")
    watched.stop()
    watched.put("b.txt")
    again = watch("--verbose")
    again.until_said("drop/a.txt: up to date", "drop/b.txt: ninjs written")
    assert again.printed == ["output/b.json"]


def test_a_worker_that_is_killed_between_stories_costs_none(watch):
    watched = watch()
    watched.put("a.txt")
    watched.until_said("drop/a.txt: ninjs written")
    for process in Family(watched.process.pid).workers():
        os.kill(process, signal.SIGKILL)
    watched.put("b.txt")
    watched.until_said("drop/b.txt: ninjs written")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_many_arrivals_leave_no_file_open(watch):
    watched = watch("--jobs", "1")

    def arrive(numbers: range) -> list[int]:
        for number in numbers:
            watched.put(f"{number}.txt", str(number))
            (watched.drop / f"{number - 50}.txt").unlink(missing_ok=True)
        watched.until_said(f"drop/{numbers[-1]}.txt: ninjs written")
        return sorted(Family(watched.process.pid).files().values())

    before = arrive(range(100))
    assert arrive(range(100, 400)) == before
    assert len(list((watched.folder / "output").iterdir())) == len(watched.printed)
