"""The results as a picture: everyone's time beside typst's, and where ours goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.bench.results import Results
from tests.bench.stages import WHOLE

_OURS, _THEIRS = "#1f4e79", "#b8b8b8"
_REST = "rest"
_COLOURS = {
    "read": "#0b2a45", "typography": "#1f4e79", "layout": "#4f7fac", "write": "#5c7f8f",
    "describe": "#8aa9b5", "draw": "#8fb3d3", "save": "#c9dcec", _REST: "#e8eff6",
}  # fmt: skip
_BASE = "typst"


def plot(results: Results, path: Path) -> None:
    """Write the picture, of the kind that the path's suffix names; ImportError, ValueError."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    figure, (peers, stages) = pyplot.subplots(1, 2, figsize=(11, 4), layout="constrained")
    _beside_peers(peers, results)
    _by_stage(stages, results)
    for axes in (peers, stages):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None)
    pyplot.close(figure)


def _beside_peers(axes: Any, results: Results) -> None:
    rows = [row for row in reversed(results.warm) if row.name != "exporter reading"]
    ratios = [row.beside.get(_BASE, row.median) for row in rows]
    bars = axes.barh(
        [row.name for row in rows],
        ratios,
        color=[_OURS if row.name.startswith("exporter") else _THEIRS for row in rows],
    )
    told = [f"{ratio:.2f} ({row.median:.0f} ms)" for ratio, row in zip(ratios, rows, strict=True)]
    axes.bar_label(bars, labels=told, padding=3, fontsize=8)
    axes.axvline(1, color="black", linewidth=0.6, linestyle=":")
    axes.margins(x=0.22)
    axes.set_title("A story like the seed: time beside typst's PDF", loc="left", fontsize=10)


def _by_stage(axes: Any, results: Results) -> None:
    told: dict[str, Any] = {}
    for format_name, times in reversed(results.stages.items()):
        left = 0.0
        named = {stage: spent for stage, spent in times.items() if stage != WHOLE}
        rest = times[WHOLE] - sum(named.values())
        for stage, spent in {**named, _REST: rest}.items():
            bar = axes.barh(format_name, spent, left=left, color=_COLOURS[stage], edgecolor="white")
            told.setdefault(stage, bar)
            left += spent
    ordered = sorted(told, key=list(_COLOURS).index)
    axes.legend([told[stage] for stage in ordered], ordered, fontsize=8, frameon=False)
    axes.set_title("Where our time goes, milliseconds by stage", loc="left", fontsize=10)
