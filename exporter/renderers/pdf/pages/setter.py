"""Setting: passages of the story as blocks of lines, each in the type and measure of its role."""

from __future__ import annotations

from exporter.model import Inline, Text
from exporter.renderers.contract import Hyphenator
from exporter.renderers.pdf.pages.blocks import Block, Piece, Row
from exporter.renderers.pdf.setting.lines import Breaker, Line
from exporter.renderers.pdf.setting.measure import Measure
from exporter.renderers.pdf.setting.style import Wardrobe
from exporter.renderers.pdf.setting.words import NO_BREAK_SPACE, Compositor, Word
from exporter.renderers.pdf.writer.structure import Element
from exporter.stylesheet import Align, Role, Stylesheet
from exporter.values import Value, replace


class Place(Value):
    """Where a part of the story goes: under which element, in what width, and how far in."""

    parent: Element
    width: float
    indent: float = 0.0

    def under(self, parent: Element, inset: float = 0.0) -> Place:
        """The place below another element, so much farther in."""
        return Place(parent, self.width, self.indent + inset)


class Setter:
    """Sets the passages of one document in one style; `width` is the column's, in points."""

    def __init__(
        self, style: Stylesheet, hyphenate: Hyphenator, language: str, width: float, *, live: bool
    ) -> None:
        self.style = style
        self.width = width
        self.grid = style.page.grid.pt
        self.wardrobe = Wardrobe(style, language)
        self.compositor = Compositor(self.wardrobe, live=live)
        self.breaker = Breaker(self.compositor)
        self._hyphenate = hyphenate

    def words(self, inlines: tuple[Inline, ...], role: str) -> list[Word]:
        """The words of inlines in the type of a role."""
        return self.compositor.words(inlines, role)

    def passage(
        self, inlines: tuple[Inline, ...], role: str, element: Element,
        width: float | None = None, x: float = 0.0,
    ) -> Block:  # fmt: skip
        """The inlines as a block: the column's width where none is given."""
        return self.set(self.words(inlines, role), role, element, width, x)

    def text(self, text: str, role: str, element: Element, width: float) -> Block:
        """A text without markup as a block."""
        return self.passage((Text(text),), role, element, width)

    def set(
        self, words: list[Word], role: str, element: Element,
        width: float | None = None, x: float = 0.0, *, continues: bool = False,
    ) -> Block:  # fmt: skip
        """The words as a block; what continues a passage of several paragraphs is indented."""
        measure = self.measure(role, self.width if width is None else width, x)
        if continues:
            measure = replace(measure, first_indent=self.style.roles["body"].first_indent.pt)
        block = self.block(role, self.breaker.lines(words, measure), element)

        def reset(unbroken: frozenset[int], count: int | None) -> list[Row] | None:
            again = replace(measure, unbroken=unbroken)
            if count is None:
                lines = self.breaker.lines(words, again)
            else:
                longer = count - len(block.rows)
                lines = self.breaker.in_so_many(words, again, count, longer) or []
            return self._rows(role, lines, element) or None

        block.reset = reset
        return block

    def heading(
        self, inlines: tuple[Inline, ...], role: str, element: Element,
        width: float | None = None, x: float = 0.0,
    ) -> Block:  # fmt: skip
        """The inlines as a block of lines as equal as can be."""
        measure = self.measure(role, self.width if width is None else width, x)
        return self.block(role, self.breaker.balanced(self.words(inlines, role), measure), element)

    def line(self, text: str, role: str) -> Line:
        """A short text on one line."""
        return self.breaker.lines(self.words((Text(text),), role), Measure(self.width))[0]

    def measure(self, name: str, width: float, x: float = 0.0) -> Measure:
        """What the lines of a role must fit."""
        role = self.style.roles[name]
        return Measure(
            width=width - role.right_indent.pt,
            first_indent=role.first_indent.pt,
            left_indent=role.left_indent.pt + x,
            justify=role.align is Align.JUSTIFY,
            hyphenate=self._hyphenate if role.hyphenate else None,
            hanging=role.hanging,
        )

    def block(self, name: str, lines: list[Line], element: Element) -> Block:
        """The lines as a block with the spaces of their role."""
        role = self.style.roles[name]
        return Block(
            rows=self._rows(name, lines, element),
            leading=role.leading.pt,
            before=role.space_before.pt,
            after=role.space_after.pt,
            keep_with_next=role.keep_with_next,
            grid=self._is_grid(role),
        )

    def set_off(self, blocks: list[Block]) -> list[Block]:
        """The blocks with a line of space above and below."""
        for block in blocks[:1]:
            block.before = max(block.before, self.grid)
        for block in blocks[-1:]:
            block.after = max(block.after, self.grid)
        return blocks

    def end_mark(self, words: list[Word]) -> None:
        """The house's mark after the last of the words."""
        if words:
            self.compositor.extend(words, NO_BREAK_SPACE, self.wardrobe.style("body"))
            self.compositor.extend(words, self.style.house.end_mark, self.wardrobe.end_mark())

    def lone_end_mark(self, x: float) -> Block:
        """The house's mark on a line of its own, below what has no last word to follow."""
        words: list[Word] = []
        self.compositor.extend(words, self.style.house.end_mark, self.wardrobe.end_mark())
        lines = self.breaker.lines(words, Measure(self.width))
        return Block([Row([Piece(x, line, None)]) for line in lines], self.grid, grid=True)

    def _rows(self, name: str, lines: list[Line], element: Element) -> list[Row]:
        align = self.style.roles[name].align
        return [Row([Piece(_offset(line, align), line, element)]) for line in lines]

    def _is_grid(self, role: Role) -> bool:
        return role.leading % self.style.page.grid == 0


def _offset(line: Line, align: Align) -> float:
    slack = max(line.room - line.natural, 0.0)
    if align is Align.END:
        return line.indent + slack
    if align is Align.CENTRE:
        return line.indent + slack / 2
    return line.indent
