"""The command line."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with the arguments, by default the process's own; its exit status."""
    from exporter.cli.program import run

    return run(arguments)
