"""The program as its users run it: one file holds a command and all that comes of it.

    % the command, run by sh in an empty folder
    what is typed into it
    ^D
    what it prints to standard output
    2> what it prints to standard error
    => its exit status

A backslash at the end of the output means that it ends without a line end. Variables: $SEED is the
seed story, $STORIES the folder of the tests' own stories. `--accept` rewrites what differs and
fails the test, so that nobody leaves it on.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT, SEED

FOLDER = Path(__file__).parent
CASES = sorted(FOLDER.glob("*.test"))
_SECONDS = 60


@dataclass(frozen=True)
class Case:
    """A command, its input, and all that came of it."""

    command: str
    typed: str
    came: str

    @classmethod
    def parse(cls, text: str) -> Case:
        head, _, came = text.partition("^D\n")
        command, _, typed = head.partition("\n")
        assert command.startswith("% "), "a case begins with % and its command"
        return cls(command[2:], typed, came)

    def __str__(self) -> str:
        return f"% {self.command}\n{self.typed}^D\n{self.came}"


def ran(case: Case, folder: Path) -> str:
    """What comes of a case's command in a folder."""
    done = subprocess.run(
        ["sh", "-c", case.command],
        input=case.typed.encode(),
        cwd=folder,
        env=variables(folder),
        capture_output=True,
        timeout=_SECONDS,
        check=False,
    )
    out = done.stdout.decode("utf-8", "backslashreplace")
    if out and not out.endswith("\n"):
        out += "\\\n"
    err = "".join(f"2> {line}\n" for line in done.stderr.decode().splitlines())
    came = f"{out}{err}=> {done.returncode}\n"
    return came.replace(str(folder), "$PWD").replace(str(ROOT), "$ROOT")


def variables(folder: Path) -> dict[str, str]:
    """A user's environment, the same on every machine; a locale that knows only ASCII."""
    programs = Path(sys.executable).parent
    return {
        "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
        "HOME": str(folder / "home"),
        "XDG_CACHE_HOME": str(folder.with_name(f"{folder.name}-cache")),
        "LC_ALL": "C",
        "PYTHONWARNINGS": "error",
        "SEED": str(SEED),
        "STORIES": str(ROOT / "tests" / "stories"),
        **measured(),
    }


def measured() -> dict[str, str]:
    """What lets `make coverage` follow into a program; nothing in any other run."""
    return {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}


def variables_to_be_stopped(folder: Path) -> dict[str, str]:
    """The same for a program that is told to stop, at whatever moment.

    Between the opening of a file and its `with` a signal leaves the file to be closed by its end.
    """
    return variables(folder) | {"PYTHONWARNINGS": "error,ignore::ResourceWarning"}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_command_does_what_its_case_says(path, tmp_path, request):
    case = Case.parse(path.read_text(encoding="utf-8"))
    came = ran(case, tmp_path)
    if came != case.came and request.config.getoption("--accept"):
        path.write_text(str(Case(case.command, case.typed, came)), encoding="utf-8")
        pytest.fail(f"{path.name} is rewritten: read the change, then run without --accept")
    assert came == case.came


def test_there_are_cases():
    assert CASES
