"""Throw mutated input at the exporter, led by what it makes the code do: `python -m tests.fuzz`.

Atheris, a coverage-guided fuzzer, chooses the inputs; each find is written to a folder, named by
where it happened, and the run goes on. What is slow is a find too. A find becomes a test; how many
cases there were is the last that Atheris says.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
import time
import traceback
import zlib
from pathlib import Path

import atheris

# What is imported on first use would not be watched.
_WATCHED = ("readers", "typography", "pipeline", "renderers", "model", "stylesheet", "newsroom")

with atheris.instrument_imports(include=["exporter"]):
    import exporter
    from tests.fuzz.mutation import mutated_part
    from tests.fuzz.targets import BEGINNINGS, TARGETS, Target

    for _module in pkgutil.walk_packages(exporter.__path__, "exporter."):
        if _module.name.split(".")[1] in _WATCHED and not _module.name.endswith(".build"):
            importlib.import_module(_module.name)

_SLOW = 5.0  # seconds, of a case of at most `_LONGEST` bytes
_LONGEST = 24_000


class Hunt:
    """One run, which keeps one input of each kind of find."""

    def __init__(self, target: Target, found: Path) -> None:
        self._target = target
        self._found = found
        self._places: set[str] = set()

    def case(self, data: bytes) -> None:
        """Try one input."""
        start = time.process_time()
        try:
            self._target(data)
        except Exception as error:  # each kind is told once
            self._keep(_place(error), data, traceback.format_exc())
        spent = time.process_time() - start
        if spent > _SLOW:
            self._keep("slow", data, f"{spent:.1f} s of processor time\n")

    def _keep(self, place: str, data: bytes, told: str) -> None:
        if place in self._places:
            return
        self._places.add(place)
        self._found.mkdir(parents=True, exist_ok=True)
        name = f"{place}-{zlib.crc32(data):08x}"
        (self._found / f"{name}.input").write_bytes(data)
        (self._found / f"{name}.txt").write_text(told, encoding="utf-8")
        print(f"\nfound: {name}\n{told}", file=sys.stderr)


def _place(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}"


def _mutated_part(data: bytes, most: int, seed: int) -> bytes:
    """Mostly markup of another meaning, at times any bytes."""
    changed = None if seed % 8 == 0 else mutated_part(data, most, seed)
    return atheris.Mutate(data, most) if changed is None else changed


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=TARGETS, help="what is mutated")
    parser.add_argument("corpus", nargs="*", type=Path, help="folders of inputs to begin with")
    parser.add_argument("--minutes", type=float, default=30, help="how long (%(default)s)")
    parser.add_argument("--found", type=Path, default=Path("found"), help="where finds go")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    hunt = Hunt(TARGETS[given.target], given.found)
    # The first folder takes up what leads further; those of the user stay as they are.
    grown = given.found / "corpus"
    grown.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(BEGINNINGS.get(given.target, list)()):
        (grown / f"beginning-{number}").write_bytes(data)
    mutator = {"custom_mutator": _mutated_part} if given.target == "part" else {}
    atheris.Setup(
        [
            sys.argv[0], "-keep_seed=1",
            f"-max_total_time={round(given.minutes * 60)}", f"-max_len={_LONGEST}",
            f"-seed={given.seed}", "-timeout=120", "-rss_limit_mb=2048", "-print_final_stats=1",
            str(grown), *map(str, given.corpus),
        ],
        hunt.case,
        **mutator,
    )  # fmt: skip
    atheris.Fuzz()


if __name__ == "__main__":
    main()
