"""A bar with what is done, the rate and the time left."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text


class _RateColumn(ProgressColumn):
    """Stories a second, of late."""

    def render(self, task: Task) -> Text:
        """The rate, once there is one."""
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:.{0 if speed >= 10 else 1}f}/s")


@contextlib.contextmanager
def bar(total: int) -> Iterator[Callable[[], None]]:
    """What to call after each of `total` stories to move the bar."""
    columns = (
        BarColumn(), MofNCompleteColumn(), _RateColumn(), TimeRemainingColumn(), TextColumn("left"),
    )  # fmt: skip
    # Redirected, lines of text appear above the bar; only a terminal's may be.
    shown = Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=sys.stdout.isatty(),
        redirect_stderr=True,
    )
    with shown:
        task = shown.add_task("", total=total)
        yield lambda: shown.advance(task)
