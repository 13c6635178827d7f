"""Requests to stop, from the keyboard or from other programs.

They are raised wherever the program is, and some libraries catch whatever is raised in them:
then the work goes on, and what comes of it may be damaged. Who is about to write asks again.
"""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn


class Stopped(KeyboardInterrupt):
    """Another program or a terminal that is closed asks this one to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class _Requests:
    """What has been asked of this process, since it is told at any moment and asked later."""

    last: BaseException | None = None


def stop(request: BaseException) -> NoReturn:
    """Raise the request, and remember it."""
    _Requests.last = request
    raise request


def heed() -> None:
    """Raise again what was asked, if it has been caught by somebody who had no business to."""
    if _Requests.last is not None:
        raise _Requests.last


@contextlib.contextmanager
def ending_on_signals() -> Iterator[None]:
    """Let requests to terminate unwind as Ctrl-C does, so that no draft of a file stays."""
    _Requests.last = None
    before = {}
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is None or signal.getsignal(number) == signal.SIG_IGN:  # under nohup
            continue
        with contextlib.suppress(ValueError):  # not in the main thread
            before[number] = signal.signal(number, _asked)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _asked(number: int, _frame: FrameType | None) -> NoReturn:
    stop(KeyboardInterrupt() if number == signal.SIGINT else Stopped(number))
