"""Whether work grows with its input, or faster."""

from __future__ import annotations

import time
from collections.abc import Callable

# Four times the input takes four times as long where all is well, and sixteen where it is not.
_MOST = 9
_TRIES = 3
# Seconds that are no evidence of anything.
_NOTHING = 0.08


def is_in_proportion(work: Callable[[int], object], size: int) -> bool:
    """Whether work on `size` and on four times as much is of a kind; an accident may happen."""
    return any(
        _seconds(work, 4 * size) <= _NOTHING + _MOST * _seconds(work, size) for _ in range(_TRIES)
    )


def _seconds(work: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    work(size)
    return time.process_time() - start
