"""Finding other programs and running them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from exporter.diagnostics import reason_of
from exporter.expressions import expression
from exporter.validators.verdict import Judge, Verdict
from exporter.values import Value

_SECONDS = 120
# Files that a program is given in one call: of large ones, too, it judges two in a second.
_PORTION = 50
# For Java to start soonest: a run ends before a better compiler or collector pays.
QUICK_START = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_VERSION = expression(r"\d+(?:\.\d+)+")
MOST_FINDINGS = 20


class Outcome(Value):
    """How a program ended and all that it printed."""

    status: int
    lines: tuple[str, ...]


def home() -> Path:
    """Where validators are installed that are not on PATH: VALIDATORS_HOME or the user's cache."""
    named = os.environ.get("VALIDATORS_HOME")
    return Path(named) if named else Path.home() / ".cache" / "validators"


def program(name: str, *below_home: str) -> str | None:
    """The program of a name on PATH, or at one of the places below `home`."""
    found = shutil.which(name)
    if found:
        return found
    places = (home() / place for place in below_home)
    return next((str(place) for place in places if os.access(place, os.X_OK)), None)


def run(command: Sequence[str], variables: Mapping[str, str] | None = None) -> Outcome:
    """Outcome of a program; one that cannot start or does not end has failed too."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_SECONDS,
            env={**os.environ, **(variables or {})},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        return Outcome(-1, (*_lines(error.stdout or b""), f"gave no answer in {_SECONDS} s"))
    except OSError as error:
        return Outcome(-1, (f"cannot be started: {reason_of(error)}",))
    return Outcome(done.returncode, _lines(done.stdout))


def _lines(printed: bytes) -> tuple[str, ...]:
    text = printed.decode("utf-8", "replace")
    return tuple(line for line in text.splitlines() if line.strip())


def in_portions(judge: Judge) -> Judge:
    """A judge that asks another for as many files at once as it can answer for in its time."""
    return lambda files: (
        verdict
        for start in range(0, len(files), _PORTION)
        for verdict in judge(files[start : start + _PORTION])
    )


def version_told(name: str, *below_home: str) -> str | None:
    """The version that a program tells of itself, None when it is not there or tells none."""
    found = program(name, *below_home)
    lines = run([found, "--version"]).lines if found else ()
    numbers = filter(None, map(_VERSION.search, lines))
    return next((number[0] for number in numbers), None)


def version_of_wheel(name: str) -> str | None:
    """The version of a wheel that is installed below `home`."""
    places = sorted(home().glob(f"py/lib/python3*/site-packages/{name}-*.dist-info"))
    return places[-1].stem.partition("-")[2] if places else None


def file_by_file(
    name: str,
    command: Sequence[str],
    telling: Callable[[str], bool] = bool,
    *,
    silent: bool = False,
) -> Judge:
    """A judge that runs the command with each file's path; success is exit status 0.

    `telling` picks the printed lines that are findings. A `silent` program prints only those.
    """

    def judge(files: Sequence[Path]) -> list[Verdict]:
        return [_judge_one(file) for file in files]

    def _judge_one(file: Path) -> Verdict:
        outcome = run([*command, str(file.absolute())])
        if outcome.status == 0 and not (silent and outcome.lines):
            return Verdict(file, name, passed=True)
        findings = tuple(filter(telling, outcome.lines)) or outcome.lines
        return Verdict(file, name, passed=False, findings=findings[:MOST_FINDINGS])

    return judge
