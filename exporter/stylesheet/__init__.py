"""The look of a house, read from TOML into frozen tokens with exact units."""

from exporter.stylesheet.facts import Fact, facts, note_to_editors, notice
from exporter.stylesheet.inks import Ink, Inks
from exporter.stylesheet.loader import load
from exporter.stylesheet.source import StyleSource, builtin_names, load_source
from exporter.stylesheet.tokens import (
    Align,
    Colour,
    CoverKind,
    DataColumn,
    EmphasisStyle,
    Figures,
    FigureWidth,
    FontFamily,
    House,
    Logo,
    Page,
    Role,
    Stylesheet,
    Terms,
)

__all__ = [
    "Align",
    "Colour",
    "CoverKind",
    "DataColumn",
    "EmphasisStyle",
    "Fact",
    "FigureWidth",
    "Figures",
    "FontFamily",
    "House",
    "Ink",
    "Inks",
    "Logo",
    "Page",
    "Role",
    "StyleSource",
    "Stylesheet",
    "Terms",
    "builtin_names",
    "facts",
    "load",
    "load_source",
    "note_to_editors",
    "notice",
]
