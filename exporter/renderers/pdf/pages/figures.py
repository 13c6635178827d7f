"""Figures: a picture on the baseline grid, its caption and credit below it."""

from __future__ import annotations

import math

from exporter.model import Figure, Inline, Text, plain_text
from exporter.pictures.errors import PictureError
from exporter.renderers.pdf.pages.blocks import Block, Hanging, Row
from exporter.renderers.pdf.pages.setter import Place, Setter
from exporter.renderers.pdf.pictures.gallery import Gallery, Picture
from exporter.renderers.pdf.writer.objects import text_string
from exporter.renderers.pdf.writer.structure import Element
from exporter.stylesheet import Stylesheet


class FigureSetter:
    """Sets the figures of one document.

    `remarks` is what there is to say of pictures: code and facts of a diagnostic. `uncounted` are
    the elements that no page map counts, since other formats have them elsewhere.
    """

    def __init__(self, setter: Setter, gallery: Gallery) -> None:
        self._setter = setter
        self._gallery = gallery
        # At most half a page high, in points, and then from capitals to a baseline.
        self._tallest = _whole_lines(_text_height(setter.style) / 2, setter.grid)
        self.remarks: list[tuple[Figure, str, dict[str, object]]] = []
        self.uncounted: set[Element] = set()

    def blocks(self, figure: Figure, place: Place) -> list[Block]:
        """The picture with caption and credit below it; if it cannot be drawn, all its words."""
        blocks = self._blocks(figure, place)
        for last in blocks[-1:]:
            last.after = max(last.after, self._setter.style.roles["caption"].space_after.pt)
        return blocks

    def _blocks(self, figure: Figure, place: Place) -> list[Block]:
        try:
            picture = self._gallery.hang(figure.src, place.width - place.indent, self._tallest)
        except PictureError as error:
            self._remark(figure, "P005", reason=error)
            alternative: tuple[Inline, ...] = (Text(figure.alt),) if figure.alt else ()
            return self._legend(figure, place, alternative)
        group = place.parent.add("Div")
        hung = self._hung(picture, place.indent, self._described(figure, group))
        if picture.coarse:
            self._remark(figure, "P052", dots=round(picture.dots_per_inch))
        legend = self._legend(figure, place.under(group.add("Caption")), ())
        for block in legend[:1]:
            hung.keep_with_next, block.before = True, 0.0
        return [hung, *legend]

    def _described(self, figure: Figure, group: Element) -> Element | None:
        """The picture's element with what it says; None, for an artifact, if it says nothing."""
        words = figure.alt or ""
        if not words.strip():
            words = plain_text(figure.caption)
            self._remark(figure, "P050" if words.strip() else "P051")
        if not words.strip():
            return None
        return group.add("Figure", f"/Alt {text_string(' '.join(words.split()))}")

    def _hung(self, picture: Picture, x: float, element: Element | None) -> Block:
        """The picture on the baseline grid: what is left of its first line is space above it."""
        grid = self._setter.grid
        lines = math.ceil((picture.height + grid / 4) / grid)
        spare = lines * grid - picture.height - grid / 4
        return Block(
            rows=[Row([])],
            leading=lines * grid,
            before=grid if spare < grid / 2 else 0.0,
            grid=True,
            whole=True,
            picture=Hanging(x, picture, element),
        )

    def _legend(self, figure: Figure, place: Place, alternative: tuple[Inline, ...]) -> list[Block]:
        texts: list[tuple[tuple[Inline, ...], str]] = [
            (alternative, "caption"),
            (figure.caption, "caption"),
            ((Text(figure.credit or ""),), "credit"),
        ]
        blocks = []
        for inlines, role in texts:
            if plain_text(inlines):
                element = place.parent.add("P")
                blocks.append(
                    self._setter.passage(inlines, role, element, place.width, place.indent)
                )
                if inlines is alternative:
                    self.uncounted.add(element)
        for block in blocks[:-1]:
            block.after, block.keep_with_next = 0.0, True
        for block in blocks[:1]:
            block.before = max(block.before, self._setter.grid)
        return blocks

    def _remark(self, figure: Figure, code: str, **facts: object) -> None:
        self.remarks.append((figure, code, facts))


def _text_height(style: Stylesheet) -> float:
    page = style.page
    return (page.height - page.margin_top - page.margin_bottom) / 12700


def _whole_lines(height: float, grid: float) -> float:
    """As many lines as are in the height, less what stands above capitals and below a baseline."""
    return max(math.floor(height / grid), 1) * grid - grid / 2
