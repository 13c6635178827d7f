"""Tables as XHTML, with their headings scoped."""

from __future__ import annotations

from collections.abc import Callable

from exporter.model import Table
from exporter.model.numbers import numeric_columns
from exporter.renderers.epub.findings import Findings
from exporter.renderers.epub.inlines import Phrases
from exporter.renderers.epub.markup import Markup, is_blank
from exporter.renderers.epub.pagebreaks import PageBreaks

# On a narrow page more columns than these need all the room there is.
_FEW_COLUMNS = 4
# HTML allows no wider cell.
_WIDEST = 1000


def table(
    block: Table, markup: Markup, findings: Findings, phrases: Phrases, pages: PageBreaks
) -> str:
    """The table, short rows filled up so that each row is as wide as the others."""
    rows = [tuple(markup.legal(cell) for cell in row) for row in block.rows]
    caption = phrases.write(block.caption, block.lines)
    named = "" if is_blank(caption) else caption
    if not any(cell.strip() for row in rows for cell in row):
        findings.say("E005", block.lines, what="table")
        return f'<p class="caption">{named}</p>\n' if named else ""
    return _Rows(rows, max(block.header_rows, 0), markup, pages).write(named)


class _Rows:
    """Writes the rows of one table."""

    def __init__(
        self, rows: list[tuple[str, ...]], head: int, markup: Markup, pages: PageBreaks
    ) -> None:
        self._head, self._body = rows[:head], rows[head:]
        self._markup = markup
        self._pages = pages
        # Page breaks met in headings, which name other cells: the next cell of data has them.
        self._held = ""
        self._width = max(len(row) for row in rows)
        self._numeric = numeric_columns(self._body, self._width)
        self._names_rows = self._first_column_names_rows()

    def write(self, caption: str) -> str:
        above = f'<caption class="caption">{caption}</caption>\n' if caption else ""
        heading = "".join(self._row(row, self._column_heading) for row in self._head)
        body = "".join(self._row(row, self._body_cell) for row in self._body)
        parts = f"<thead>\n{heading}</thead>\n" if heading else ""
        parts += f"<tbody>\n{body}</tbody>\n" if body else ""
        kind = "table wide" if self._width > _FEW_COLUMNS else "table"
        return f'<table class="{kind}">\n{above}{parts}</table>\n{self._held}'

    def _first_column_names_rows(self) -> bool:
        """Whether the first column tells the rows apart, by words, under headings of columns."""
        if not self._head or self._width < 2 or self._numeric[0]:
            return False
        names = [row[0].strip() if row else "" for row in self._body]
        return all(names) and len(set(names)) == len(names) > 1

    def _row(self, row: tuple[str, ...], write: Callable[[str, int], str]) -> str:
        cells = "".join(write(cell, column) for column, cell in enumerate(row))
        return f"<tr>{cells}{self._filling(self._width - len(row))}</tr>\n"

    def _filling(self, missing: int) -> str:
        """One empty cell for all that are missing."""
        if missing < 1:
            return ""
        return f'<td colspan="{min(missing, _WIDEST)}"></td>' if missing > 1 else "<td></td>"

    def _column_heading(self, cell: str, column: int) -> str:
        """A cell without words heads nothing."""
        if not cell.strip():
            return "<td></td>"
        classes = "table-header number" if self._numeric[column] else "table-header"
        return f'<th class="{classes}" scope="col">{self._heading(cell)}</th>'

    def _body_cell(self, cell: str, column: int) -> str:
        if column == 0 and self._names_rows:
            return f'<th scope="row">{self._heading(cell)}</th>'
        held, self._held = self._held, ""
        kind = ' class="number"' if self._numeric[column] else ""
        return f"<td{kind}>{held}{self._pages.marked(cell, self._markup.passage)}</td>"

    def _heading(self, cell: str) -> str:
        self._held += self._pages.before(cell)
        return self._markup.passage(cell)
