"""What the program says when the fault is its own."""

from __future__ import annotations

import sys
import traceback

from exporter import __version__
from exporter.cli.console import say


def report_bug() -> None:
    """Print the traceback of the exception that is being handled, and what to do about it."""
    for line in traceback.format_exc().splitlines():
        say(line)
    python = ".".join(map(str, sys.version_info[:3]))
    say(f"exporter {__version__}, Python {python}: this is a bug in the exporter, please report it")
