"""The page's geometry in points, from the stylesheet's exact lengths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporter.renderers.pdf.pages.flow import Frame
from exporter.renderers.pdf.writer.canvas import Sheet
from exporter.stylesheet import Stylesheet


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where things stand, from the trim's left and top edges."""

    width: float
    height: float
    bleed: float
    left: float
    right: float
    top: float
    bottom: float
    grid: float
    data_width: float
    text_left: float
    columns: int
    column_width: float
    gutter: float

    @property
    def sheet(self) -> Sheet:
        """The sheet with its bleed on all sides."""
        width, height = self.width + 2 * self.bleed, self.height + 2 * self.bleed
        trim = (self.bleed, self.bleed, self.bleed + self.width, self.bleed + self.height)
        return Sheet(width, height, (0, 0, width, height), trim)

    def text_frames(self) -> Iterator[Frame]:
        """The columns of text, page after page without end."""
        page = 0
        while True:
            for column in range(self.columns):
                x = self.text_left + column * (self.column_width + self.gutter)
                yield Frame(page, x, self.top, self.bottom)
            page += 1

    def data_frames(self) -> Iterator[Frame]:
        """The data column, page after page without end."""
        page = 0
        while True:
            yield Frame(page, self.left, self.top, self.bottom)
            page += 1


def geometry(style: Stylesheet) -> Geometry:
    """The geometry of a style."""
    page, data = style.page, style.data_column
    beside = data.width + data.gutter if data.show else 0
    between = (page.columns - 1) * page.gutter
    text_left = page.margin_left + beside
    text_width = page.width - page.margin_right - text_left - between
    return Geometry(
        width=page.width.pt,
        height=page.height.pt,
        bleed=page.bleed.pt,
        left=page.margin_left.pt,
        right=(page.width - page.margin_right) / 12700,
        top=page.margin_top.pt,
        bottom=(page.height - page.margin_bottom) / 12700,
        grid=page.grid.pt,
        data_width=data.width.pt,
        text_left=text_left / 12700,
        columns=page.columns,
        column_width=text_width / page.columns / 12700,
        gutter=page.gutter.pt,
    )
