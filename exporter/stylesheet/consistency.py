"""What no single key can get wrong, but several together can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporter.diagnostics import Diagnostic, diagnose
from exporter.expressions import expression
from exporter.stylesheet.facts import FACT_FIELDS
from exporter.stylesheet.inks import INK_LIMIT, Inks
from exporter.stylesheet.tokens import ROLES, DataColumn, Page, Role, Stylesheet
from exporter.units import Length

_NARROWEST_COLUMN = Length.of(20, "mm")
_FEWEST_LINES = 10
# ISO 32000-1, annex C: no page of a PDF is larger.
_LARGEST_PAGE = Length.of(14400, "pt")
_LARGEST_BLEED = Length.of(50, "mm")
# OpenType 1.9.1, 'OS/2', usWeightClass.
_WEIGHTS = range(1, 1001)
# All but the first line's indent, which may hang.
_SPACES = ("left_indent", "right_indent", "space_before", "space_after")
_HEX = expression("#[0-9a-fA-F]{6}")

Contradiction = tuple[str, str]


def contradictions(style: Stylesheet) -> Iterator[Contradiction]:
    """Each key that contradicts another or leaves a page that cannot be set, and why."""
    yield from _roles(style)
    yield from _colours(style)
    yield from _page(style)
    yield from _house(style)
    yield from _vocabulary(style)


def _roles(style: Stylesheet) -> Iterator[Contradiction]:
    column = _column(style)
    for missing in sorted(set(ROLES) - set(style.roles)):
        yield f"roles.{missing}", "is missing"
    for name, role in style.roles.items():
        if role.font not in style.fonts:
            yield f"roles.{name}.font", f"there is no font {role.font!r}"
        if role.colour not in style.colours:
            yield f"roles.{name}.colour", f"there is no colour {role.colour!r}"
        if min(role.size, role.leading, role.scale) <= 0:
            yield f"roles.{name}", "size, leading and scale must be positive"
        if role.weight not in _WEIGHTS:
            yield f"roles.{name}.weight", f"{role.weight} is not from 1 to 1000"
        yield from _measures(f"roles.{name}", role, _SPACES)
        if role.left_indent + role.right_indent + abs(role.first_indent) > column / 2:
            yield f"roles.{name}", "its indents take more than half of a column of text"


def _colours(style: Stylesheet) -> Iterator[Contradiction]:
    for name, colour in style.colours.items():
        if not _HEX.fullmatch(colour.screen):
            yield f"colours.{name}.screen", f"{colour.screen!r} is not a colour such as #1a2b3c"


def unprintable(style: Stylesheet) -> Iterator[Diagnostic]:
    """What is wrong with each colour that the job's inks cannot print."""
    for name, colour in style.colours.items():
        ink = colour.print
        if style.press.inks is Inks.BLACK and not ink.is_gray:
            yield diagnose("S020", name=style.name, colour=name)
        if ink.total > INK_LIMIT:
            total, limit = (f"{each / 10:g} %" for each in (ink.total, INK_LIMIT))
            yield diagnose("S021", name=style.name, colour=name, total=total, limit=limit)


def _page(style: Stylesheet) -> Iterator[Contradiction]:
    page, data = style.page, style.data_column
    yield from _measures("page", page, page.__struct_fields__)
    yield from _measures("data_column", data, data.__struct_fields__)
    if max(page.width, page.height) > _LARGEST_PAGE:
        yield "page", f"is larger than {_LARGEST_PAGE.pt:g} pt, which no PDF can be"
    if page.bleed > _LARGEST_BLEED:
        yield "page.bleed", f"is more than {_LARGEST_BLEED.mm:g} mm"
    if page.columns < 1:
        yield "page.columns", "must be at least 1"
    elif _column(style) < _NARROWEST_COLUMN:
        yield "page", f"leaves less than {_NARROWEST_COLUMN.mm:g} mm for a column of text"
    height = page.height - page.margin_top - page.margin_bottom
    if page.grid <= 0 or height < _FEWEST_LINES * page.grid:
        yield "page", f"leaves less than {_FEWEST_LINES} lines of text"


def _column(style: Stylesheet) -> float:
    """The width of a column of text, as a length has its."""
    page, data = style.page, style.data_column
    beside = data.width + data.gutter if data.show else 0
    between = (page.columns - 1) * page.gutter
    width = page.width - page.margin_left - page.margin_right - beside - between
    return width / max(1, page.columns)


def _measures(
    section: str, value: Page | DataColumn | Role, names: Sequence[str]
) -> Iterator[Contradiction]:
    for name in names:
        measure = getattr(value, name)
        if isinstance(measure, Length) and measure < 0:
            yield f"{section}.{name}", "must not be less than nothing"


def _house(style: Stylesheet) -> Iterator[Contradiction]:
    page, house = style.page, style.house
    if house.end_mark_size <= 0:
        yield "house.end_mark_size", "must be more than nothing"
    if house.running_title_words < 1:
        yield "house.running_title_words", "must be at least 1"
    if not 0 < house.logo_height <= page.margin_top - page.head - page.head_rule:
        yield "house.logo_height", "must be more than nothing, and fit between rule and text"


def _vocabulary(style: Stylesheet) -> Iterator[Contradiction]:
    if "en" not in style.terms:
        yield "terms.en", "is missing"
    for name in style.data_column.fields:
        if name not in FACT_FIELDS:
            yield "data_column.fields", f"there is no field {name!r}"
