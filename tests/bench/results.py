"""What a run of the bench has found: printed, and as JSON."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import exporter
from tests.bench.stages import WHOLE, Times


@dataclass(frozen=True, slots=True)
class Row:
    """A contestant: its median in milliseconds, ratios beside others within a round, bytes."""

    name: str
    median: float
    beside: dict[str, float]
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """All tables of one run. `stages` has the milliseconds of each stage by format."""

    rounds: int
    warm: Sequence[Row]
    cold: Sequence[Row]
    stages: dict[str, Times]

    def page(self) -> str:
        """The tables, as a terminal shows them."""
        tables = (
            _table(f"one process, {self.rounds} rounds", self.warm),
            _table("a new process", self.cold),
            "\n".join(_stage_lines(self.stages)),
        )
        return "\n\n".join(tables)

    def as_json(self) -> dict[str, Any]:
        """All of it, with what it was measured on."""
        return {
            "exporter": exporter.__version__,
            "python": platform.python_version(),
            "machine": platform.machine(),
            **asdict(self),
        }


def _table(title: str, rows: Sequence[Row]) -> str:
    others = list(dict.fromkeys(name for row in rows for name in row.beside))
    heads = "".join(f"{f'/ {name}':>11s}" for name in others)
    sizes = any(row.size is not None for row in rows)
    lines = [f"{title:34s}{'median ms':>10s}{heads}" + (f"{'bytes':>9s}" if sizes else "")]
    for row in rows:
        ratios = "".join(
            f"{row.beside[name]:11.2f}" if name in row.beside else " " * 11 for name in others
        )
        size = "" if row.size is None else f"{row.size:9d}"
        lines.append(f"{row.name:34s}{row.median:10.2f}{ratios}{size}")
    return "\n".join(lines)


def _stage_lines(stages: dict[str, Times]) -> Iterator[str]:
    yield f"{'stages':34s}{'median ms':>10s}{'of all':>11s}"
    for format_name, times in stages.items():
        whole = times[WHOLE]
        named = {stage: spent for stage, spent in times.items() if stage != WHOLE}
        for stage, spent in {**named, "the rest": whole - sum(named.values())}.items():
            yield f"{f'exporter {format_name}: {stage}':34s}{spent:10.2f}{spent / whole:11.0%}"


def make_room(path: Path) -> Path:
    """The path of a result, in a folder that is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
