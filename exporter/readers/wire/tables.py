"""Tables: rows in columns, or with semicolons between their cells."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.expressions import expression
from exporter.model import Table
from exporter.readers.remarks import Remarks
from exporter.readers.text.characters import collapse
from exporter.readers.text.lines import Line
from exporter.readers.wire.passages import Passage, is_delimited, is_result, is_tabular, over
from exporter.readers.wire.terminals import is_separator

_CELLS = expression(r"\t+| {2,}")
_COMPARED = expression(r" (?=vs )")
# Nine mths · Year · 1st half: what the rows below it are about.
_PERIOD = expression(
    r"(?i:(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third|fourth|three|six|nine|twelve|full|half)"
    r" (?:mths?|months?|half|hlf|qtr|quarter|year|weeks?))|(?i:year|qtr|quarter|half-?year)"
)
_LONGEST_REST = 40
_NARROWEST = 56
_FULL_STOP = expression(r"[.!?:]$")


def is_row(passage: Passage) -> bool:
    """Whether a passage is one line with columns."""
    return len(passage.lines) == 1 and is_tabular(passage.lines[0])


def run_of_rows(passages: Sequence[Passage], index: int) -> list[list[Passage]]:
    """The rows from a passage on, each with the line to which it was wrapped."""
    rows: list[list[Passage]] = []
    width = 0
    while index < len(passages):
        passage = passages[index]
        if is_row(passage):
            rows.append([passage])
            width = max(width, passage.lines[0].width)
        elif rows and _is_period(passages, index):
            rows.append([passage])
        elif rows and len(rows[-1]) == 1 and _is_rest(rows[-1][0], passage, width):
            rows[-1].append(passage)
        else:
            break
        index += 1
    return rows


def _is_period(passages: Sequence[Passage], index: int) -> bool:
    below = passages[index + 1] if index + 1 < len(passages) else None
    return (
        below is not None and is_row(below) and _PERIOD.fullmatch(passages[index].text) is not None
    )


def _is_rest(row: Passage, passage: Passage, width: int) -> bool:
    """Whether a line is the end of the row above it, for which there was no room."""
    text, above = passage.text, row.lines[0]
    if width < _NARROWEST or len(passage.lines) > 1 or len(text) > _LONGEST_REST:
        return False
    follows = passage.lines[0].number == above.number + 1 and not is_separator(text)
    full = above.width + 1 + len(text.partition(" ")[0]) > width
    return follows and full and not text.isupper() and _FULL_STOP.search(text) is None


def table(rows: Sequence[Sequence[Passage]], remarks: Remarks) -> Table:
    """The table of a run of rows."""
    passages = [passage for row in rows for passage in row]
    return Table(tuple(_row(row, remarks) for row in rows), 0, over(passages))


def _row(row: Sequence[Passage], remarks: Remarks) -> tuple[str, ...]:
    *cells, last = _cells(row[0].lines[0], remarks)
    return (*cells, " ".join([last, *(rest.text for rest in row[1:])]))


def _cells(line: Line, remarks: Remarks) -> tuple[str, ...]:
    if " vs " in line.text and is_result(line.text):
        return tuple(_COMPARED.split(line.text))
    if not is_delimited(line):
        return tuple(collapse(cell) for cell in _CELLS.split(line.columns.strip()))
    for _ in range(line.text.count(";")):
        remarks.marker(";", "a column of a table", line.number)
    return tuple(collapse(cell) for cell in line.text.split(";"))
