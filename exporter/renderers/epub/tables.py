"""Tables as XHTML, with their headings scoped."""

from __future__ import annotations

from exporter.expressions import expression
from exporter.model import Table
from exporter.renderers.epub.findings import Findings
from exporter.renderers.epub.markup import Markup

# A figure, a share, a price, a time, or the dash that stands for none.
_NUMBER = expression(r"[-+−–]?\s?[$€£¥]?\d[\d.,:'’ \N{NO-BREAK SPACE}]*(%|[A-Za-z]{1,3})?|[-–—]")
# On a narrow page more columns than these need all the room there is.
_FEW_COLUMNS = 4
# HTML allows no wider cell.
_WIDEST = 1000


def table(block: Table, markup: Markup, findings: Findings) -> str:
    """The table, short rows filled up so that each row is as wide as the others."""
    rows = [tuple(markup.legal(cell) for cell in row) for row in block.rows]
    if not any(cell.strip() for row in rows for cell in row):
        findings.say("E005", block.lines, what="table")
        return ""
    return _Rows(rows, max(block.header_rows, 0), markup).write()


class _Rows:
    """Writes the rows of one table."""

    def __init__(self, rows: list[tuple[str, ...]], head: int, markup: Markup) -> None:
        self._head, self._body = rows[:head], rows[head:]
        self._markup = markup
        self._width = max(len(row) for row in rows)
        self._worded = {
            column for row in self._body for column, cell in enumerate(row)
            if cell.strip() and not _NUMBER.fullmatch(cell.strip())
        }  # fmt: skip

    def write(self) -> str:
        heading = "".join(self._row(row, heading=True) for row in self._head)
        body = "".join(self._row(row, heading=False) for row in self._body)
        parts = f"<thead>\n{heading}</thead>\n" if heading else ""
        parts += f"<tbody>\n{body}</tbody>\n" if body else ""
        kind = "table wide" if self._width > _FEW_COLUMNS else "table"
        return f'<table class="{kind}">\n{parts}</table>\n'

    def _row(self, row: tuple[str, ...], *, heading: bool) -> str:
        write = self._heading_cell if heading else self._cell
        cells = "".join(write(cell, column) for column, cell in enumerate(row))
        return f"<tr>{cells}{self._filling(self._width - len(row))}</tr>\n"

    def _filling(self, missing: int) -> str:
        """One empty cell for all that are missing."""
        if missing < 1:
            return ""
        return f'<td colspan="{min(missing, _WIDEST)}"></td>' if missing > 1 else "<td></td>"

    def _heading_cell(self, cell: str, column: int) -> str:
        """A cell without words heads nothing."""
        if not cell.strip():
            return "<td></td>"
        classes = "table-header number" if self._is_numeric(column) else "table-header"
        return f'<th class="{classes}" scope="col">{self._markup.passage(cell)}</th>'

    def _cell(self, cell: str, column: int) -> str:
        kind = ' class="number"' if self._is_numeric(column) else ""
        return f"<td{kind}>{self._markup.passage(cell)}</td>"

    def _is_numeric(self, column: int) -> bool:
        """Whether the column holds numbers only: it is set against its far side."""
        return bool(self._body) and column not in self._worded
