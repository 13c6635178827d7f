"""The program when it is told to stop, and on a terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.commands.test_commands import variables
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
        env=variables(tmp_path),
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
    assert (f"/{stories}" in shown) is bar
    for number in range(stories):
        assert f"output/{number}.epub" in shown
    assert "Traceback" not in shown
