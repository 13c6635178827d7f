"""A role of the stylesheet as run and paragraph properties of Word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from exporter.renderers.docx.languages import WordLanguage
from exporter.renderers.docx.markup import W14, Element, W, switch, w
from exporter.renderers.docx.theme import Faces, colour_places, faces
from exporter.stylesheet import Align, Figures, Role, Stylesheet
from exporter.units import Length
from exporter.values import Value, replace

# Word has two weights of a family: this and what is heavier is its bold.
_BOLD_FROM = 600
_HALF_POINT = 6350
# An average character in ems.
_CHARACTER = Fraction(1, 2)
_EIGHTH_POINT = 1587.5
# ISO/IEC 29500-1, 17.18.2 and 17.3.4: the thinnest and thickest line, in eighths of a point.
_RULES = (2, 96)
_FIGURES = {Figures.LINING: "lining", Figures.OLDSTYLE: "oldStyle"}
_AUTOMATIC = "auto"
_BLACK = "000000"
# The fonts of a run that a theme may give (17.3.2.26), by the kind of script.
_THEME_FONTS = {
    "asciiTheme": "HAnsi", "hAnsiTheme": "HAnsi", "eastAsiaTheme": "EastAsia", "cstheme": "Bidi"
}  # fmt: skip
_JUSTIFICATION = {
    Align.START: "left",  # the leading edge, in either direction of writing
    Align.END: "right",
    Align.CENTRE: "center",
    Align.JUSTIFY: "both",
}


class Specimen(Value):
    """The style as stories in one language show it.

    A `complete` one has styles that say all, for a template whose foundation is not ours.
    """

    style: Stylesheet
    language: WordLanguage
    faces: Faces
    places: Mapping[str, str]
    complete: bool = False

    @classmethod
    def of(cls, style: Stylesheet, language: WordLanguage) -> Specimen:
        """The style with its places in the theme."""
        return cls(style, language, faces(style), colour_places(style))

    def role(self, name: str) -> Role:
        """The role of the name."""
        return self.style.roles[name]

    @property
    def normal(self) -> Role:
        """What all styles rest on: the type of the body, in plain paragraphs."""
        nothing = Length(0)
        return replace(
            self.role("body"), align=Align.START, hyphenate=True, keep_with_next=False,
            first_indent=nothing, left_indent=nothing, right_indent=nothing,
            space_before=nothing, space_after=nothing,
        )  # fmt: skip

    def run(self, role: Role) -> list[Element]:
        """How the characters of the role are set."""
        bold = role.weight >= _BOLD_FROM
        exact = Length(round(Fraction(role.size * role.scale, 1000)))
        size = half_points(exact)
        # What rounding makes wider is set closer by as much.
        closer = (exact - size * _HALF_POINT) * _CHARACTER
        tracking = Length(round(Fraction(role.size * role.tracking, 1000) + closer))
        return [
            self.fonts(role.font),
            switch("b", bold),
            switch("bCs", bold),
            switch("i", role.italic),
            switch("iCs", role.italic),
            # Word has no small capitals for capitals: those of a role that asks for both stay.
            switch("caps", role.capitals and not role.small_caps),
            switch("smallCaps", role.small_caps),
            self._colour(role.colour),
            w("spacing", val=tracking.twips),
            w("sz", val=size),
            w("szCs", val=size),
            _typographic("numForm", _FIGURES[role.figures]),
            _typographic("numSpacing", role.figure_width),
        ]

    def differences(self, own: Iterable[Element], base: Iterable[Element]) -> list[Element]:
        """The properties that a style does not have from the one that it is based on."""
        inherited = set() if self.complete else {_content(element) for element in base}
        return [element for element in own if _content(element) not in inherited]

    def fonts(self, name: str) -> Element:
        """The family by its use in the theme, and by name for who does not know themes."""
        font = self.style.fonts[name]
        other = font.fallback[0] if font.fallback else font.family
        element = w(
            "rFonts", ascii=font.family, hAnsi=font.family, eastAsia=other,
            cs=self.language.complex_family(font),
        )  # fmt: skip
        use = self.faces.use(name)
        for attribute, script in _THEME_FONTS.items() if use else ():
            element.set(W + attribute, f"{use}{script}")
        return element

    def _colour(self, name: str) -> Element:
        """The colour; black is the reader's own text colour, so that dark screens stay readable."""
        value = self.style.colours[name].screen[1:].upper()
        if value == _BLACK:
            return w("color", val=_AUTOMATIC)
        place = self.places.get(name)
        return w("color", val=value, **({"themeColor": place} if place else {}))


def _content(element: Element) -> tuple[object, ...]:
    return (element.tag, *sorted(element.items()), *map(_content, element))


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
