"""The diagnostic value."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from exporter.diagnostics.table import CODES
from exporter.values import Value


class Severity(StrEnum):
    """How much a diagnostic weighs: an error fails the input, `--strict` makes warnings errors."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_SEVERITIES = {str(each): each for each in Severity}


class Lines(NamedTuple):
    """The first and last line of a passage in the source, counted from 1."""

    first: int
    last: int


class Diagnostic(Value):
    """One finding about one input: what, where, why, and what to do about it."""

    code: str
    severity: Severity
    message: str
    hint: str | None = None
    source: str | None = None
    lines: Lines | None = None

    def __str__(self) -> str:
        """One line as a compiler would print it: ``story.txt:12: warning R003: message``."""
        place = self.source or ""
        if self.lines:
            place += f":{self.lines.first}"
        head = f"{place}: " if place else ""
        return f"{head}{self.severity} {self.code}: {self.message}"


def diagnose(
    code: str, *, source: str | None = None, lines: Lines | None = None, **facts: object
) -> Diagnostic:
    """Diagnostic of a code in the table, its message filled with `facts`; KeyError if unknown."""
    severity, message, hint = CODES[code]
    return Diagnostic(
        code=code,
        severity=_SEVERITIES[severity],
        message=message.format(**facts),
        hint=hint.format(**facts) if hint else None,
        source=source,
        lines=lines,
    )
