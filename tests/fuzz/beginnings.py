"""Inputs to begin with, as small as they can be and still hold what is read of them."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import fontpkg
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from tests.fonts import house_font
from tests.renderers.docx.templates import content, courier

_LETTERS = "RTVAussian Prdtoefil0123.,-“”"
_OF_AXES = ["fvar", "gvar", "avar", "HVAR", "MVAR", "STAT"]


def house_template() -> dict[str, bytes]:
    """A house's Word template, by the names of its parts."""
    house = courier()
    relations = house.part.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith("WithEffects")]:
        del relations[key]  # of an old Word, and larger than all the other parts together
    with zipfile.ZipFile(io.BytesIO(content(house))) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def small_fonts() -> list[bytes]:
    """Fonts of either kind of outlines, one that varies, and one that kerns and ligates."""
    with tempfile.TemporaryDirectory() as folder:
        made = [
            house_font(Path(folder, "glyf.ttf")),
            house_font(Path(folder, "cff.otf"), "CFF "),
            house_font(Path(folder, "axes.ttf"), axes=(("wght", 300, 400, 700),)),
        ]
        return [_subset(), *(path.read_bytes() for path in made)]


def _subset() -> bytes:
    font = TTFont(fontpkg.path("Source Serif 4", 400, "roman", nearest=True))
    options = Options(hinting=False, name_IDs=[1, 2, 4, 6])
    options.drop_tables += _OF_AXES
    subsetter = Subsetter(options)
    subsetter.populate(text=_LETTERS)
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
