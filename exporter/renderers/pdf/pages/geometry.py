"""The page's geometry in points, from the stylesheet's exact lengths."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from exporter.renderers.pdf.pages.flow import Frame
from exporter.renderers.pdf.writer.canvas import Sheet
from exporter.stylesheet import Stylesheet
from exporter.units import Length
from exporter.values import Value

# Around the bleed, for marks and a line of small type.
_SLUG = Length.of(10, "mm").pt


class Geometry(Value):
    """Where things stand, from the trim's left and top edges.

    Around the trim are, where a printer's marks are wanted, the bleed and the slug.
    """

    width: float
    height: float
    bleed: float
    slug: float
    left: float
    right: float
    top: float
    bottom: float
    grid: float
    text_left: float
    columns: int
    column_width: float
    gutter: float

    @property
    def edge(self) -> float:
        """From the edge of the sheet to the trim."""
        return self.bleed + self.slug

    @property
    def sheet(self) -> Sheet:
        """The sheet, and on it the bleed and trim boxes."""
        edge, slug = self.edge, self.slug
        width, height = self.width + 2 * edge, self.height + 2 * edge
        return Sheet(
            width,
            height,
            bleed=(slug, slug, width - slug, height - slug),
            trim=(edge, edge, width - edge, height - edge),
        )

    @property
    def measure(self) -> float:
        """The width of all columns of text with what is between them."""
        return self.right - self.text_left

    def text_frames(self, page: int, top: float, bottom: float) -> Iterator[Frame]:
        """The columns of text of one page."""
        for column in range(self.columns):
            x = self.text_left + column * (self.column_width + self.gutter)
            yield Frame(page, x, top, bottom)

    def head_frames(self) -> Iterator[Frame]:
        """All columns across, page after page without end."""
        return (Frame(page, self.text_left, self.top, self.bottom) for page in count())

    def data_frames(self) -> Iterator[Frame]:
        """The data column, page after page without end."""
        return (Frame(page, self.left, self.top, self.bottom) for page in count())


def geometry(style: Stylesheet, *, marks: bool = False) -> Geometry:
    """The geometry of a style: the trimmed page alone, or a sheet with room for marks around it."""
    page, data = style.page, style.data_column
    beside = data.width + data.gutter if data.show else 0
    between = (page.columns - 1) * page.gutter
    text_left = page.margin_left + beside
    text_width = page.width - page.margin_right - text_left - between
    return Geometry(
        width=page.width.pt,
        height=page.height.pt,
        bleed=page.bleed.pt if marks else 0.0,
        slug=_SLUG if marks else 0.0,
        left=page.margin_left.pt,
        right=(page.width - page.margin_right) / 12700,
        top=page.margin_top.pt,
        bottom=(page.height - page.margin_bottom) / 12700,
        grid=page.grid.pt,
        text_left=text_left / 12700,
        columns=page.columns,
        column_width=text_width / page.columns / 12700,
        gutter=page.gutter.pt,
    )
