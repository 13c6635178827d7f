"""What one rendition has to say: collected, each finding once."""

from __future__ import annotations

from exporter.diagnostics import Diagnostic, Lines, diagnose


class Findings:
    """The diagnostics of one rendition, in the order in which they arose."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: dict[Diagnostic, None] = {}

    def say(self, code: str, lines: Lines | None = None, **facts: object) -> None:
        """Add a finding, unless the same has been said of the same lines."""
        self._found[diagnose(code, source=self._source, lines=lines, **facts)] = None

    def all(self) -> tuple[Diagnostic, ...]:
        """Everything said."""
        return tuple(self._found)
