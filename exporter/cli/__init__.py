"""The command line."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with the arguments, by default the process's own; its exit status."""
    import gc

    gc.disable()  # what is loaded stays: to look through it for garbage is a twentieth of a start
    try:
        from exporter.cli.program import run

        return run(arguments)
    finally:
        gc.enable()
