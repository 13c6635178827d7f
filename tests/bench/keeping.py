"""An archive of many stories, added, searched and verified: `python -m tests.bench.keeping 10000`.

Each step is the program as a user runs it; its time and its memory are those of its process.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from exporter.archive.catalogue import Catalogue
from exporter.archive.query import Wanted
from exporter.archive.root import open_root
from tests.bench.stories import story

AGENCIES = ("AFP", "AP", "dpa", "Reuters", "TASS", "AA")
PLACES = ("OSLO", "NAIROBI", "ANKARA", "VALLETTA", "LIMA", "SEOUL", "QUITO", "MINSK", "DAKAR")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
# Words of the seed that all stories have, some have, and one has.
QUESTIONS = ("Taliban", '"Kremlin statement" Kabul', "region* stab*", "number 4711")
_ROUNDS = 20
# Runs the program, then tells its memory at most in MB (of all processes, Linux counts that of the
# one before `exec`, too: so it asks for its own) and its processor's time.
_PROGRAM = """
import re, sys, time
from exporter.cli import main
assert main(sys.argv[1:]) == 0
peak = re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())
print(int(peak[1]) / 1024, time.process_time(), file=sys.stderr)
"""


@dataclass(frozen=True)
class Cost:
    """What a step took: seconds, MB of memory at most, and the processor's seconds."""

    seconds: float
    megabytes: float
    busy: float


def written(folder: Path, count: int) -> Iterator[Path]:
    """Stories of ten agencies, nine places and a year, each with words of its own."""
    for number in range(count):
        _, byline, text = story(number).split("\n", 2)
        agency, place = AGENCIES[number % len(AGENCIES)], PLACES[number % len(PLACES)]
        rest = text.strip().partition(" - ")[2]
        day = f"{MONTHS[number % 12]} {number % 28 + 1}"
        path = folder / f"{number:05}.txt"
        head = f"BC-{place.title()}-Number {number}\n\n{byline}\n"
        path.write_text(f"{head}{place}, {day}, 2014 ({agency}) - {rest}\n", encoding="utf-8")
        yield path


def run(folder: Path, *arguments: str) -> Cost:
    """A command of the archive in a folder."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    command = [sys.executable, "-c", _PROGRAM, "archive", *arguments]
    begun = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        text=True, check=True,
    )  # fmt: skip
    return Cost(time.perf_counter() - begun, *map(float, done.stderr.splitlines()[-1].split()))


def size(folder: Path) -> tuple[int, int]:
    """How many files, and how many bytes are in them."""
    files = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(files)


def ask(folder: Path) -> Iterator[tuple[str, float, float, int]]:
    """The median times of each question, the processor's too, in a process that is running."""
    (index,) = (folder / "cache/exporter/archives").iterdir()
    catalogue = Catalogue(open_root((folder / "archive").resolve()), index)
    for question in QUESTIONS:
        times, busy, found = [], [], 0
        for _ in range(_ROUNDS):
            begun, worked = time.perf_counter(), time.process_time()
            catalogue.stale(time.time_ns())
            found = len(list(catalogue.find(Wanted(question), 50)))
            times.append(time.perf_counter() - begun)
            busy.append(time.process_time() - worked)
        yield question, median(times), median(busy), found
    catalogue.close()


def main() -> None:
    """Build, ask, verify, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=int, nargs="?", default=1000)
    parser.add_argument("--format", default="pdf")
    parser.add_argument("--folder", type=Path, help="keep the archive here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        (folder / "wire").mkdir(parents=True)
        count = sum(1 for _ in written(folder / "wire", given.stories))
        added = run(folder, "add", "wire", "-q", "-f", given.format)
        files, total = size(folder / "archive")
        tell(f"{count:,} stories added ({given.format})", added, count)
        print(f"  {files:,} files, {total / 1e6:,.1f} MB, {total / count / 1e3:,.1f} KB a story")
        tell(
            "added again, all unchanged",
            run(folder, "add", "wire", "-q", "-f", given.format),
            count,
        )
        tell("indexed anew", run(folder, "reindex", "-q"), count)
        for question, seconds, busy, found in ask(folder):
            spent = f"{seconds * 1000:.1f} ms, busy for {busy * 1000:.1f}"
            print(f"{question!r}: {spent}, the first {found}", flush=True)
        tell("a search as a command", run(folder, "search", "-q", QUESTIONS[1]), 1)
        tell("listed", run(folder, "list", "-q"), count)
        tell("verified", run(folder, "verify"), count)


def tell(what: str, cost: Cost, count: int) -> None:
    """Print what a step took."""
    rate = f"{count / cost.seconds:,.0f}/s"
    spent = f"{cost.seconds:.2f} s, busy for {cost.busy:.2f}, {rate}"
    print(f"{what}: {spent}, {cost.megabytes:.0f} MB at most", flush=True)


if __name__ == "__main__":
    main()
