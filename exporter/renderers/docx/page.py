"""The page in twips: paper, margins, the measure, and where the labels of the facts hang."""

from __future__ import annotations

from copy import copy
from functools import lru_cache

from exporter.renderers.docx.markup import Element, R, w
from exporter.stylesheet import Stylesheet
from exporter.units import Length
from exporter.values import Value

# A picture leaves room for its caption and some text.
_TALLEST_PICTURE = 0.75


class Sheet(Value):
    """One page; all measures in twips.

    `hang` is the width of the data column with its gutter, 0 where the style has none. What
    stands in it is `aside_width` wide and `aside_left` from the page's left edge; where nothing
    may, `aside_width` is 0.
    """

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int
    footer: int
    columns: int
    gutter: int
    hang: int
    aside_left: int = 0
    aside_width: int = 0

    @property
    def measure(self) -> int:
        """The width of the text, all columns together."""
        return self.width - self.left - self.right

    @property
    def column(self) -> int:
        """The width of one column."""
        return (self.measure - (self.columns - 1) * self.gutter) // self.columns

    @property
    def text_height(self) -> int:
        """The height of the text."""
        return self.height - self.top - self.bottom

    @property
    def tallest_picture(self) -> int:
        """The greatest height of a picture."""
        return int(self.text_height * _TALLEST_PICTURE)


def sheet(style: Stylesheet, notice: bool, right_to_left: bool) -> Sheet:
    """The page of a style, mirrored for a language from right to left.

    A notice stands above the heavy rule of the head.
    """
    page, data = style.page, style.data_column
    beside = Length(data.width + data.gutter)
    raised = style.roles["notice"].leading if notice else Length(0)
    foot_line = Length(style.roles["foot"].leading + page.hairline)
    leading = _positive(Length(page.margin_left + (beside if data.show else 0)))
    trailing = _positive(page.margin_right)
    left, right = (trailing, leading) if right_to_left else (leading, trailing)
    return Sheet(
        width=page.width.twips,
        height=page.height.twips,
        top=_positive(page.margin_top),
        bottom=_positive(_bottom(style)),
        left=left,
        right=right,
        header=_positive(Length(page.head - raised)),
        footer=_positive(Length(page.foot - foot_line)),
        columns=page.columns,
        gutter=_positive(page.gutter),
        hang=_positive(beside) if data.show else 0,
        aside_left=_positive(page.margin_left),
        # From which side a frame's place is counted where pages run to the left, Word and
        # LibreOffice do not agree: such pages have the facts as a strip.
        aside_width=_positive(data.width) if data.show and not right_to_left else 0,
    )


class Furniture(Value):
    """The relationships of head and foot, on the first page and on the others."""

    header: str
    footer: str
    first_header: str
    first_footer: str


def section(
    page: Sheet, furniture: Furniture, *, columns: int = 1, continued: bool = False,
    right_to_left: bool = False,
) -> Element:  # fmt: skip
    """Section properties; one that goes on below another has that one's first page."""
    return copy(_section(page, furniture, columns, continued, right_to_left))


@lru_cache(maxsize=32)
def _section(
    page: Sheet, furniture: Furniture, columns: int, continued: bool, right_to_left: bool
) -> Element:
    """What the section properties of a page are copied from."""
    return w(
        "sectPr",
        _reference("headerReference", furniture.header),
        None if continued else _reference("headerReference", furniture.first_header, "first"),
        _reference("footerReference", furniture.footer),
        None if continued else _reference("footerReference", furniture.first_footer, "first"),
        w("type", val="continuous") if continued else None,
        w("pgSz", w=page.width, h=page.height),
        w(
            "pgMar", top=page.top, right=page.right, bottom=page.bottom, left=page.left,
            header=page.header, footer=page.footer, gutter=0,
        ),
        w("cols", space=page.gutter, num=columns),
        None if continued else w("titlePg"),
        w("bidi") if right_to_left else None,
    )  # fmt: skip


def _bottom(style: Stylesheet) -> Length:
    """The margin below the text, a line of the grid less where the foot leaves room.

    The other formats' page runs long where that saves a scant last one; Word's cannot.
    """
    page = style.page
    longer = Length(page.margin_bottom - page.grid)
    return longer if longer >= page.foot + page.grid // 2 else page.margin_bottom


def _reference(tag: str, relationship: str, pages: str = "default") -> Element:
    element = w(tag, type=pages)
    element.set(f"{R}id", relationship)
    return element


def _positive(length: Length) -> int:
    return max(length.twips, 0)
