"""What the reading of one story gives to report, gathered as the rules find it."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.diagnostics import Diagnostic, Lines, diagnose


class Remarks:
    """Diagnostics in the order of their lines; equal markers are reported once, with a count."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: list[Diagnostic] = []
        self._markers: dict[tuple[str, str], list[int]] = {}

    def add(self, code: str, lines: Lines | None = None, **facts: object) -> None:
        """A finding of a code in the table."""
        self._found.append(diagnose(code, source=self._source, lines=lines, **facts))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Findings made elsewhere."""
        self._found.extend(diagnostics)

    def marker(self, marker: str, meaning: str, line: int) -> None:
        """A mark on a line that the document's structure says instead of its text."""
        self._markers.setdefault((marker, meaning), []).append(line)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All of them: those about the whole input first, then by line."""
        markers = [
            diagnose(
                "R020",
                source=self._source,
                lines=Lines(min(lines), max(lines)),
                marker=marker,
                meaning=meaning,
                count=len(lines),
            )
            for (marker, meaning), lines in self._markers.items()
        ]
        return tuple(sorted([*self._found, *markers], key=_line))


def _line(diagnostic: Diagnostic) -> int:
    return diagnostic.lines.first if diagnostic.lines else 0
