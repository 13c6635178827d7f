"""Our backends beside their peers, in one run: `python -m tests.bench`.

Every round gives each of them a story that none has seen. Quote the ratios: machines differ and
are noisy, a ratio within one run holds.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import exporter
from tests.bench import peers
from tests.bench.stories import story

ROUNDS = 30
# Before anything is counted, so that fonts, patterns and templates are loaded.
WARM_UP = 3
BASE = "typst pdf"

Make = Callable[[str], bytes]


def ours(name: str) -> Make:
    """Reading included: bytes in, bytes out."""

    def make(text: str) -> bytes:
        return exporter.export(text.encode(), format=name).content

    return make


def contestants() -> dict[str, Make]:
    """Everyone who is installed, ourselves first."""
    found: dict[str, Make] = {f"exporter {name}": ours(name) for name in ("pdf", "epub", "docx")}
    others: dict[str, Callable[[], Make]] = {
        BASE: peers.typst,
        "weasyprint pdf": peers.weasyprint,
        "platypus pdf": peers.platypus,
        "pandoc epub": lambda: peers.pandoc("epub"),
        "pandoc docx": lambda: peers.pandoc("docx"),
    }
    for name, prepare in others.items():
        try:
            found[name] = prepare()
        except ImportError as error:
            print(f"{name} is left out: {error}", file=sys.stderr)
    return found


def medians(makers: dict[str, Make]) -> dict[str, tuple[float, int]]:
    """Median time in milliseconds and the size of the last file, by contestant."""
    times: dict[str, list[float]] = {name: [] for name in makers}
    sizes: dict[str, int] = {}
    for number in range(1, WARM_UP + ROUNDS + 1):
        text = story(number)
        for name, make in makers.items():
            if name.startswith(("pandoc", "weasyprint")) and number > WARM_UP + 5:
                continue
            start = time.perf_counter()
            sizes[name] = len(make(text))
            if number > WARM_UP:
                times[name].append((time.perf_counter() - start) * 1000)
    return {name: (statistics.median(times[name]), sizes[name]) for name in makers}


def cold(arguments: list[str], rounds: int = 5) -> float:
    """Median time in milliseconds of a command in a new process."""
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


def main() -> None:
    results = medians(contestants())
    base = results.get(BASE, (0.0, 0))[0]
    print(f"{'':18s}{'median ms':>12s}{'/ ' + BASE:>14s}{'bytes':>10s}")
    for name, (median, size) in results.items():
        ratio = f"{median / base:.2f}" if base else ""
        print(f"{name:18s}{median:12.2f}{ratio:>14s}{size:10d}")
    imports = cold(["-c", "import reportlab.pdfgen.canvas, uharfbuzz"])
    command = cold(["-m", "exporter", "--format", "pdf", "--output", "-", "--quiet"])
    print(f"cold command / bare imports of reportlab and uharfbuzz: {command / imports:.2f}")


if __name__ == "__main__":
    main()
