"""The font files of a style's families, for what a book draws or carries itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from exporter.stylesheet import FontFamily, Role, Stylesheet
from exporter.stylesheet.fontfiles import choose, font_file
from exporter.stylesheet.fonts import axes
from exporter.stylesheet.wheels import family_file
from exporter.values import Value

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_SLANT = -12.0


class Face(Value):
    """One look of a family: its file, and where the axes of a variable one are to be.

    `optical` is the optical size in points; `digest` is that of a house's own file.
    """

    family: str
    path: str
    weight: int
    italic: bool
    optical: float
    pinned: tuple[tuple[str, float], ...] = ()
    digest: str = ""

    def lacking(self, characters: set[str]) -> set[str]:
        """Those of the characters that the font does not have."""
        return {
            char
            for char in characters
            if ord(char) not in _opened(self.path, self.digest).characters
        }

    def location(self) -> dict[str, float]:
        """The place on each axis that the file has; empty for a static font."""
        wanted = {"wght": float(self.weight), "opsz": self.optical, **dict(self.pinned)}
        if self.italic:
            wanted |= {"ital": 1.0, "slnt": _SLANT}
        return {
            tag: min(max(wanted.get(tag, usual), least), most)
            for tag, least, usual, most in _opened(self.path, self.digest).axes
        }

    def at(self, size: float) -> FreeTypeFont:
        """The font at a size in pixels."""
        from PIL import ImageFont

        font = ImageFont.truetype(self.path, size)
        location = self.location()
        if location:
            font.set_variation_by_axes(list(location.values()))
        return font


def faces(stylesheet: Stylesheet, role: Role, optical: float) -> Iterator[Face]:
    """The faces that may set a role at a size in points: its family's, then the fallbacks'."""
    family = stylesheet.fonts[role.font]
    own = face_of(family, role.weight, italic=role.italic, optical=optical)
    if own is not None:
        yield own
    for name in family.fallback:
        path = family_file(name, role.weight, italic=role.italic)
        if path is not None:
            yield Face(name, path, role.weight, role.italic, optical)


def face_of(family: FontFamily, weight: int, *, italic: bool, optical: float) -> Face | None:
    """The face of a family itself; None where it is not installed."""
    if family.files:
        file = choose(map(font_file, family.files), weight, italic)
        return Face(family.family, file.path, weight, italic, optical, axes(family), file.sha256)
    path = family_file(family.family, weight, italic=italic)
    if path is None:
        return None
    return Face(family.family, path, weight, italic, optical, axes(family))


class _File(Value):
    """What a font file has: code points; and of each axis the tag, its least, usual and greatest.

    The axes are in the file's order.
    """

    characters: frozenset[int]
    axes: tuple[tuple[str, float, float, float], ...]


# By digest too: a font that was replaced is another one.
@lru_cache(maxsize=16)
def _opened(path: str, digest: str) -> _File:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        axes = font["fvar"].axes if "fvar" in font else ()
        return _File(
            frozenset(font.getBestCmap() or ()),
            tuple((a.axisTag, a.minValue, a.defaultValue, a.maxValue) for a in axes),
        )
