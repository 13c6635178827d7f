"""The cover as a picture of pixels, for stores that take no drawing.

Type is set by FreeType and HarfBuzz, as Pillow has them, in the style's own fonts.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from exporter.model.characters import is_seen
from exporter.renderers.epub.cover import Cover, Passage, Rule
from exporter.renderers.epub.fitting import clusters
from exporter.renderers.epub.fontfaces import faces
from exporter.renderers.epub.language import Language
from exporter.renderers.epub.typefaces import channels
from exporter.stylesheet import Align, Role, Stylesheet
from exporter.xmltext import legal

if TYPE_CHECKING:
    from PIL.Image import Image as Canvas
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

# Amazon's Kindle Publishing Guidelines, on covers: the size of an ideal one, in pixels.
WIDTH, HEIGHT = 1600, 2560
# Shades from ink to paper: with fewer the edges of letters begin to be rough.
_SHADES = (16, 8, 4)
_LARGEST = 100_000  # bytes, so that a book stays as light as its story
_PAPER, _INK = (255, 255, 255), (0, 0, 0)


class NoTypeError(Exception):
    """Words for which no font is at hand; its text names the characters."""


def picture(cover: Cover, stylesheet: Stylesheet, language: Language) -> bytes:
    """The PNG file; NoTypeError when a character cannot be set."""
    from PIL import Image, ImageDraw  # loaded for covers of pixels only

    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    brush = _Brush(ImageDraw.Draw(image), stylesheet, language, WIDTH / cover.width)
    for part in cover.parts:
        if isinstance(part, Rule):
            brush.rule(part)
        else:
            brush.passage(part)
    *finer, fewest = _SHADES
    for shades in finer:
        content = _coded(image, shades)
        if len(content) <= _LARGEST:
            return content
    return _coded(image, fewest)


def _coded(image: Canvas, shades: int) -> bytes:
    from PIL.Image import Dither

    out = io.BytesIO()
    image.quantize(shades, dither=Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


class _Brush:
    """Draws in one style and language; `scale` is of pixels to points."""

    def __init__(
        self, draw: ImageDraw, stylesheet: Stylesheet, language: Language, scale: float
    ) -> None:
        self._draw = draw
        self._stylesheet = stylesheet
        self._language = language
        self._scale = scale

    def rule(self, rule: Rule) -> None:
        left, top = round(rule.x * self._scale), round(rule.y * self._scale)
        right = round((rule.x + rule.width) * self._scale) - 1
        bottom = top + max(round(rule.height * self._scale), 1) - 1
        self._draw.rectangle((left, top, right, bottom), fill=_INK)

    def passage(self, passage: Passage) -> None:
        font = self._font(passage)
        for number, line in enumerate(map(legal, passage.lines)):
            baseline = (passage.baseline + number * passage.leading) * self._scale
            self._line(line, passage, font, baseline)

    def _font(self, passage: Passage) -> FreeTypeFont:
        """The first font that has every character of the passage, and is not damaged."""
        needed = {char for line in passage.lines for char in legal(line) if is_seen(char)}
        lacking = needed
        for face in faces(self._stylesheet, passage.role, passage.size):
            with suppress(Exception):  # a font's tables can be wrong in many ways
                lacking = face.lacking(needed)
                if not lacking:
                    return face.at(passage.size * self._scale)
        raise NoTypeError(", ".join(f"U+{ord(char):04X}" for char in sorted(lacking)[:5]))

    def _line(self, line: str, passage: Passage, font: FreeTypeFont, baseline: float) -> None:
        role, ink = passage.role, self._colour(passage.role.colour)
        pieces = list(_pieces(line, role, passage.size * self._scale, font, self._language))
        x = passage.x * self._scale - _share(role.align, self._language) * pieces[-1][1]
        for text, _, begin in pieces:
            self._draw.text((x + begin, baseline), text, ink, font, "ls")

    def _colour(self, name: str) -> tuple[int, int, int]:
        return channels(self._stylesheet.colours[name].screen.lower())


def _share(align: Align, language: Language) -> float:
    """Which share of a line stands to the left of the point that it is anchored at."""
    if align is Align.CENTRE:
        return 0.5
    return 1.0 if (align is Align.END) is not language.right_to_left else 0.0


def _pieces(
    line: str, role: Role, size: float, font: FreeTypeFont, language: Language
) -> Iterator[tuple[str, float, float]]:
    """What is drawn at once: its text, the width up to its end, and where it begins.

    Tracked type is drawn letter by letter, each where its kerning has it. A script that joins its
    letters is set without, as in the drawing.
    """
    tracking = role.tracking.value * size
    if not tracking or language.right_to_left:
        yield line, font.getlength(line), 0.0
        return
    before = ""
    for number, letter in enumerate(clusters(line)):
        begin = font.getlength(before + letter) - font.getlength(letter) + number * tracking
        before += letter
        yield letter, begin + font.getlength(letter), begin
