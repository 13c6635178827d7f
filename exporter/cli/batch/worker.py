"""What runs in a worker process: it makes the stories that it is handed, until it is dismissed."""

from __future__ import annotations

import gc
import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from types import FrameType
from typing import Any, NoReturn

from exporter.cli import look_for_garbage, status
from exporter.cli.batch.desk import Desk
from exporter.cli.shelf import keeping_compiled
from exporter.cli.stopping import stop

READY = "ready"
# A story leaves some hundred objects for the collector to find: to look for them after every 700
# new ones, as is usual, is a twentieth of the work.
_NEW_OBJECTS = 10_000


def work(pipe: Connection[Any, Any], desk: Desk, cache: bool) -> None:
    """Answer for each job of each order that comes through the pipe; return when it is closed."""
    gc.disable()  # until the first story is made: see exporter.cli.main
    gc.set_threshold(_NEW_OBJECTS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says when to leave
    signal.signal(signal.SIGTERM, _leave)
    with suppress(EOFError, OSError), keeping_compiled(os.environ, wanted=cache):
        pipe.send(READY)
        while (order := pipe.recv()) is not None:
            task, jobs = order
            for job in jobs:
                pipe.send(task(desk, job))
                look_for_garbage()


def _leave(_number: int, _frame: FrameType | None) -> NoReturn:
    """Unwind, so that no draft of a file stays."""
    stop(SystemExit(status.TERMINATED))
