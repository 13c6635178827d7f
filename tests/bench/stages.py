"""Where the time of our formats goes, stage by stage: the stages are timed as they run."""

from __future__ import annotations

import gc
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from typing import Any
from unittest.mock import patch

import exporter
from tests.bench.contest import WARM_UP
from tests.bench.stories import story

# By format: its stages in their order, and the functions that each consists of. What is in none of
# them is the rest: the pipeline's own work.
_SHARED = {
    "read": ("exporter.pipeline.api:read_source",),
    "typography": ("exporter.typography:refine",),
}
STAGES: dict[str, dict[str, tuple[str, ...]]] = {
    "pdf": {
        **_SHARED,
        "layout": ("exporter.renderers.pdf.backend:_job", "exporter.renderers.pdf.backend:_placed"),
        "draw": ("exporter.renderers.pdf.backend:_printed",),
        "save": (
            "exporter.renderers.pdf.backend:_dressed",
            "exporter.renderers.pdf.writer.canvas:Document.serialise",
        ),
    },
    "epub": {
        **_SHARED,
        "write": ("exporter.renderers.epub.content:StoryWriter.write",),
        "describe": ("exporter.renderers.epub.backend:_parts",),
        "save": ("exporter.renderers.epub.backend:book",),
    },
    "docx": {
        **_SHARED,
        "write": ("exporter.renderers.docx.backend:_package",),
        "save": ("exporter.renderers.docx.backend:write",),
    },
}
WHOLE = "whole"

# Milliseconds by stage, `WHOLE` among them.
Times = dict[str, float]


def stage_times(format_name: str, rounds: int) -> Times:
    """The median of each stage of a format, over as many stories, none of which was seen before."""
    spent: dict[str, list[float]] = defaultdict(list)
    for number in range(WARM_UP + rounds):
        times = _times_of_one(format_name, story(number))
        if number >= WARM_UP:
            for name, value in times.items():
                spent[name].append(value)
    return {name: statistics.median(values) for name, values in spent.items()}


def _times_of_one(format_name: str, text: str) -> Times:
    times: Times = dict.fromkeys(STAGES[format_name], 0.0)
    gc.collect()
    with ExitStack() as stack:
        for stage, functions in STAGES[format_name].items():
            for function in functions:
                stack.enter_context(_timed(function, times, stage))
        start = time.perf_counter()
        exporter.export(text.encode(), format=format_name)
        times[WHOLE] = (time.perf_counter() - start) * 1000
    return times


@contextmanager
def _timed(function: str, times: Times, stage: str) -> Iterator[None]:
    """Add to the stage's time what the function takes, ``module:name`` or ``module:Class.name``."""
    module, _, path = function.partition(":")
    *owners, name = path.split(".")
    owner: Any = import_module(module)
    for each in owners:
        owner = getattr(owner, each)
    real: Callable[..., Any] = getattr(owner, name)

    def timed(*arguments: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            return real(*arguments, **named)
        finally:
            times[stage] += (time.perf_counter() - start) * 1000

    with patch.object(owner, name, timed):
        yield
