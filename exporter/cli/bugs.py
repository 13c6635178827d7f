"""What the program says when the fault is its own."""

from __future__ import annotations

import sys

from exporter import __version__
from exporter.cli.console import say


def report_bug(bug: BaseException) -> None:
    """Print where a bug showed, and what to do about it."""
    say_report(bug_report(bug))


def say_report(report: str) -> None:
    """Print the report of a bug, which another process may have met, line by line."""
    for line in report.splitlines():
        say(line)


def bug_report(bug: BaseException) -> str:
    """Where a bug showed, and what to do about it."""
    import traceback

    python = ".".join(map(str, sys.version_info[:3]))
    return (
        "".join(traceback.format_exception(bug))
        + f"exporter {__version__}, Python {python}: "
        + "this is a bug in the exporter, please report it"
    )
