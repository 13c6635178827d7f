"""What an error says, and what the program says when the fault is its own."""

from __future__ import annotations

import sys

from exporter import __version__
from exporter.cli.console import say
from exporter.cli.stopping import heed
from exporter.diagnostics import Diagnostic, ExportError, diagnose


def reasons(error: Exception, shown: str) -> tuple[tuple[Diagnostic, ...], str | None]:
    """What an error says of the story shown so; of one that is a bug of ours also the report.

    What follows from a request to stop, which somebody has caught, is no reason: it is raised.
    """
    heed()
    if isinstance(error, ExportError):
        return error.diagnostics, None
    return (diagnose("X014", source=shown, error=repr(error)),), bug_report(error)


def told_reasons(error: Exception, shown: str) -> tuple[tuple[Diagnostic, ...], bool]:
    """What an error says, and whether it is a bug of ours, whose report is printed."""
    found, bug = reasons(error, shown)
    if bug:
        say_report(bug)
    return found, bug is not None


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
