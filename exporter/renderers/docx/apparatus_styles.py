"""The styles of what stands about the story: facts, note, head and foot, and the spaces."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.renderers.docx.markup import Element, w
from exporter.renderers.docx.page import Sheet
from exporter.renderers.docx.roles import (
    Specimen,
    paragraph_properties,
    rule,
    spacing,
)
from exporter.renderers.docx.style_elements import NamedStyle, paragraph_style
from exporter.stylesheet import Role
from exporter.units import Length
from exporter.values import replace

# Between a rule and what it belongs to, in points.
_NOTE_GAP = 5
_HEAD_GAP = 3
_FOOT_GAP = 2
_STRIP_GAP = 3
_TWIPS_PER_POINT = 20
# Between a picture and its caption, in twips.
_CAPTION_GAP = 60
_THIN = Length.of(1, "pt")
_NONE = Length(0)
# Single spacing, in 240ths of a line.
_SINGLE = 240
# The rule that stands for a break, in twips.
_BREAK_RULE = 360
# What is in the data column carries this after the name of its style.
ASIDE = "Aside"


def apparatus_styles(specimen: Specimen, page: Sheet) -> Iterator[Element]:
    """Each of these styles."""
    yield _strip(specimen)
    yield from _note(specimen)
    if page.aside_width:
        yield from _aside(specimen)
    yield _header(specimen, page)
    yield _footer(specimen, page)
    yield from _notices(specimen, page)
    yield from _spaces(specimen, page)


def _style(
    specimen: Specimen, named: NamedStyle, role: Role, paragraph: list[Element]
) -> Element:  # fmt: skip
    """The style in the type of the role, saying what the foundation does not."""
    base = specimen.normal
    return paragraph_style(
        named,
        specimen.differences(paragraph, paragraph_properties(base)),
        specimen.differences(specimen.run(role), specimen.run(base)),
    )


def _strip(specimen: Specimen) -> Element:
    """The facts one after the other between two hairlines, a line of the grid around them."""
    grid, hairline = specimen.style.page.grid, specimen.style.page.hairline
    role = specimen.role("value")
    roomy = replace(role, space_before=Length(grid // 2), space_after=grid, leading=max(
        role.leading, specimen.role("label").leading
    ))  # fmt: skip
    lines = [rule(side, hairline, _STRIP_GAP) for side in ("top", "bottom")]
    look = [*paragraph_properties(roomy), w("pBdr", *lines)]
    return _style(specimen, NamedStyle("Facts", "value"), role, look)


def _note(specimen: Specimen) -> Iterator[Element]:
    """The label and the words of the note share the rule at their side."""
    roles = {
        "Note to Editors Label": specimen.role("label"),
        "Note to Editors": _roomy("ed_note", specimen),
    }
    for name, role in roles.items():
        named = NamedStyle(name, "ed_note", contextual=True)
        yield _style(specimen, named, role, _beside_a_rule(specimen, role))


def _beside_a_rule(specimen: Specimen, role: Role) -> list[Element]:
    thickness = specimen.style.data_column.note_rule
    left = thickness.twips + _NOTE_GAP * _TWIPS_PER_POINT
    side = "right" if specimen.language.right_to_left else "left"
    return [*paragraph_properties(role, left=left), w("pBdr", rule(side, thickness, _NOTE_GAP))]


def _aside(specimen: Specimen) -> Iterator[Element]:
    """What stands in the data column, the note without the rule at its side.

    LibreOffice sets no frame in which some paragraphs have rules and others none.
    """
    label, value, note = (specimen.role(name) for name in ("label", "value", "ed_note"))
    roles = {
        "Fact Label": label,
        "Fact Value": value,
        f"Note to Editors Label {ASIDE}": replace(label, space_before=specimen.style.page.grid),
        f"Note to Editors {ASIDE}": note,
    }
    for name, role in roles.items():
        yield _style(specimen, NamedStyle(name, "value"), role, paragraph_properties(role))


def _roomy(name: str, specimen: Specimen) -> Role:
    """The role with one line of the grid more after it."""
    role = specimen.role(name)
    after = Length(role.space_after + specimen.style.page.grid)
    return replace(role, space_after=after)


def _header(specimen: Specimen, page: Sheet) -> Element:
    """The agency hangs above the data column; the heavy rule reaches over column and text."""
    role = specimen.role("running_title")
    look = [
        *paragraph_properties(role, first=-page.hang),
        w("pBdr", rule("top", specimen.style.page.head_rule, _HEAD_GAP)),
        w(
            "tabs",
            w("tab", val="left", pos=role.left_indent.twips) if page.hang else None,
            w("tab", val="right", pos=page.measure),
        ),
    ]
    named = NamedStyle("header", "running_title", built_in=True, furniture=True)
    return _style(specimen, named, role, look)


def _footer(specimen: Specimen, page: Sheet) -> Element:
    role = specimen.role("foot")
    look = [
        *paragraph_properties(role, left=-page.hang),
        w("pBdr", rule("top", specimen.style.page.hairline, _FOOT_GAP)),
    ]
    return _style(
        specimen, NamedStyle("footer", "foot", built_in=True, furniture=True), role, look
    )  # fmt: skip


def _notices(specimen: Specimen, page: Sheet) -> Iterator[Element]:
    """Above the title with a line of space, above the heavy rule without."""
    role = specimen.role("notice")
    roomy = _roomy("notice", specimen)
    named = NamedStyle("Notice", "notice", contextual=True)
    yield _style(specimen, named, roomy, paragraph_properties(roomy))
    yield paragraph_style(
        NamedStyle("Running Notice", "notice", based_on="Notice", furniture=True),
        paragraph_properties(role, left=-page.hang),
    )


def _spaces(specimen: Specimen, page: Sheet) -> Iterator[Element]:
    """Paragraphs without words: a break, the line about a table, a picture, a section's end."""
    grid = specimen.style.page.grid
    for name, height in (("Table Space", grid), ("Section End", _THIN)):
        named = NamedStyle(name, "body", furniture=True)
        yield paragraph_style(named, [spacing(height, _NONE, _NONE)])
    yield _break(specimen, page)
    yield paragraph_style(
        NamedStyle("Picture Description", "caption", based_on="Caption"),
        [w("keepNext"), spacing(specimen.role("caption").leading, grid, _NONE)],
        [w("i"), w("iCs")],
    )
    yield from _figures(max(grid.twips, 0))


def _figures(grid: int) -> Iterator[Element]:
    """A picture with its words close below it, and one without, with a line of space."""
    room: dict[str, str | int] = {"before": grid, "line": _SINGLE, "lineRule": "auto"}
    close = [w("keepNext"), w("spacing", after=_CAPTION_GAP, **room)]
    yield paragraph_style(NamedStyle("Figure", "caption"), close)
    alone = NamedStyle("Figure Alone", "caption", based_on="Figure")
    yield paragraph_style(alone, [w("keepNext", val="0"), w("spacing", after=grid, **room)])


def _break(specimen: Specimen, page: Sheet) -> Element:
    """A short rule in the middle of a line."""
    half = Length(specimen.style.page.grid // 2)
    aside = max((page.column - _BREAK_RULE) // 2, 0)
    return paragraph_style(
        NamedStyle("Break", "body"),
        [
            w("keepNext"),
            w("pBdr", rule("bottom", specimen.style.page.hairline)),
            spacing(half, half, half),
            w("ind", left=aside, right=aside),
        ],
    )
