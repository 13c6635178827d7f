"""A folder of stories made by one and by two processes, beside typst: `python -m tests.bench.many`.

The program is run as a user runs it, start and writing included; typst makes PDFs in this process
and writes none. In each round all of them get the same number of stories, each of its own. Quote
the ratios: what else the machine does slows all alike. Where it leaves no two processors free, the
time of processors that a story takes still tells what a second process would bring. `--soak` is one
long run of that many stories instead, and what each process held in memory as it went on.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench import peers
from tests.bench.contest import WARM_UP
from tests.bench.processes import Family
from tests.bench.stories import story

STORIES = 600
ROUNDS = 5
TYPST = "typst, PDF alone"
_IN_A_FOLDER = 500

# Makes files of stories; the seconds that it took, and those of processors.
Run = Callable[[list[str]], tuple[float, float]]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.many", description=__doc__)
    parser.add_argument("--stories", type=int, default=STORIES, help="in a run (%(default)s)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how many (%(default)s)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (%(default)s)")
    parser.add_argument("--soak", type=int, metavar="STORIES", help="one long run instead")
    arguments = parser.parse_args()
    if arguments.soak:
        soak(arguments.soak, arguments.jobs)
    else:
        compare(arguments.stories, arguments.rounds, arguments.jobs)


def compare(stories: int, rounds: int, jobs: int) -> None:
    """Print the rates, and the ratios within each round."""
    contestants = _contestants(jobs)
    rates: dict[str, list[float]] = {name: [] for name in contestants}
    spent: dict[str, list[float]] = {name: [] for name in contestants}
    numbers = iter(range(1, sys.maxsize))
    for turn in range(rounds):
        names = list(contestants)
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            texts = [story(next(numbers)) for _ in range(stories)]
            seconds, of_processors = contestants[name](texts)
            rates[name].append(stories / seconds)
            spent[name].append(of_processors / stories * 1000)
    heads = ("stories/s", "/ typst", "/ 1 job", "CPU ms", "/ typst")
    print(f"{f'{stories} stories, {rounds} rounds':26s}" + "".join(f"{h:>10s}" for h in heads))
    for name, found in rates.items():
        beside = [_beside(found, rates[other]) for other in (TYPST, _named(1))]
        row = (statistics.median(found), *beside, statistics.median(spent[name]))
        last = _beside(spent[name], spent[TYPST])
        print(f"{name:26s}" + "".join(f"{value:10.2f}" for value in (*row, last)))


def _contestants(jobs: int) -> dict[str, Run]:
    """By name, how each makes files of stories."""
    typst = peers.typst()
    for number in range(WARM_UP):
        typst(story(sys.maxsize - number))
    ours = {
        _named(count): lambda texts, count=count: _exported(texts, count)  # type: ignore[misc]
        for count in sorted({1, jobs})
    }
    return {TYPST: lambda texts: _typeset(texts, typst), **ours}


def _named(jobs: int) -> str:
    return f"exporter, all, {jobs} job{'s' if jobs > 1 else ''}"


def _beside(found: list[float], base: list[float]) -> float:
    return statistics.median(own / other for own, other in zip(found, base, strict=True))


def _typeset(texts: list[str], make: peers.Make) -> tuple[float, float]:
    start, before = time.perf_counter(), time.process_time()
    for text in texts:
        make(text)
    return time.perf_counter() - start, time.process_time() - before


def _exported(texts: list[str], jobs: int) -> tuple[float, float]:
    with _folder_of(texts) as folder:
        start = time.perf_counter()
        with subprocess.Popen(_command(folder, jobs), stdout=subprocess.PIPE) as program:
            family = Family(program.pid)
            for number, _ in enumerate(program.stdout or ()):
                if number % 20 == 0:
                    family.look()
        assert program.returncode == 0
        return time.perf_counter() - start, family.seconds


@contextmanager
def _folder_of(texts: list[str]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        for number, text in enumerate(texts):
            file = Path(place, "wire", f"{number // _IN_A_FOLDER:03}", f"{number:06}.txt")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        yield Path(place)


def _command(folder: Path, jobs: int) -> list[str]:
    program = [sys.executable, "-m", "exporter", str(folder / "wire"), "--quiet"]
    return [*program, "--jobs", str(jobs), "--output", str(folder / "output")]


def soak(stories: int, jobs: int) -> None:
    """Print, for each tenth of a long run, the rate and the memory of every process."""
    with _folder_of([story(number) for number in range(stories)]) as folder:
        start = time.monotonic()
        command = [*_command(folder, jobs), "--report", str(folder / "run.json")]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
            family = Family(program.pid)
            print(f"{'stories':>8s}{'seconds':>9s}  memory of each process, MB; files it has open")
            for done, _ in enumerate(program.stdout or (), 1):
                if done % (3 * max(1, stories // 10)) == 0:
                    print(f"{done // 3:8d}{time.monotonic() - start:9.1f}  {family}", flush=True)
        seconds = time.monotonic() - start
        summary = json.loads((folder / "run.json").read_bytes())["summary"]
    print(f"{stories} stories in {seconds:.1f} s: {stories / seconds:.1f} a second")
    print(f"at most {family.most / 1e6:.0f} MB in one process; {json.dumps(summary)}")


if __name__ == "__main__":
    main()
