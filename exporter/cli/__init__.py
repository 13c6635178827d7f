"""The command line."""

from __future__ import annotations

import gc
from collections.abc import Sequence

from exporter.cli import later


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with the arguments, by default the process's own; its exit status."""
    gc.disable()  # what is loaded stays: to look through it for garbage is a twentieth of a start
    try:
        if arguments is None:
            later.import_msgspec()
            later.put_off_pillow()
        from exporter.cli.program import run

        return run(arguments)
    finally:
        if arguments is None:  # the process is about to end, and would look through all of it
            gc.freeze()
        gc.enable()


def look_for_garbage() -> None:
    """Begin to look for garbage, as from the second story on there is some; what is there stays."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
