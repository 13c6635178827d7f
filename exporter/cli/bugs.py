"""What the program says when the fault is its own."""

from __future__ import annotations

import sys

from exporter import __version__
from exporter.cli.console import say


def report_bug(bug: BaseException) -> None:
    """Print where a bug showed, and what to do about it."""
    import traceback

    for part in traceback.format_exception(bug):
        for line in part.splitlines():
            say(line)
    python = ".".join(map(str, sys.version_info[:3]))
    say(f"exporter {__version__}, Python {python}: this is a bug in the exporter, please report it")
