"""A request to stop is heeded even where a library catches whatever is raised in it."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from tests.commands.test_commands import variables
from tests.conftest import SEED

_SWALLOWING = """
import os, signal, sys
from exporter.cli import main
from exporter.pipeline import press

real, number = press.renderer, int(sys.argv[1])

def renderer(name):
    def render(*arguments):
        try:
            os.kill(os.getpid(), number)
        except BaseException:
            pass
        if sys.argv[2] == "fails":
            raise ValueError("what was under way is damaged")
        return real(name)(*arguments)
    return render

press.renderer = renderer
sys.exit(main(sys.argv[3:]))
"""


@pytest.mark.parametrize("then", ["goes on", "fails"])
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize(
    "command",
    [
        ["a.txt", "b.txt", "-f", "epub", "--jobs", "1"],
        ["archive", "add", "a.txt", "-f", "epub"],
        ["mail", "a.txt", "-f", "epub", "--eml", "a.eml"],
    ],
    ids=lambda command: command[0],
)
def test_nothing_is_written_after_it(tmp_path, command, number, status, then):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(SEED.read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", _SWALLOWING, str(int(number)), then, *command],
        cwd=tmp_path,
        env=variables(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status
    assert "please report" not in done.stderr
    assert done.stdout == ""
    outputs = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert not {name for name in outputs if name.endswith((".epub", ".eml"))}
