"""The book's two style sheets: one that every reader's program can read, and what today's can do.

Adobe's older engine (RMSDK 9 to 11), which Kobo's devices and others use for books that were not
bought from them, refuses a whole sheet for one query, function or unit that it does not know.
"""

from __future__ import annotations

from collections.abc import Iterator

from exporter.renderers.epub.frame import FRAME, MODERN_FRAME
from exporter.renderers.epub.roles import RoleRules
from exporter.renderers.epub.rules import em, number, rule
from exporter.stylesheet import EmphasisStyle, Stylesheet
from exporter.units import Length
from exporter.values import Value


class Sheets(Value):
    """The two style sheets, to be read one after the other."""

    plain: str
    modern: str


# What "10." and the white behind it take, in ems of the list's type.
_NUMBER = 1.75
# What the white below a strip is less, in ems of the body's: as much stands above it as below.
_STRIP_CLOSER = 0.9
# A run exports in one style, a long-lived process in a few.
_MOST_KEPT = 8
_kept: list[tuple[Stylesheet, Sheets]] = []


def css(stylesheet: Stylesheet) -> Sheets:
    """The style sheets of a book in this style, made once for each style."""
    for known, made in _kept:
        if known is stylesheet or known == stylesheet:
            return made
    made = _made(stylesheet)
    _kept[:] = [(stylesheet, made), *_kept[: _MOST_KEPT - 1]]
    return made


def _made(stylesheet: Stylesheet) -> Sheets:
    roles = RoleRules(stylesheet)
    plain = (
        FRAME,
        roles.base(),
        *roles.plain(),
        *_rules_and_hairlines(stylesheet, roles),
        *_facts(stylesheet, roles),
        _numbered(stylesheet),
        _emphasis(stylesheet.house.emphasis),
        _end_mark(stylesheet.house.end_mark_size, roles.size("body")),
    )
    modern = (
        MODERN_FRAME,
        *_facts_in_place(stylesheet, roles),
        *roles.modern(),
    )
    return Sheets("".join(plain), "".join(modern))


def _rules_and_hairlines(stylesheet: Stylesheet, roles: RoleRules) -> Iterator[str]:
    """One heavy rule, one hairline, and the rule beside a note."""
    page, body = stylesheet.page, roles.size("body")
    hairline = f"{em(page.hairline, body)} solid"
    yield rule("article", [f"border-top: {em(page.head_rule, body)} solid", "padding-top: 0.8em"])
    yield rule("header", [f"border-bottom: {hairline}"])
    yield rule(".table tr", [f"border-bottom: {hairline}"])
    yield rule(".break", [f"border-top: {hairline}"])
    beside = f"{em(stylesheet.data_column.note_rule, body)} solid"
    yield rule(".note", [f"border-inline-start: {beside}", "padding-inline-start: 0.6em"])


def _facts(stylesheet: Stylesheet, roles: RoleRules) -> Iterator[str]:
    """The data column, label and value on a line; under a hairline where the style has none."""
    after, body = stylesheet.roles["value"].space_after, roles.size("body")
    if stylesheet.data_column.show:
        yield rule(".facts", [f"margin-bottom: {em(after, body)}"])
    else:
        hairline = f"border-top: {em(stylesheet.page.hairline, body)} solid"
        closer = f"margin-bottom: {number(after / body - _STRIP_CLOSER)}em"
        yield rule(".facts", [hairline, "padding-top: 0.8em", closer])


def _numbered(stylesheet: Stylesheet) -> str:
    """Numbers of two figures stand in a list's step, and not in the reader's margin."""
    role = stylesheet.roles["list"]
    step = number(max(role.left_indent / role.size, _NUMBER))
    sides = [f"margin-left: {step}em", f"margin-inline-start: {step}em"]
    return rule("ol.list, .list ol", sides)


def _facts_in_place(stylesheet: Stylesheet, roles: RoleRules) -> Iterator[str]:
    """Labels beside values in two columns, or all in a strip where the style has no column."""
    gutter = f"column-gap: {em(stylesheet.data_column.gutter, roles.size('body'))}"
    if stylesheet.data_column.show:
        columns = "grid-template-columns: fit-content(40%) 1fr"
        yield rule(".facts", ["display: grid", columns, "align-items: baseline", gutter])
        yield rule(".fact", ["display: contents"])
    else:
        yield rule(".facts", ["display: flex", "flex-wrap: wrap", gutter])


def _emphasis(emphasis: EmphasisStyle) -> str:
    """What emphasis looks like where it is not italic, as readers' programs have it."""
    if emphasis is EmphasisStyle.ITALIC:
        return ""
    return rule("em", ["font-style: inherit", "font-weight: bold"])


def _end_mark(size: Length, body: float) -> str:
    return rule(".end-mark", [f"font-size: {number(size / body)}em"])
