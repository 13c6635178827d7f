"""What a new process costs: our command, typst's compiler, the bare imports of our libraries."""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench import peers
from tests.bench.results import Row
from tests.bench.stories import SEED, story

BARE = "imports of reportlab and uharfbuzz"
TYPST = "typst pdf"
ROUNDS = 15
EXPORTER = SEED.parents[1] / "exporter"
_TYPST = f"""
import sys, typst
compiler = typst.Compiler(font_paths=sys.argv[1:], ignore_system_fonts=True)
source = sys.stdin.buffer.read()
compiler.compile(source, format="pdf", pdf_standards={list(peers.STANDARDS)})
"""


def cold_starts() -> list[Row]:
    """Each contestant beside typst and beside the bare imports."""
    compileall.compile_dir(EXPORTER, quiet=1)  # as an installation does, and ours alone is none
    commands = _commands()
    # What an ordinary machine does not set: with it nothing is kept compiled.
    plain = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, (arguments, text) in commands.items():
            start = time.perf_counter()
            subprocess.run(arguments, input=text, check=True, capture_output=True, env=plain)
            if number:  # the first fills the caches of the disk
                times[name].append((time.perf_counter() - start) * 1000)
    others = {"typst": times[TYPST], "imports": times[BARE]}
    return [
        Row(
            name,
            statistics.median(spent),
            {other: _median_ratio(spent, base) for other, base in others.items()},
        )
        for name, spent in times.items()
    ]


def _median_ratio(spent: list[float], base: list[float]) -> float:
    return statistics.median(own / other for own, other in zip(spent, base, strict=True))


def _commands() -> dict[str, tuple[list[str], bytes]]:
    """The command of each, and its standard input."""
    exporter = [*_program(), str(SEED), "--quiet", "--output", "-", "--format"]
    found = {f"exporter {name}": ([*exporter, name], b"") for name in ("pdf", "epub", "docx")}
    source = peers.typst_source(story(0)).encode()
    return {
        **found,
        TYPST: ([sys.executable, "-c", _TYPST, *peers.font_folders()], source),
        BARE: ([sys.executable, "-c", "import reportlab.pdfgen.canvas, uharfbuzz"], b""),
    }


def _program() -> list[str]:
    """The command that people type, or where it is not installed the module."""
    script = Path(sys.executable).with_name("exporter")
    return [str(script)] if script.exists() else [sys.executable, "-m", "exporter"]
