"""The styles, the fonts that their roles ask for, and the dictionaries of hyphenation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exporter.cli.doctor.finding import Finding, State
from exporter.diagnostics import ExportError
from exporter.stylesheet import Stylesheet, builtin_names, load
from exporter.stylesheet.wheels import family_file, package_of
from exporter.typography.dictionaries import tags

_STYLES, _FONTS, _HYPHENATION = "styles", "fonts", "hyphenation"


def looks(chosen: str | None) -> Iterator[Finding]:
    """What is found of the built-in styles and of the one that settings choose."""
    names = (*builtin_names(), *([chosen] if chosen and chosen not in builtin_names() else []))
    styles: list[Stylesheet] = []
    for name in names:
        try:
            style, warnings = load(name)
        except ExportError as error:
            said = "; ".join(each.message for each in error.diagnostics)
            yield Finding(_STYLES, name, State.WRONG, said, error.diagnostics[0].hint)
            continue
        styles.append(style)
        said = "; ".join([style.description, *(each.message for each in warnings)])
        yield Finding(_STYLES, name, State.OTHER if warnings else State.OK, said)
    if not names:
        said = "no style came along with the exporter"
        yield Finding(_STYLES, "wire", State.MISSING, said, "install the exporter anew")
    yield from _fonts(styles)
    yield from _hyphenation()


def _fonts(styles: list[Stylesheet]) -> Iterator[Finding]:
    """Each family once, with what asks for it; the house's own files were read with the style."""
    for family, users in _families(styles).items():
        file = family_file(family, 400, italic=False)
        said = f"for {', '.join(users) or 'what other families lack'}"
        if file is None:
            yield Finding(_FONTS, family, State.MISSING, said, f"pip install {package_of(family)}")
        else:
            yield Finding(_FONTS, family, State.OK, f"{said}: {Path(file).name}")


def _families(styles: list[Stylesheet]) -> dict[str, list[str]]:
    """The families that are not given by files, and the styles that name each before others."""
    found: dict[str, list[str]] = {}
    for style in styles:
        for font in style.fonts.values():
            if not font.files:
                found.setdefault(font.family, []).append(style.name)
            for family in font.fallback:
                found.setdefault(family, [])
    return found


def _hyphenation() -> Iterator[Finding]:
    count = len(tags())
    if count:
        yield Finding(_HYPHENATION, "dictionaries", State.OK, f"{count} languages and countries")
    else:
        yield Finding(_HYPHENATION, "dictionaries", State.MISSING, "", "pip install pyphen")
