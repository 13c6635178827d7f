"""Small fonts of a house, made for the tests: rectangles that are told apart by their widths."""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

_CHARACTERS = [*map(chr, range(0x20, 0x7F)), *"\u00a0‐–—‘’“”…·•é"]


def house_font(
    path: Path,
    outlines: str = "glyf",
    *,
    weight: int = 400,
    italic: bool = False,
    usage: int = 0,
    axes: tuple[tuple[str, int, int, int], ...] = (),
    characters: str = "",
) -> Path:
    """A font of the basic letters at the path.

    `outlines` is the table that holds them, `usage` OS/2's fsType, axes are (tag, least, default,
    greatest), `characters` are those beside the basic ones.
    """
    names = {ord(c): f"g{ord(c):04X}" for c in (*_CHARACTERS, *characters)}
    order = [".notdef", *names.values()]
    widths = {name: 400 + 7 * (index % 40) for index, name in enumerate(order)}
    builder = FontBuilder(1000, isTTF=outlines == "glyf")
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    if outlines == "glyf":
        builder.setupGlyf({name: _truetype(width) for name, width in widths.items()})
    elif outlines == "CFF ":
        charstrings = {name: _postscript(width) for name, width in widths.items()}
        builder.setupCFF("House-Regular", {}, charstrings, {})
    builder.setupHorizontalMetrics({name: (width, 50) for name, width in widths.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "House", "styleName": "Regular"})
    builder.setupOS2(
        usWeightClass=weight, fsSelection=0x01 if italic else 0x40, fsType=usage,
        sCapHeight=700, sxHeight=480,
    )  # fmt: skip
    if axes:
        builder.setupFvar([(*axis, axis[0]) for axis in axes], [])
    if outlines == "CFF2":
        builder.setupCFF2({name: _postscript(None) for name in order})
    builder.setupPost()
    # fontTools writes the time at which it saves: two fonts that are the same would differ.
    builder.font.recalcTimestamp = False
    builder.updateHead(created=0, modified=0)
    builder.save(path)
    return path


def _truetype(width: int) -> object:
    pen = TTGlyphPen(None)
    _draw(pen, width)
    return pen.glyph()


def _postscript(width: int | None) -> object:
    pen = T2CharStringPen(width, None, CFF2=width is None)
    _draw(pen, width or 400)
    return pen.getCharString()


def _draw(pen: object, width: int) -> None:
    pen.moveTo((50, 0))  # type: ignore[attr-defined]
    for corner in ((width - 50, 0), (width - 50, 600), (50, 600)):
        pen.lineTo(corner)  # type: ignore[attr-defined]
    pen.closePath()  # type: ignore[attr-defined]
