"""What holds for the whole document: word/settings.xml."""

from __future__ import annotations

from exporter.renderers.docx.languages import WordLanguage
from exporter.renderers.docx.markup import Element, part_root, w
from exporter.stylesheet import Stylesheet

_COMPATIBILITY_URI = "http://schemas.microsoft.com/office/word"
# Word 2013 and later; without it Word opens the file in its compatibility mode.
_MODES = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
}
_MOST_HYPHENS_IN_A_ROW = 3
# Which colour of the theme is which in the document (ISO/IEC 29500-1, 17.15.1.20).
_COLOURS = {
    "bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2", "accent1": "accent1",
    "accent2": "accent2", "accent3": "accent3", "accent4": "accent4", "accent5": "accent5",
    "accent6": "accent6", "hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink",
}  # fmt: skip
_TAB_STOP = 360


def settings_part(style: Stylesheet, language: WordLanguage) -> Element:
    """The root of word/settings.xml. A justified line before a line break keeps its spaces."""
    hyphenate = any(role.hyphenate for role in style.roles.values())
    return part_root(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=_TAB_STOP),
        w("autoHyphenation") if hyphenate else None,
        w("consecutiveHyphenLimit", val=_MOST_HYPHENS_IN_A_ROW) if hyphenate else None,
        w("doNotHyphenateCaps") if hyphenate else None,
        w("characterSpacingControl", val="doNotCompress"),
        w(
            "compat",
            w("doNotExpandShiftReturn"),
            *(_mode(name, value) for name, value in _MODES.items()),
        ),
        w("themeFontLang", **language.tags),
        w("clrSchemeMapping", **_COLOURS),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _mode(name: str, value: int) -> Element:
    return w("compatSetting", name=name, uri=_COMPATIBILITY_URI, val=value)
