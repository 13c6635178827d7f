"""Lines with the numbers that an editor shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from exporter.diagnostics import Diagnostic, Lines, diagnose
from exporter.readers.text.characters import (
    MOST_MARKS,
    UNPRINTABLE,
    collapse,
    is_framing,
    is_windows,
    name_of,
    printable,
    suspicions,
)
from exporter.readers.text.encoding import Decoded, Evidence
from exporter.values import Value

_TAB = 8


class Line(Value):
    """One line: its number from 1, its text with white space collapsed, and its columns as sent.

    `shift` counts the columns that were taken from its start, `said` is what marks of transmission
    said that it is, where they did.
    """

    number: int
    text: str
    columns: str = ""
    shift: int = 0
    said: str | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text

    @property
    def indent(self) -> int:
        """Columns before its first character."""
        if not self.columns[:1].isspace():
            return 0
        expanded = self.columns.expandtabs(_TAB)
        return len(expanded) - len(expanded.lstrip())

    @property
    def width(self) -> int:
        """Columns up to its last character."""
        return self.shift + len(self.columns.expandtabs(_TAB).rstrip())

    @property
    def lines(self) -> Lines:
        """The span of this line alone."""
        return Lines(self.number, self.number)


def unified(text: str) -> str:
    """The text with LF for each line end: CR LF, CR CR LF and a lone CR are ones too."""
    return text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")


def split_lines(text: str) -> list[Line]:
    """The lines of a text, whatever ends them."""
    return [_line(number, columns) for number, columns in enumerate(unified(text).split("\n"), 1)]


def _line(number: int, columns: str) -> Line:
    if columns.isprintable() and "  " not in columns:  # as most lines are
        return Line(number, columns.strip(), columns)
    if UNPRINTABLE.search(columns):
        columns = printable(columns)
    return Line(number, collapse(columns), columns)


def pieces(line: Line, texts: Iterable[str]) -> list[Line]:
    """Parts of a line as lines of their own, all at the place of the whole."""
    return [Line(line.number, collapse(text), text) for text in texts if text.strip()]


def blanked(line: Line) -> Line:
    """The place of a line whose words have gone elsewhere."""
    return Line(line.number, "")


def span(lines: Iterable[Line]) -> Lines:
    """From the first to the last of the lines; ValueError when there is none."""
    numbers = [line.number for line in lines]
    return Lines(min(numbers), max(numbers))


def physical_findings(decoded: Decoded, source: str) -> Iterator[Diagnostic]:
    """What the encoding and the control characters of a text give to report."""
    if decoded.evidence is not Evidence.CERTAIN:
        code = "R006" if decoded.evidence is Evidence.LIKELY else "R012"
        yield diagnose(code, source=source, encoding=decoded.encoding)
    if decoded.repaired:
        yield diagnose("R007", source=source, count=decoded.repaired, encoding=decoded.encoding)
    if decoded.lost:
        yield diagnose("R011", source=source, count=decoded.lost, encoding=decoded.encoding)
    odd = Counter(UNPRINTABLE.findall(decoded.text.removeprefix("\ufeff")))
    for code, chars in sorted(_sorted_out(odd).items()):
        yield diagnose(code, source=source, characters=", ".join(chars))
    if not decoded.text.isascii():
        yield from _suspicions(decoded.text, source)


def _suspicions(text: str, source: str) -> Iterator[Diagnostic]:
    """What is printable, and hardly meant for a reader."""
    turned, flooded = suspicions(text)
    if turned:
        told = ", ".join(f"{name_of(char)} ({count}×)" for char, count in sorted(turned.items()))
        yield diagnose("R051", source=source, characters=told)
    if flooded:
        yield diagnose("R052", source=source, count=flooded, most=MOST_MARKS)


def _sorted_out(odd: Counter[str]) -> dict[str, list[str]]:
    """The codes of the unprintable characters, each with the names and counts it reports."""
    found: dict[str, list[str]] = {}
    for char, count in sorted(odd.items()):
        code = "R010" if is_windows(char) else "R008" if is_framing(char) else "R009"
        found.setdefault(code, []).append(f"{name_of(char)} ({count}×)")
    return found
