"""Tables: columns sized to what stands in them, one block a row, figures below figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest

from exporter.model import Lines, Table, Text, plain_text
from exporter.model.numbers import figures, numeric_columns
from exporter.renderers.pdf.pages.blocks import Block, Piece, Row
from exporter.renderers.pdf.pages.setter import Setter
from exporter.renderers.pdf.setting.lines import Breaker
from exporter.renderers.pdf.setting.measure import Measure
from exporter.renderers.pdf.setting.words import Word, width_of
from exporter.renderers.pdf.writer.structure import HEADS_COLUMN, Element
from exporter.values import Value, field, replace

# What columns get of the room that is left, of what each wants.
_Share = Callable[[list[float], float], list[float]]
# The least that a column may be left with, in points: no table is so wide that nothing shows.
_NARROWEST = 1.0
# Between two columns, in ems of the table's type, and where the table is too wide for that.
_GAP = 1.5
_TIGHT_GAP = 0.75
# Rounding must not end a line before its last word, in points.
_HAIR = 0.01
# Languages that write a decimal point; the others write a comma (CLDR, numbers/symbols).
_POINT = frozenset({"en", "zh", "ja", "ko", "th", "he", "hi", "ms", "ga", "cy", "und"})


class _Cell(Value):
    """Its words; of a number also how wide what stands after its last whole figure is."""

    words: list[Word]
    natural: float
    tail: float = 0.0


class TableSetter(Value):
    """Sets the tables of one document; `crowded` are those that its columns have no room for."""

    setter: Setter
    breaker: Breaker
    language: str = "en"
    crowded: list[tuple[Lines | None, int]] = field(default_factory=list)

    def blocks(self, table: Table, parent: Element, width: float, x: float) -> list[Block]:
        """One block a row, short rows filled up: a row is never divided between pages."""
        numeric = numeric_columns(
            table.rows[table.header_rows :], max(map(len, table.rows), default=0)
        )
        cells = [
            [
                self._cell(text, _role(table, index), is_number=number and not _heads(table, index))
                for text, number in zip(_filled(row, len(numeric)), numeric, strict=True)
            ]
            for index, row in enumerate(table.rows)
        ]
        if not any(cell.words for row in cells for cell in row):
            return []
        columns = self._columns(table, cells, width - x)
        element = parent.add("Table")
        caption = self._caption(table, element, width, x)
        sections = _sections(table, element)
        blocks = [
            self._row(table, index, row, columns, numeric, x, sections[index].add("TR"))
            for index, row in enumerate(cells)
        ]
        self._rule_off(table, blocks, (x, x + columns.width))
        heading = tuple(_repeated(block) for block in blocks[: table.header_rows])
        for block in blocks[table.header_rows :]:
            block.heading = heading
        if caption:
            blocks[0].before = 0.0
        return caption + blocks

    def _caption(self, table: Table, parent: Element, width: float, x: float) -> list[Block]:
        """The words above a table, which never part from it."""
        if not plain_text(table.caption).strip():
            return []
        element = parent.add("Caption").add("P")
        block = self.setter.passage(table.caption, "caption", element, width, x)
        block.before = max(block.before, self.setter.grid)
        block.after, block.keep_with_next = 0.0, True
        return [block]

    def _cell(self, text: str, role: str, *, is_number: bool) -> _Cell:
        words = self.setter.compositor.words((Text(text),), role)
        if not is_number:
            return _Cell(words, width_of(words))
        tail = _after_the_figures(text, self.language)
        style = self.setter.compositor.wardrobe.style(role)
        wide = self.setter.compositor.word(tail, style).width if tail.strip() else 0.0
        return _Cell(words, width_of(words), wide)

    def _columns(self, table: Table, cells: list[list[_Cell]], width: float) -> Columns:
        em = self.setter.style.roles["table"].size.pt
        columns = Columns.of(cells, width, _GAP * em)
        if columns.is_tight:
            ways = [
                Columns.of(cells, width, _TIGHT_GAP * em, share) for share in (_evenly, _by_need)
            ]
            columns = (
                ways[0] if ways[0].is_crowded else min(ways, key=lambda w: self._rows(cells, w))
            )
        if columns.is_crowded:
            self.crowded.append((table.lines, len(columns.widths)))
        return columns

    def _rows(self, cells: list[list[_Cell]], columns: Columns) -> int:
        """How many lines the table would have."""
        return sum(
            max(
                len(self.breaker.lines(cell.words, Measure(width))) if cell.words else 1
                for cell, width in zip(row, columns.widths, strict=True)
            )
            for row in cells
        )

    def _row(
        self, table: Table, index: int, cells: list[_Cell], columns: Columns,
        numeric: Sequence[bool], x: float, element: Element,
    ) -> Block:  # fmt: skip
        role = self.setter.style.roles[_role(table, index)]
        heads = _heads(table, index)
        pieces: list[list[Piece]] = []
        for at, cell in enumerate(cells):
            owner = element.add("TH", HEADS_COLUMN) if heads else element.add("TD")
            lines = self.breaker.lines(cell.words, Measure(columns.widths[at]))
            shift = columns.tails[at] - cell.tail if numeric[at] and not heads else 0.0
            left = x + columns.lefts[at]
            pieces.append(
                [
                    Piece(
                        left + max(columns.widths[at] - line.natural - shift, 0.0)
                        if numeric[at]
                        else left + line.indent,
                        line,
                        owner,
                    )
                    for line in lines
                ]
            )
        rows = [Row([piece for piece in across if piece]) for across in zip_longest(*pieces)]
        return Block(
            rows=rows or [Row([])],
            leading=role.leading.pt,
            grid=role.leading % self.setter.style.page.grid == 0,
            whole=True,
            keep_with_next=heads and index + 1 < len(table.rows),
        )

    def _rule_off(self, table: Table, blocks: list[Block], ends: tuple[float, float]) -> None:
        """Hairlines above, below the heading and below all; between rows where one has lines."""
        last = len(blocks) - 1
        divided = any(len(block.rows) > 1 for block in blocks[table.header_rows :])
        for index, block in enumerate(blocks):
            # Where the table goes on in the next column, it is closed in this one.
            block.foot = None if index == last else ends
            if divided or index in (table.header_rows - 1, last):
                block.underline = ends
        blocks[0].overline = ends
        space = self.setter.style.page.grid.pt
        blocks[0].before = max(blocks[0].before, space)
        blocks[-1].after = max(blocks[-1].after, space)
        # Neither the first row nor the last stands alone.
        if last - table.header_rows >= 2:
            blocks[table.header_rows].keep_with_next = True
            blocks[-2].keep_with_next = True


class Columns(Value):
    """A table's columns, in points: where each begins, its width, its widest tail of a number.

    `is_tight` says that some cell is set in lines, `is_crowded` that some word is divided.
    """

    lefts: list[float]
    widths: list[float]
    tails: list[float]
    is_tight: bool = False
    is_crowded: bool = False

    @property
    def width(self) -> float:
        """From the first column's left to the last one's right."""
        return self.lefts[-1] + self.widths[-1]

    @classmethod
    def of(
        cls, rows: list[list[_Cell]], room: float, gap: float, share: _Share | None = None
    ) -> Columns:
        """Each column gets what its widest cell needs on one line.

        Where that is too much in all, each gets its longest word first, and the rest as `share`
        says; where even that is, the room is shared by longest words.
        """
        across = list(zip(*rows, strict=True))
        tails = [max(cell.tail for cell in column) for column in across]
        natural = [
            max(cell.natural - cell.tail for cell in column) + tail + _HAIR
            if tail
            else max(cell.natural for cell in column) + _HAIR
            for column, tail in zip(across, tails, strict=True)
        ]
        room -= gap * (len(natural) - 1)
        if sum(natural) <= room:
            return cls(_lefts(natural, gap), natural, tails)
        least = [
            min(max(_longest_word(cell) for cell in column), wide)
            for column, wide in zip(across, natural, strict=True)
        ]
        widths, crowded = _shared(natural, least, max(room, 0.0), share or _by_need)
        return cls(_lefts(widths, gap), widths, tails, is_tight=True, is_crowded=crowded)


def _shared(
    natural: list[float], least: list[float], room: float, share: _Share
) -> tuple[list[float], bool]:
    """The room shared between columns, and whether it is too little for their words."""
    if sum(least) > room:
        total = sum(least)
        return [max(room * each / total, _NARROWEST) for each in least], True
    wanted = [n - m for n, m in zip(natural, least, strict=True)]
    more = share(wanted, room - sum(least))
    return [m + given for m, given in zip(least, more, strict=True)], False


def _by_need(wanted: list[float], spare: float) -> list[float]:
    """Each column's share of what is left is its share of what all want."""
    total = sum(wanted) or 1.0
    return [spare * each / total for each in wanted]


def _evenly(wanted: list[float], spare: float) -> list[float]:
    """Each column gets as much as the next, but no more than it wants."""
    given = [0.0] * len(wanted)
    least_first = sorted(range(len(wanted)), key=wanted.__getitem__)
    for others, at in zip(range(len(wanted), 0, -1), least_first, strict=True):
        given[at] = min(wanted[at], spare / others)
        spare -= given[at]
    return given


def _lefts(widths: list[float], gap: float) -> list[float]:
    lefts = [0.0]
    for width in widths[:-1]:
        lefts.append(lefts[-1] + width + gap)
    return lefts


def _longest_word(cell: _Cell) -> float:
    return max((word.width for word in cell.words), default=0.0) + _HAIR


def _repeated(block: Block) -> Block:
    """A row of the heading where the table goes on: its words have been said."""
    rows = [Row([replace(piece, element=None) for piece in row.pieces]) for row in block.rows]
    return replace(block, rows=rows, before=0.0)


def _filled(row: Sequence[str], count: int) -> list[str]:
    return [*row, *[""] * (count - len(row))]


def _after_the_figures(text: str, language: str) -> str:
    """What stands after the whole figures: the decimals, a unit, a mark of a note."""
    head = figures(text)
    if head is None:
        return ""
    mark = "." if language.split("-")[0].lower() in _POINT else ","
    whole, point, decimals = head.partition(mark)
    is_decimal = point and head.count(mark) == 1 and decimals.strip().isdigit()
    return text.strip()[len(whole if is_decimal else head) :]


def _sections(table: Table, element: Element) -> list[Element]:
    """What each row stands in: head and body, where the table has both (ISO 32000-1, table 337)."""
    if not 0 < table.header_rows < len(table.rows):
        return [element] * len(table.rows)
    head, body = element.add("THead"), element.add("TBody")
    return [head if _heads(table, index) else body for index in range(len(table.rows))]


def _heads(table: Table, index: int) -> bool:
    return index < table.header_rows


def _role(table: Table, index: int) -> str:
    return "table_header" if _heads(table, index) else "table"
