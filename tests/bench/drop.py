"""A drop folder under watch for as long as so many stories take: `python -m tests.bench.drop`.

Stories arrive as fast as they are made, and are cleared away when they have been; of every fifty
one is blank, and fails. The table says what each process of the watch holds in memory, and how many
files it has open: both must stay as they are.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.processes import Family
from tests.bench.stories import story

ARRIVALS = 20_000
FORMATS = "pdf,epub,docx"
# How many stories lie in the folder at a time.
_LEAD = 200
_BLANK = 50
_ROWS = 20


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.drop", description=__doc__)
    parser.add_argument("--arrivals", type=int, default=ARRIVALS, help="stories (%(default)s)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (%(default)s)")
    parser.add_argument("--format", default=FORMATS, help="made of each (%(default)s)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        watch(Path(folder), arguments.arrivals, arguments.jobs, arguments.format)


def watch(folder: Path, arrivals: int, jobs: int, formats: str) -> None:
    """Let stories arrive, and print what the watch holds meanwhile."""
    drop = folder / "drop"
    drop.mkdir()
    command = [
        sys.executable, "-m", "exporter", "--watch", str(drop), "--settle", "0.5",
        "--jobs", str(jobs), "--output", str(folder / "output"), "--json",
        "--format", formats,
    ]  # fmt: skip
    start = time.monotonic()
    ended = {"written": 0, "failed": 0}
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as program,
    ):
        family = Family(program.pid)
        for number in range(min(_LEAD, arrivals)):
            put(drop, number)
        print(f"{'stories':>8s}{'seconds':>9s}  memory of each process; files it has open")
        for done in range(1, arrivals + 1):
            outputs = [json.loads(program.stdout.readline()) for _ in formats.split(",")]
            clear_away(outputs)
            ended["written" if outputs[0]["output"] else "failed"] += 1
            if done + _LEAD <= arrivals:
                put(drop, done + _LEAD - 1)
            if done % max(1, arrivals // _ROWS) == 0:
                print(f"{done:8d}{time.monotonic() - start:9.1f}  {family}", flush=True)
        program.send_signal(signal.SIGTERM)
    print(f"{ended}; status {program.returncode}; {len(list(drop.iterdir()))} files left")
    print((folder / "log").read_text().splitlines()[-1])


def put(drop: Path, number: int) -> None:
    """Have a story arrive, under another name first."""
    text = " \n" if number % _BLANK == _BLANK - 1 else story(number + 1)
    part = drop / f"{number:06}.part"
    part.write_text(text, encoding="utf-8")
    part.rename(drop / f"{number:06}.txt")


def clear_away(outputs: list[dict[str, str | None]]) -> None:
    """Remove a story and what was made of it, as a newsroom does when it is done with it."""
    for output in outputs:
        Path(output["input"] or "").unlink(missing_ok=True)
        if output["output"]:
            Path(output["output"]).unlink()


if __name__ == "__main__":
    main()
