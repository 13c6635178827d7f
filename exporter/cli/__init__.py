"""The command line."""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from exporter.cli import later


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with the arguments, by default the process's own; its exit status."""
    gc.disable()  # what is loaded stays: to look through it for garbage is a twentieth of a start
    try:
        if arguments is None:
            _start_lean()
        from exporter.cli.program import run

        return run(arguments)
    finally:
        if arguments is None:  # the process is about to end, and would look through all of it
            gc.freeze()
        gc.enable()


def _start_lean() -> None:
    """Load what follows from one file, and what no ordinary story needs not at all."""
    later.put_off()  # before pathlib loads what it seldom needs
    from exporter.cli import modules
    from exporter.cli.shelf import users_shelf

    shelf = users_shelf(os.environ)
    if shelf is not None and "--no-cache" not in sys.argv:  # settings would say so too late
        modules.look_on(shelf)
    later.import_hashlib()
    later.import_msgspec()


def process() -> NoReturn:
    """Run the program as all that its process is for; the process is over with it.

    To take apart what it has loaded would take 3 ms. Whoever looks on or is still at work (a
    profiler, a plugin's thread) is waited for.
    """
    status = main()
    if sys.getprofile() or sys.gettrace() or _has_threads():
        sys.exit(status)
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(status)


def _has_threads() -> bool:
    """Whether other threads are running: none are where nobody has loaded what starts them."""
    threading = sys.modules.get("threading")
    return threading is not None and threading.active_count() > 1


def look_for_garbage() -> None:
    """Begin to look for garbage, as from the second story on there is some; what is there stays."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
