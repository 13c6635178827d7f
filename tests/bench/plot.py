"""The results as a picture: everyone's time beside typst's, and where ours goes."""

from __future__ import annotations

from pathlib import Path

from tests.bench.results import Results
from tests.bench.stages import WHOLE

_OURS, _THEIRS = "#1f4e79", "#b8b8b8"
_SHADES = ("#0b2a45", "#1f4e79", "#4f7fac", "#8fb3d3", "#c9dcec", "#e8eff6")


def plot(results: Results, path: Path) -> None:
    """Write the picture, of the kind that the path's suffix names; ImportError, ValueError."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    figure, (peers, stages) = pyplot.subplots(1, 2, figsize=(11, 4), layout="constrained")
    rows = [row for row in reversed(results.warm) if row.name != "exporter reading"]
    bars = peers.barh(
        [row.name for row in rows],
        [row.median for row in rows],
        color=[_OURS if row.name.startswith("exporter") else _THEIRS for row in rows],
    )
    peers.bar_label(bars, fmt="%.1f ms", padding=3)
    peers.set_xscale("log")
    peers.set_title("A story like the seed, median of one run (log scale)", loc="left", fontsize=10)
    for format_name, times in reversed(results.stages.items()):
        left = 0.0
        named = {stage: spent for stage, spent in times.items() if stage != WHOLE}
        rest = times[WHOLE] - sum(named.values())
        for (stage, spent), shade in zip({**named, "rest": rest}.items(), _SHADES, strict=False):
            bar = stages.barh(format_name, spent, left=left, color=shade, edgecolor="white")
            dark = shade in _SHADES[:3]
            stages.bar_label(
                bar, labels=[stage if spent > times[WHOLE] / 12 else ""], label_type="center",
                color="white" if dark else "black", fontsize=8,
            )  # fmt: skip
            left += spent
    stages.set_title("Where our time goes, milliseconds by stage", loc="left", fontsize=10)
    for axes in (peers, stages):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None)
    pyplot.close(figure)
