"""The page of a template: its section, and what of our page it changes."""

from __future__ import annotations

from copy import deepcopy

from exporter.renderers.docx.markup import Element, R, W, w
from exporter.renderers.docx.page import Sheet
from exporter.stylesheet import Role, Stylesheet
from exporter.units import Length
from exporter.values import replace

# The largest page of Word, 22 inches, in twips.
_LARGEST = 31_680
_HALF_POINT = 6350
_NARROWEST_COLUMN = 1000
_MOST_COLUMNS = 8
_AFTER_COLUMNS = ("vAlign", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid")


def house_sheet(section: Element | None, ours: Sheet) -> Sheet:
    """Our page in the template's measures; ours where it gives none that can be set on."""
    if section is None:
        return ours
    size, margins, columns = (section.find(f"{W}{tag}") for tag in ("pgSz", "pgMar", "cols"))
    page = replace(
        ours,
        width=_measure(size, "w", ours.width),
        height=_measure(size, "h", ours.height),
        **{
            side: _measure(margins, side, getattr(ours, side))
            for side in ("top", "bottom", "left", "right", "header", "footer")
        },
        columns=min(max(_measure(columns, "num", 1), 1), _MOST_COLUMNS),
        gutter=_measure(columns, "space", 720),
    )
    fits = page.column >= _NARROWEST_COLUMN and page.text_height >= _NARROWEST_COLUMN
    return page if fits else ours


def fitted(style: Stylesheet, body_size: int) -> Stylesheet:
    """The style as it is added to a template: in proportion to a body of that many half-points.

    A house's own page has no column for facts beside the text.
    """
    body = style.roles["body"].size

    def scaled(role: Role) -> Role:
        measures = {
            name: Length(round(value * body_size * _HALF_POINT / body))
            for name in Role.__struct_fields__
            if isinstance(value := getattr(role, name), Length)
        }
        return replace(role, **measures)

    return replace(
        style,
        roles={name: scaled(role) for name, role in style.roles.items()},
        data_column=replace(style.data_column, show=False),
    )


def house_section(
    section: Element, references: dict[tuple[str, str], str], *, columns: bool = True,
    continued: bool = False, right_to_left: bool = False,
) -> Element:  # fmt: skip
    """The template's section with our heads and feet, by kind and pages; in one column or all."""
    own = deepcopy(section)
    for reference in own.findall(f"{W}headerReference") + own.findall(f"{W}footerReference"):
        own.remove(reference)
    for position, ((kind, pages), identifier) in enumerate(references.items()):
        if not continued or pages != "first":
            reference = w(f"{kind}Reference", type=pages)
            reference.set(f"{R}id", identifier)
            own.insert(min(position, len(own)), reference)
    if not columns:
        _drop(own, "cols")
        _place(own, w("cols"), _AFTER_COLUMNS)
    if continued:
        _drop(own, "type", "titlePg", "pgNumType")
        _place(own, w("type", val="continuous"), ("pgSz", "pgMar"))
    if right_to_left and own.find(f"{W}bidi") is None:
        _place(own, w("bidi"), ("rtlGutter", "docGrid"))
    return own


def _measure(element: Element | None, name: str, otherwise: int) -> int:
    value = element.get(f"{W}{name}", "") if element is not None else ""
    number = int(value) if value.removeprefix("-").isdecimal() and len(value) < 7 else otherwise
    return min(abs(number), _LARGEST)


def _drop(section: Element, *tags: str) -> None:
    for tag in tags:
        for element in section.findall(f"{W}{tag}"):
            section.remove(element)


def _place(section: Element, element: Element, before: tuple[str, ...]) -> None:
    """Put the element where the schema has it: before the first of these that is there."""
    following = {f"{W}{tag}" for tag in before}
    position = next((at for at, each in enumerate(section) if each.tag in following), len(section))
    section.insert(position, element)
