"""The styles of what stands about the story: facts, note, head and foot, and the spaces."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.renderers.docx.languages import WordLanguage
from exporter.renderers.docx.markup import Element, w
from exporter.renderers.docx.page import Sheet
from exporter.renderers.docx.roles import (
    paragraph_properties,
    rule,
    run_properties,
    spacing,
)
from exporter.renderers.docx.style_elements import NamedStyle, paragraph_style
from exporter.stylesheet import Role, Stylesheet
from exporter.units import Length
from exporter.values import replace

# Between a rule and what it belongs to, in points.
_NOTE_GAP = 5
_HEAD_GAP = 3
_FOOT_GAP = 2
_TWIPS_PER_POINT = 20
# Between a picture and its caption, in twips.
_CAPTION_GAP = 60
_THIN = Length.of(1, "pt")
_NONE = Length(0)
# Single spacing, in 240ths of a line.
_SINGLE = 240


def apparatus_styles(
    style: Stylesheet, page: Sheet, language: WordLanguage
) -> Iterator[Element]:  # fmt: skip
    """Each of these styles."""
    yield from _facts(style, page)
    yield from _note(style, language)
    yield _header(style, page)
    yield _footer(style, page)
    yield from _notices(style, page)
    yield from _spaces(style)


def _facts(style: Stylesheet, page: Sheet) -> Iterator[Element]:
    """Label and value on one line, the value on the edge of the text.

    The space after a value, and half a line, follows the last.
    """
    label, value = style.roles["label"], _roomy("value", style, lines=0.5)
    yield paragraph_style(
        NamedStyle("Label", "label", link="LabelChar"),
        paragraph_properties(label),
        run_properties(style, label),
    )
    stop = w("tab", val="left", pos=page.inset + value.left_indent.twips)
    yield paragraph_style(
        NamedStyle("Value", "value", contextual=True),
        [*paragraph_properties(value, left=page.inset, first=-page.hang), w("tabs", stop)],
        run_properties(style, value),
    )


def _note(style: Stylesheet, language: WordLanguage) -> Iterator[Element]:
    """The label and the words of the note share the rule at their side."""
    thickness = style.data_column.note_rule
    left = thickness.twips + _NOTE_GAP * _TWIPS_PER_POINT
    side = "right" if language.right_to_left else "left"
    roles = {
        "Note to Editors Label": style.roles["label"],
        "Note to Editors": _roomy("ed_note", style),
    }
    for name, role in roles.items():
        yield paragraph_style(
            NamedStyle(name, "ed_note", contextual=True),
            [*paragraph_properties(role, left=left), w("pBdr", rule(side, thickness, _NOTE_GAP))],
            run_properties(style, role),
        )


def _roomy(name: str, style: Stylesheet, lines: float = 1) -> Role:
    """The role with some lines of the grid more after it."""
    role = style.roles[name]
    return replace(role, space_after=Length(round(role.space_after + lines * style.page.grid)))


def _header(style: Stylesheet, page: Sheet) -> Element:
    """The agency hangs beside the text, as the labels do; the heavy rule reaches over both."""
    role = style.roles["running_title"]
    return paragraph_style(
        NamedStyle("header", "running_title", built_in=True),
        [
            *paragraph_properties(role, left=page.inset, first=-page.hang),
            w("pBdr", rule("top", style.page.head_rule, _HEAD_GAP)),
            w(
                "tabs",
                w("tab", val="left", pos=page.inset + role.left_indent.twips),
                w("tab", val="right", pos=page.measure),
            ),
        ],
        run_properties(style, role),
    )


def _footer(style: Stylesheet, page: Sheet) -> Element:
    role = style.roles["foot"]
    return paragraph_style(
        NamedStyle("footer", "foot", built_in=True),
        [
            *paragraph_properties(role, left=page.inset - page.hang),
            w("pBdr", rule("top", style.page.hairline, _FOOT_GAP)),
        ],
        run_properties(style, role),
    )


def _notices(style: Stylesheet, page: Sheet) -> Iterator[Element]:
    """Above the title with a line of space, above the heavy rule without."""
    role = style.roles["notice"]
    roomy = _roomy("notice", style)
    yield paragraph_style(
        NamedStyle("Notice", "notice", contextual=True),
        paragraph_properties(roomy),
        run_properties(style, roomy),
    )
    yield paragraph_style(
        NamedStyle("Running Notice", "notice", based_on="Notice"),
        paragraph_properties(role, left=page.inset - page.hang),
    )


def _spaces(style: Stylesheet) -> Iterator[Element]:
    """Paragraphs without words: a break, the line about a table, a picture, a section's end."""
    grid = style.page.grid
    for name, height in (("Break", grid), ("Table Space", grid), ("Section End", _THIN)):
        yield paragraph_style(NamedStyle(name, "body"), [spacing(height, _NONE, _NONE)])
    yield paragraph_style(
        NamedStyle("Picture Description", "caption", based_on="Caption"),
        [w("keepNext"), spacing(style.roles["caption"].leading, grid, _NONE)],
        [w("i"), w("iCs")],
    )
    room = w(
        "spacing", before=max(grid.twips, 0), after=_CAPTION_GAP, line=_SINGLE, lineRule="auto"
    )
    yield paragraph_style(NamedStyle("Figure", "caption"), [w("keepNext"), room])
