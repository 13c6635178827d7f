"""Tables: real ones, with a repeated header row, columns fitted to their words."""

from __future__ import annotations

from collections.abc import Iterator
from operator import mul

from exporter.model import Table
from exporter.model.numbers import numeric_columns
from exporter.renderers.docx.markup import Element, w
from exporter.renderers.docx.names import style_id
from exporter.renderers.docx.paragraphs import paragraph
from exporter.renderers.docx.runs import RunWriter
from exporter.stylesheet import Stylesheet

# A table of no more rows stays on one page.
_SHORT = 10
# Word opens no table with more (its own specification, "Operating parameter limitations").
MOST_COLUMNS = 63
# An average character in ems, and one of a heading, which is bold: enough for a first width, which
# Word fits to the words anyway, and others do not.
_CHARACTER, _OF_HEADING = 0.6, 0.72


def columns(table: Table) -> int:
    """The cells of its longest row."""
    return max(map(len, table.rows), default=0)


def table_element(
    table: Table, style: Stylesheet, writer: RunWriter, measure: int
) -> Element:  # fmt: skip
    """The table within the measure (twips), short rows filled up."""
    count = columns(table)
    rows = [(*row, *[""] * (count - len(row))) for row in table.rows]
    heads = min(max(table.header_rows, 0), len(rows))
    widths = _widths(rows, heads, measure, style)
    numeric = numeric_columns(rows[heads:], count)
    return w(
        "tbl",
        _properties(sum(widths), rows[:heads] or rows[:1], heads, writer),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        *(
            _row(row, index < heads, widths, numeric, writer, kept)
            for (index, row), kept in zip(enumerate(rows), _kept(len(rows), heads), strict=True)
        ),
    )  # fmt: skip


def _properties(
    width: int, telling: list[tuple[str, ...]], heads: int, writer: RunWriter
) -> Element:
    """The words of its headings, or of its first row, say what the table is about."""
    words = writer.legal(
        ", ".join(" ".join(cell.split()) for row in telling for cell in row if cell.strip())
    )
    return w(
        "tblPr",
        w("tblStyle", val=style_id("Story Table")),
        w("bidiVisual") if writer.right_to_left else None,
        w("tblW", w=width, type="dxa"),
        w(
            "tblLook", val="0020" if heads else "0000", firstRow=int(heads > 0), lastRow=0,
            firstColumn=0, lastColumn=0, noHBand=1, noVBand=1,
        ),
        w("tblDescription", val=words) if words else None,
    )  # fmt: skip


def _row(
    cells: tuple[str, ...], head: bool, widths: list[int], numeric: list[bool],
    writer: RunWriter, kept: bool,
) -> Element:  # fmt: skip
    return w(
        "tr",
        w("trPr", w("cantSplit"), w("tblHeader") if head else None),
        *(
            _cell(text, width, _style(head, number), writer, kept)
            for text, width, number in zip(cells, widths, numeric, strict=True)
        ),
    )


def _cell(text: str, width: int, style: str, writer: RunWriter, kept: bool) -> Element:
    words = paragraph(style, *([w("keepNext")] if kept else []))
    writer.text(words, text)
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), words)


def _kept(rows: int, heads: int) -> Iterator[bool]:
    """Whether each row stands on one page with the next; no style can say where a table ends."""
    last = rows - 1
    for row in range(rows):
        yield row < (last if rows <= _SHORT else min(heads, last))


def _style(head: bool, number: bool) -> str:
    if number:
        return "Table Number Heading" if head else "Table Number"
    return "Table Heading" if head else "Table Text"


def _widths(rows: list[tuple[str, ...]], heads: int, measure: int, style: Stylesheet) -> list[int]:
    """What each column needs on one line, or, where that is too much, its share of the rest.

    The share is of what is left when each column has room for its longest word.
    """
    role = style.roles["table"]
    gap = role.size.twips
    sizes = [gap * (_OF_HEADING if index < heads else _CHARACTER) for index in range(len(rows))]
    texts = list(zip(*rows, strict=True))
    wanted = [gap + max(map(mul, sizes, map(len, column))) for column in texts]
    least = [gap + max(map(mul, sizes, map(_longest_word, column))) for column in texts]
    if sum(wanted) > measure:
        wanted = list(_shared(wanted, least, measure))
    return [max(int(width), 1) for width in wanted]


def _shared(wanted: list[float], least: list[float], measure: int) -> Iterator[float]:
    spare = measure - sum(least)
    if spare <= 0:
        yield from (measure * each / sum(least) for each in least)
        return
    longing = sum(wanted) - sum(least)
    for most, little in zip(wanted, least, strict=True):
        yield little + spare * (most - little) / longing


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)
