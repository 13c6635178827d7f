"""Tables: rows in columns, or with semicolons between their cells."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.expressions import expression
from exporter.model import Table
from exporter.readers.text.characters import collapse
from exporter.readers.text.lines import Line
from exporter.readers.wire.passages import Passage, is_delimited, is_tabular, over
from exporter.readers.wire.remarks import Remarks

_CELLS = expression(r"\t+| {2,}")


def is_row(passage: Passage) -> bool:
    """Whether a passage is one line with columns."""
    return len(passage.lines) == 1 and is_tabular(passage.lines[0])


def table(rows: Sequence[Passage], remarks: Remarks) -> Table:
    """The table of a run of rows."""
    return Table(tuple(_cells(row.lines[0], remarks) for row in rows), 0, over(rows))


def _cells(line: Line, remarks: Remarks) -> tuple[str, ...]:
    if not is_delimited(line):
        return tuple(collapse(cell) for cell in _CELLS.split(line.columns.strip()))
    for _ in range(line.text.count(";")):
        remarks.marker(";", "a column of a table", line.number)
    return tuple(collapse(cell) for cell in line.text.split(";"))
