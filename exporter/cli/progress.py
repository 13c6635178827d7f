"""How far a run has come, for people who wait: a bar on a terminal, else a line now and then."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

from exporter.cli.console import say

Advance = Callable[[], None]

# Stories that are worth a bar, and those that are worth lines in a log.
_MANY = 20
_VERY_MANY = 200
_LINES = 10


@contextlib.contextmanager
def progress(total: int, *, wanted: bool) -> Iterator[Advance]:
    """What to call after each of `total` stories."""
    if not wanted or total < _MANY:
        yield _nothing
    elif sys.stderr.isatty():
        from exporter.cli.bar import bar  # which loads rich

        with bar(total) as advance:
            yield advance
    elif total >= _VERY_MANY:
        yield _Lines(total).advance
    else:
        yield _nothing


class _Lines:
    """Ten lines in all, by stories alone, so that two logs of a run can be compared."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0

    def advance(self) -> None:
        """Count a story, and say so at each tenth but the last: then there is a summary."""
        before = self._done * _LINES // self._total
        self._done += 1
        if before < self._done * _LINES // self._total < _LINES:
            say(f"exporter: {counted(self._done)} of {stories(self._total)}")


def _nothing() -> None:
    """No bar to move."""


def stories(count: int) -> str:
    """So many stories."""
    return f"{counted(count)} {'story' if count == 1 else 'stories'}"


def counted(number: int) -> str:
    """A number for people."""
    return f"{number:,}"
