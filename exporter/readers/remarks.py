"""What the reading of one story gives to report and to explain, gathered as rules find it."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from exporter.diagnostics import Diagnostic, Lines, diagnose
from exporter.readers.explanation import Explanation


class Remarks:
    """Diagnostics in the order of their lines, and what each line was taken for, with the reason.

    Equal markers are reported once, with a count.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: list[Diagnostic] = []
        self._markers: dict[tuple[str, str], list[int]] = {}
        self._taken: list[tuple[Lines, str, str]] = []

    def add(self, code: str, lines: Lines | None = None, **facts: object) -> None:
        """A finding of a code in the table."""
        self._found.append(diagnose(code, source=self._source, lines=lines, **facts))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Findings made elsewhere."""
        self._found.extend(diagnostics)

    def marker(self, marker: str, meaning: str, line: int) -> None:
        """A mark on a line that the document's structure says instead of its text."""
        self._markers.setdefault((marker, meaning), []).append(line)

    def took(self, part: str, lines: Lines | None, why: str) -> None:
        """Lines that were taken for a part of the story, and what showed that they are one."""
        if lines is not None:
            self._taken.append((lines, part, why))

    def guessed(self, part: str, lines: Lines | None, why: str) -> None:
        """Lines that were taken for a part by their place and looks alone."""
        self.took(part, lines, why)
        self.add("R023", lines, part=part, why=why)

    def explanations(self) -> list[Explanation]:
        """What was taken for what, by line."""
        return [Explanation(*each) for each in sorted(self._taken, key=itemgetter(0))]

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
