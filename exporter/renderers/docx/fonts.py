"""The families of the style and what stands in for them: word/fontTable.xml."""

from __future__ import annotations

from exporter.renderers.docx.languages import WordLanguage
from exporter.renderers.docx.markup import Element, part_root, w
from exporter.stylesheet import FontFamily, Stylesheet

# CSS generic families as Word's (ISO/IEC 29500-1, 17.18.30).
_KINDS = {
    "serif": "roman",
    "sans-serif": "swiss",
    "monospace": "modern",
    "cursive": "script",
    "fantasy": "decorative",
}


def font_table(style: Stylesheet, language: WordLanguage) -> Element:
    """The root of word/fontTable.xml.

    Word looks for the alternative name (17.8.3.1) before it judges by the kind of a family;
    LibreOffice reads neither and goes by replacement tables of its own.
    """
    entries: dict[str, Element] = {}
    for font in style.fonts.values():
        for name in (font.family, *font.fallback, language.complex_family(font)):
            entries.setdefault(name, _entry(name, font))
    return part_root("fonts", *entries.values())


def _entry(name: str, font: FontFamily) -> Element:
    return w(
        "font",
        w("altName", val=font.substitute) if font.substitute not in ("", name) else None,
        w("charset", val="00"),
        w("family", val=_KINDS.get(font.generic, "auto")),
        w("pitch", val="fixed" if font.generic == "monospace" else "variable"),
        name=name,
    )
