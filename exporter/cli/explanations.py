"""What the lines of a story were taken for, as a table to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporter import readers
from exporter.readers.text.encoding import decode
from exporter.readers.text.lines import split_lines

_EXCERPT = 40
_ELLIPSIS = "…"


def rows(data: bytes, shown: str, language: str | None, house: readers.House) -> Iterator[str]:
    """The name of a story, then a row an explanation: lines, part, words, reason."""
    found = readers.explain(data, shown, language=language, house=house)
    words = {line.number: line.text for line in split_lines(decode(data).text)}
    cells = [
        (_span(each.lines), each.part, _excerpt(words, each.lines), each.why) for each in found
    ]
    yield shown
    yield from _set(cells)


def _span(lines: tuple[int, int]) -> str:
    first, last = lines
    return str(first) if first == last else f"{first}-{last}"


def _excerpt(words: dict[int, str], lines: tuple[int, int]) -> str:
    # Marks that reorder text would reorder the row.
    text = "".join(filter(str.isprintable, words.get(lines[0], "")))
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + _ELLIPSIS


def _set(cells: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows in columns, the last as long as it is."""
    widths = [max((len(row[column]) for row in cells), default=0) for column in range(3)]
    for lines, part, text, why in cells:
        yield f"{lines:>{widths[0]}}  {part:{widths[1]}}  {text:{widths[2]}}  {why}"
