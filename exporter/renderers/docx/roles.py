"""A role of the stylesheet as run and paragraph properties of Word."""

from __future__ import annotations

from fractions import Fraction

from exporter.renderers.docx.markup import W14, Element, switch, w
from exporter.stylesheet import Align, Figures, Role, Stylesheet
from exporter.units import Length

# Word has two weights of a family: this and what is heavier is its bold.
_BOLD_FROM = 600
_HALF_POINT = 6350
_EIGHTH_POINT = 1587.5
# ISO/IEC 29500-1, 17.18.2 and 17.3.4: the thinnest and thickest line, in eighths of a point.
_RULES = (2, 96)
_FIGURES = {Figures.LINING: "lining", Figures.OLDSTYLE: "oldStyle"}
_AUTOMATIC = "auto"
_BLACK = "000000"
_JUSTIFICATION = {
    Align.START: "left",  # the leading edge, in either direction of writing
    Align.END: "right",
    Align.CENTRE: "center",
    Align.JUSTIFY: "both",
}


def run_properties(style: Stylesheet, role: Role) -> list[Element]:
    """How the characters of the role are set."""
    bold = role.weight >= _BOLD_FROM
    size = half_points(Length(round(Fraction(role.size * role.scale, 1000))))
    return [
        fonts(style, role.font),
        switch("b", bold),
        switch("bCs", bold),
        switch("i", role.italic),
        switch("iCs", role.italic),
        # Word has no small capitals for capitals: those of a role that asks for both stay.
        switch("caps", role.capitals and not role.small_caps),
        switch("smallCaps", role.small_caps),
        w("color", val=colour(style.colours[role.colour].screen)),
        w("spacing", val=Length(round(Fraction(role.size * role.tracking, 1000))).twips),
        w("sz", val=size),
        w("szCs", val=size),
        _typographic("numForm", _FIGURES[role.figures]),
        _typographic("numSpacing", role.figure_width),
    ]


def _typographic(tag: str, value: str) -> Element:
    """A choice of OpenType's that Word 2010 and later know ([MS-DOCX], 2.6.1)."""
    element = w("rPr").makeelement(f"{W14}{tag}")
    element.set(f"{W14}val", value)
    return element


def paragraph_properties(
    role: Role, *, left: int = 0, first: int = 0, indented: bool = True
) -> list[Element]:
    """How the lines of the role are set, the justification last.

    `left` and `first` (twips) come on top of its indents; without `indented` it has none.
    """
    return [
        switch("keepNext", role.keep_with_next),
        switch("suppressAutoHyphens", not role.hyphenate),
        spacing(role.leading, role.space_before, role.space_after),
        *([indents(role, left=left, first=first)] if indented else []),
        w("jc", val=_JUSTIFICATION[role.align]),
    ]


def fonts(style: Stylesheet, name: str) -> Element:
    """The family, and its first fallback for the scripts of which Word keeps the fonts apart."""
    font = style.fonts[name]
    other = font.fallback[0] if font.fallback else font.family
    return w("rFonts", ascii=font.family, hAnsi=font.family, eastAsia=other, cs=other)


def spacing(leading: Length, before: Length, after: Length) -> Element:
    """Exact leading, and the space around a paragraph."""
    return w(
        "spacing",
        before=max(before.twips, 0),
        after=max(after.twips, 0),
        line=max(leading.twips, 1),
        lineRule="exact",
    )


def indents(role: Role, *, left: int = 0, first: int = 0) -> Element:
    """The indents of the role, further in by `left` and, in the first line, by `first` (twips)."""
    start = role.left_indent.twips + left
    opening = role.first_indent.twips + first
    hanging = {"hanging": -opening} if opening < 0 else {"firstLine": opening}
    return w("ind", left=start, right=role.right_indent.twips, **hanging)


def half_points(size: Length) -> int:
    """A size of type in the unit of Word, at least 1 pt."""
    return max(round(size / _HALF_POINT), 2)


def rule(tag: str, thickness: Length, space: int = 0) -> Element:
    """A border of the thickness, `space` points from the text."""
    least, most = _RULES
    size = min(max(round(thickness / _EIGHTH_POINT), least), most)
    return w(tag, val="single", sz=size, space=space, color=_AUTOMATIC)


def colour(screen: str) -> str:
    """The colour; black is the reader's own text colour, so that dark screens stay readable."""
    if screen[1:] == _BLACK:
        return _AUTOMATIC
    return screen[1:].upper()
