"""Killed at any moment, an archive is valid, and the next run goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from exporter.archive.objects import load
from exporter.archive.root import open_root
from exporter.archive.staging import Staging
from exporter.archive.verification import verify_object, verify_root
from tests.archive.conftest import assert_valid

ROUNDS = 25
_ENDLESS = """
import sys
from pathlib import Path
from exporter.archive import durable
from exporter.archive.accession import accessions
from exporter.archive.objects import load
from tests.archive.conftest import version

if sys.argv[2] == "renames":
    durable.exchange = lambda one, other: False
if sys.argv[3] == "early":
    print("ready", flush=True)
with accessions(Path(sys.argv[1])) as adding:
    for count in range(100_000):
        story = f"urn:x:{count % 7}"
        place = adding.archive.place(story)
        number = load(place).head + 1 if place.exists() else 1
        adding.add(version(story, number))
        if count == 0 and sys.argv[3] == "late":
            print("ready", flush=True)
"""


def _killed(folder, round_number: int, way: str) -> None:
    """Kill a process: each third before it has begun, the others while they add."""
    moment = "early" if round_number % 3 == 1 else "late"
    process = subprocess.Popen(
        [sys.executable, "-c", _ENDLESS, str(folder), way, moment],
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.003 * round_number)
        os.kill(process.pid, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL


def _heads(folder) -> dict[str, int]:
    if not folder.exists():
        return {}
    kept = [load(path) for path in open_root(folder).objects()]
    return {each.identifier: each.head for each in kept}


def _faults(folder) -> list[object]:
    archive = open_root(folder)
    return [
        *verify_root(archive),
        *(fault for path in archive.objects() for fault in verify_object(archive, path)),
    ]


def test_killed_again_and_again_an_archive_stays_valid_and_loses_nothing(folder, add):
    before: dict[str, int] = {}
    for count in range(ROUNDS):
        _killed(folder, count, "exchange")
        if not folder.exists():
            continue
        assert _faults(folder) == []
        after = _heads(folder)
        assert all(after[story] >= head for story, head in before.items())
        before = after
    assert_valid(folder)
    assert before
    assert Staging(folder).abandoned()
    add("urn:x:last")
    assert not Staging(folder).abandoned()
    assert _faults(folder) == []
    assert_valid(folder)


def test_where_folders_cannot_be_exchanged_the_next_run_makes_the_archive_valid(folder, add):
    before: dict[str, int] = {}
    for count in range(ROUNDS):
        _killed(folder, count, "renames")
        add(f"urn:x:round-{count}")
        assert _faults(folder) == []
        after = _heads(folder)
        assert all(after[story] >= head for story, head in before.items())
        before = after
    assert_valid(folder)


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_end_it_leaves_nothing_behind(tmp_path, ending):
    for count in range(40):
        (tmp_path / "wire").mkdir(exist_ok=True)
        (tmp_path / f"wire/{count}.txt").write_text(
            f"OSLO, Aug 29, 2014 (AFP) - Number {count} spoke.\n"
        )
    command = ["archive", "add", "wire", "-f", "ninjs", "--quiet", "--archive", "kept"]
    process = subprocess.Popen(
        [sys.executable, "-m", "exporter", *command], cwd=tmp_path, stdout=subprocess.PIPE,
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")},
        stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(ending)
    assert not Staging(tmp_path / "kept").abandoned()
    assert not list(Staging(tmp_path / "kept").folder.glob("work-*"))
    assert_valid(tmp_path / "kept")


def test_a_batch_that_was_killed_is_finished_by_running_it_again(tmp_path):
    (tmp_path / "wire").mkdir()
    for count in range(30):
        text = f"BC-Number {count}\n\nOSLO, Aug 29, 2014 (AP) - Number {count} spoke.\n"
        (tmp_path / f"wire/{count:02}.txt").write_text(text)
    command = [sys.executable, "-m", "exporter", "archive", "add", "wire", "-f", "ninjs", "-q"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    for lines in (1, 7, 19):
        process = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True
        )
        with process:
            assert process.stdout is not None
            for _ in range(lines):
                process.stdout.readline()
            process.kill()
        assert _faults(tmp_path / "archive") == []
        assert_valid(tmp_path / "archive")
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert list(_heads(tmp_path / "archive").values()) == [1] * 30
    assert not Staging(tmp_path / "archive").abandoned()
    assert_valid(tmp_path / "archive")
