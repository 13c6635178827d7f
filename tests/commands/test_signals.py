"""The program when it is told to stop, and on a terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.commands.test_commands import variables, variables_to_be_stopped
from tests.conftest import SEED

# The program is stopped when a file is written but does not have its name yet.
_SLOW = """
import sys, time
from pathlib import Path
from exporter.cli import main

def wait(draft, target):
    print("writing", flush=True)
    time.sleep(30)

Path.replace = wait
sys.exit(main(["a.txt", "--format", "epub"]))
"""


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_in_the_midst_of_writing_leaves_nothing(tmp_path, number, status):
    (tmp_path / "a.txt").write_bytes(SEED.read_bytes())
    with subprocess.Popen(
        [sys.executable, "-c", _SLOW],
        cwd=tmp_path,
        env=variables_to_be_stopped(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout.readline() == "writing\n"
        (draft,) = (tmp_path / "output").iterdir()
        assert draft.name.startswith(".exporter-")
        program.send_signal(number)
        _, err = program.communicate(timeout=20)
    assert program.returncode == status
    assert list((tmp_path / "output").iterdir()) == []
    assert "Traceback" not in err


STORIES = 40


def many_stories(folder) -> None:
    (folder / "seeds").mkdir()
    for number in range(STORIES):
        story = SEED.read_text(encoding="utf-8").replace("Wednesday", f"Wednesday {number}")
        (folder / "seeds" / f"{number:02}.txt").write_text(story, encoding="utf-8")


def started(folder, *arguments: str) -> subprocess.Popen[str]:
    """The program as a terminal runs it: the leader of a group that hears Ctrl-C as one."""
    return subprocess.Popen(
        ["exporter", *arguments],
        cwd=folder,
        env=variables_to_be_stopped(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def group_is_gone(leader: int) -> bool:
    """Whether every process of a group ends, and soon."""
    for _ in range(200):
        try:
            os.killpg(leader, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def files(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def finish(folder, *arguments: str) -> str:
    return subprocess.run(
        ["exporter", *arguments],
        cwd=folder,
        env=variables(folder),
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory) -> dict[str, bytes]:
    """The outputs of a run that nobody has stopped."""
    folder = tmp_path_factory.mktemp("undisturbed")
    many_stories(folder)
    finish(folder)
    return files(folder / "output")


@pytest.mark.parametrize(
    ("jobs", "number", "send", "status"),
    [
        ("1", signal.SIGINT, os.kill, 130),
        ("2", signal.SIGINT, os.killpg, 130),
        ("2", signal.SIGINT, os.kill, 130),
        ("2", signal.SIGTERM, os.killpg, 143),
        ("2", signal.SIGTERM, os.kill, 143),
        ("2", signal.SIGHUP, os.killpg, 129),
    ],
)
def test_a_run_that_is_stopped_is_finished_by_update(
    tmp_path, undisturbed, jobs, number, send, status
):
    many_stories(tmp_path)
    with started(tmp_path, "--jobs", jobs, "--report", "run.json") as program:
        for _ in range(10):
            assert program.stdout.readline()
        send(program.pid, number)
        _, err = program.communicate(timeout=60)
    assert program.returncode == status
    assert group_is_gone(program.pid)
    assert f"of {STORIES} stories are done; with --update the same command does the rest" in err
    assert "nothing is left half-written" in err
    assert "Traceback" not in err
    before = files(tmp_path / "output")
    assert before.items() < undisturbed.items()
    assert len(before) >= 10
    assert not (tmp_path / "run.json").exists()
    stems = Counter(Path(name).stem for name in before)
    said = finish(tmp_path, "--update", "--json")
    assert said.count('"X013"') == 3 * sum(count == 3 for count in stems.values())
    assert files(tmp_path / "output") == undisturbed


def test_workers_leave_when_the_program_is_killed(tmp_path):
    many_stories(tmp_path)
    with started(tmp_path, "--jobs", "2", "--format", "epub") as program:
        assert program.stdout.readline()
        program.kill()
        program.communicate(timeout=60)
    assert group_is_gone(program.pid)
    assert not any(name.startswith(".") for name in files(tmp_path / "output"))


def test_a_worker_that_is_killed_does_not_stop_the_run(tmp_path):
    many_stories(tmp_path)
    with started(tmp_path, "--jobs", "2", "--format", "pdf") as program:
        assert program.stdout.readline()
        victim = max(_at_work(program.pid))
        os.kill(victim, signal.SIGKILL)
        out, err = program.communicate(timeout=60)
    assert program.returncode == 1
    assert err.count("error X020: ") == 1
    assert "killed by SIGKILL" in err
    assert "exporter: 40 stories: 39 written, 1 failed" in err
    assert not any(name.startswith(".") for name in files(tmp_path / "output"))
    assert len(out.splitlines()) == 38  # the first has been read


def _at_work(leader: int) -> list[int]:
    """The processes of a group that have read a story: its workers."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        number = int(process.name)
        try:
            if (
                os.getpgid(number) == leader != number
                and "harfbuzz" in (process / "maps").read_text()
            ):
                found.append(number)
        except OSError:
            continue
    return found


def on_a_terminal(command: list[str], folder, environment: dict[str, str]) -> str:
    """What a terminal shows of a program that is run in a folder."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execvpe(command[0], command, environment)
    shown = b""
    end = time.monotonic() + 60
    try:
        while time.monotonic() < end and (block := os.read(terminal, 4096)):
            shown += block
    except OSError:  # the program has ended and with it the terminal
        pass
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    return shown.decode()


@pytest.mark.parametrize(("stories", "bar"), [(30, True), (3, False)])
def test_a_bar_shows_for_many_stories_on_a_terminal(tmp_path, stories, bar):
    (tmp_path / "seeds").mkdir()
    for number in range(stories):
        (tmp_path / "seeds" / f"{number}.txt").write_text(f"OSLO (AFP) - Story {number}.\n")
    environment = {**variables(tmp_path), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    shown = on_a_terminal(["exporter", "--format", "epub"], tmp_path, environment)
    assert (f"/{stories}" in shown) is (" left" in shown) is bar
    for number in range(stories):
        assert f"output/{number}.epub" in shown
    assert "Traceback" not in shown
