"""Change the code a little, many times, and see whether a test notices: `python -m tests.mutation`.

Of each line at most one change is tried, and which ones is settled by the seed: a change elsewhere
in a file leaves the rest of the sample as it is. For each, a process of its own runs the tests that
come by the changed place, the quickest first. What survives is printed, to be read: it may be
equivalent, it may cost time only, or there is a test to write.

No tool for mutants of Python changes expressions and tables, of which the readers are made: hence
one of our own.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.mutation.mutants import Mutant, mutants
from tests.mutation.trials import Fate, Tests, survey, try_mutant

ROOT = Path(__file__).parents[2]
DEFAULT = ("exporter/typography", "exporter/readers/wire", "exporter/readers/text")
TESTS = ("tests/readers", "tests/typography", "tests/model", "tests/diagnostics", "tests/newsroom")


@dataclass(frozen=True)
class Trial:
    """A mutant of one file, which is named from the top of the repository."""

    path: str
    mutant: Mutant

    def rank(self, seed: int) -> str:
        """Where it stands among all, by what it says and not by where."""
        said = f"{seed} {self.path} {self.mutant.before} {self.mutant.after}"
        return hashlib.sha256(said.encode()).hexdigest()


def sample(places: Sequence[str], size: int, seed: int) -> list[Trial]:
    """At most one mutant a line, as many as wanted."""
    chosen: list[Trial] = []
    for path in sorted({one for place in places for one in _modules(ROOT / place)}):
        name = str(path.relative_to(ROOT))
        trials = [Trial(name, one) for one in mutants(path.read_text(encoding="utf-8"))]
        trials.sort(key=lambda trial: trial.rank(seed), reverse=True)
        chosen += {trial.mutant.line: trial for trial in trials}.values()
    return sorted(chosen, key=lambda trial: trial.rank(seed))[:size]


def _modules(place: Path) -> list[Path]:
    return [place] if place.is_file() else list(place.rglob("*.py"))


def hold(trials: Sequence[Trial], tests: Tests, *, jobs: int, seconds: float) -> Counter[str]:
    """Try them all, so many at a time, and print what is not noticed."""
    context = get_context("fork")
    fates: Counter[str] = Counter()
    waiting = list(reversed(trials))
    running: dict[BaseProcess, tuple[Trial, float]] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            trial = waiting.pop()
            process: BaseProcess = context.Process(
                target=try_mutant, args=(trial.path, trial.mutant, tests)
            )
            process.start()
            running[process] = (trial, time.monotonic() + seconds)
        time.sleep(0.02)
        for process, (trial, end) in list(running.items()):
            if process.is_alive() and time.monotonic() < end:
                continue
            fate = Fate.SLOW if process.is_alive() else Fate.of(process.exitcode)
            process.kill()
            process.join()
            del running[process]
            fates[fate.value] += 1
            _tell(trial, fate, len(waiting) + len(running))
    return fates


def _tell(trial: Trial, fate: Fate, left: int) -> None:
    if sys.stderr.isatty():
        print(f"{left} left ", end="\r", file=sys.stderr)
    if fate is not Fate.KILLED:
        mutant = trial.mutant
        print(f"{fate.value}: {trial.path}:{mutant.line}\n  - {mutant.before}\n  + {mutant.after}")
        sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("places", nargs="*", default=DEFAULT, help="modules and folders of them")
    parser.add_argument("--sample", type=int, default=100, help="how many mutants (%(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1, help="processes (%(default)s)")
    parser.add_argument("--seconds", type=float, default=120, help="for a mutant (%(default)s)")
    parser.add_argument(
        "--slowest", type=float, default=0.5, help="leave out tests of more seconds (%(default)s)"
    )
    parser.add_argument("--tests", nargs="+", default=TESTS, help="folders of tests")
    given = parser.parse_args()
    trials = sample(given.places, given.sample, given.seed)
    tests = survey(given.tests, slowest=given.slowest)
    fates = hold(trials, tests, jobs=given.jobs, seconds=given.seconds)
    print(", ".join(f"{count} {fate}" for fate, count in fates.items()))


if __name__ == "__main__":
    main()
