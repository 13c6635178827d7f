"""The theme: the two families and the colours that Word offers by their use: word/theme/theme1.xml.

Styles refer to it, so that whoever changes the theme's fonts or colours changes the document; and
a style that is added to a house's own template takes on that house's fonts and colours.
"""

from __future__ import annotations

from docx.oxml.ns import nsmap

from exporter.renderers.docx.languages import WordLanguage
from exporter.stylesheet import FontFamily, Stylesheet
from exporter.values import Value
from exporter.xmltext import escaped, legal

# How Word calls the two families where it asks for them (ISO/IEC 29500-1, 17.18.96).
MAJOR, MINOR = "major", "minor"
# The roles whose family may be that of headings, where it is not the body's.
_HEADINGS = ("headline", "crosshead", "label")
# The places for colours of a scheme (20.1.6.2), and how styles ask for them (17.18.97).
_PLACES = {
    "dk2": "text2", "accent1": "accent1", "accent2": "accent2", "accent3": "accent3",
    "accent4": "accent4", "accent5": "accent5", "accent6": "accent6",
}  # fmt: skip
_TEXT = "text1"
_BLACK = "000000"


class Faces(Value):
    """The stylesheet's names of the families of headings and of text."""

    major: str
    minor: str

    def use(self, font: str) -> str | None:
        """How the theme calls a font; None when it has no place for it."""
        return {self.major: MAJOR, self.minor: MINOR}.get(font)


def faces(style: Stylesheet) -> Faces:
    """The body's family for text, and for headings the first of theirs that is another."""
    minor = style.roles["body"].font
    given = (style.roles[role].font for role in _HEADINGS)
    return Faces(next((font for font in given if font != minor), minor), minor)


def colour_places(style: Stylesheet) -> dict[str, str]:
    """The stylesheet's colours by how the theme calls them: the body's is the text's."""
    ink = style.roles["body"].colour
    others = (name for name in style.colours if name != ink)
    return {ink: _TEXT, **dict(zip(others, _PLACES.values(), strict=False))}


def theme(style: Stylesheet, language: WordLanguage) -> bytes:
    """The part; its effects are those that a theme must have, and do nothing."""
    chosen = faces(style)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{nsmap["a"]}" name="{_attribute(style.name)}"><a:themeElements>'
        f'<a:clrScheme name="{_attribute(style.name)}">{_colours(style)}</a:clrScheme>'
        f'<a:fontScheme name="{_attribute(style.name)}">'
        f"{_family(MAJOR, style.fonts[chosen.major], language)}"
        f"{_family(MINOR, style.fonts[chosen.minor], language)}</a:fontScheme>"
        f'<a:fmtScheme name="{_attribute(style.name)}">{_EFFECTS}</a:fmtScheme>'
        "</a:themeElements></a:theme>"
    ).encode()


def _colours(style: Stylesheet) -> str:
    """Black is the system's text colour, so that dark screens stay readable."""
    names = {place: name for name, place in colour_places(style).items()}
    ink = style.colours[names[_TEXT]].screen[1:].upper()
    dark = (
        f'<a:sysClr val="windowText" lastClr="{_BLACK}"/>' if ink == _BLACK else _srgb(ink)
    )  # fmt: skip
    rest = (
        f"<a:{slot}>{_srgb(style.colours[names[place]].screen[1:]) if place in names else dark}"
        f"</a:{slot}>"
        for slot, place in _PLACES.items()
    )
    first, *accents = rest
    return (
        f'<a:dk1>{dark}</a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
        f'{first}<a:lt2><a:srgbClr val="FFFFFF"/></a:lt2>{"".join(accents)}'
        f"<a:hlink>{dark}</a:hlink><a:folHlink>{dark}</a:folHlink>"
    )


def _srgb(value: str) -> str:
    return f'<a:srgbClr val="{value.upper()}"/>'


def _family(use: str, font: FontFamily, language: WordLanguage) -> str:
    east_asian = font.fallback[0] if font.fallback else font.family
    return (
        f'<a:{use}Font><a:latin typeface="{_attribute(font.family)}"/>'
        f'<a:ea typeface="{_attribute(east_asian)}"/>'
        f'<a:cs typeface="{_attribute(language.complex_family(font))}"/></a:{use}Font>'
    )


def _attribute(text: str) -> str:
    return escaped(legal(text)).replace('"', "&quot;")


_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_EFFECTS = (
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
)
