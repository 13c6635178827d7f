"""A bar for people who wait."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

_MANY = 20


@contextlib.contextmanager
def progress(total: int, *, wanted: bool) -> Iterator[Callable[[], None]]:
    """What to call after each of `total` stories; a bar shows if many and on a terminal."""
    if not wanted or total < _MANY or not sys.stderr.isatty():
        yield _nothing
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Redirected, lines of text appear above the bar; only a terminal's may be.
    bar = Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=sys.stdout.isatty(),
        redirect_stderr=True,
    )
    with bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)


def _nothing() -> None:
    """No bar to move."""
