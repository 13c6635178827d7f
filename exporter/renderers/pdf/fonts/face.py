"""One instance of a font file: its metrics, and the words shaped with it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import fontpkg
import uharfbuzz as hb

# Words remembered by one face; a story has some hundreds, a night's file some ten thousands.
_WORDS_REMEMBERED = 20_000
_HYPHEN = 0x2010
_HYPHEN_MINUS = 0x2D
_BOX = 0x25A1
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class FaceKey:
    """What makes one instance of a family: `optical` is the optical size in points."""

    family: str
    weight: int
    italic: bool
    optical: float
    language: str
    tracked: bool


@dataclass(slots=True, eq=False)
class Run:
    """Shaped characters of one face.

    `hexes` is the inside of a TJ array from the first glyph to the last, without its outer
    angle brackets; `width` is in thousandths of an em; `texts` pairs each glyph with its
    characters. `exact` says that these, one after another, are the text.
    """

    text: str
    hexes: str
    width: float
    texts: tuple[tuple[int, str], ...]
    exact: bool = True

    @property
    def count(self) -> int:
        """How many glyphs there are, each of which takes the tracking."""
        return len(self.texts)


@lru_cache(maxsize=16)
def _file(path: str) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(path))


@lru_cache(maxsize=16)
def _coverage(path: str) -> frozenset[int]:
    return frozenset(_file(path).unicodes)


@lru_cache(maxsize=64)
def face(key: FaceKey) -> Face:
    """The face of a key, opened once a process; fontpkg's errors when the family is missing."""
    return Face(key)


class Face:
    """Shapes words with HarfBuzz and remembers them."""

    def __init__(self, key: FaceKey) -> None:
        style = "italic" if key.italic else "normal"
        path = str(fontpkg.path(key.family, key.weight, style, nearest=True))
        self.key = key
        self.file = _file(path)
        self.coverage = _coverage(path)
        self.axes = _axes(self.file, key)
        # Faces of one instance differ in shaping only: the file holds their glyphs once.
        self.instance = (path, *sorted(self.axes.items()))
        self._font = hb.Font(self.file)
        if self.axes:
            self._font.set_variations(self.axes)
        self._scale = 1000 / self.file.upem
        self._features = {"liga": False, "clig": False} if key.tracked else {}
        self._words: dict[str, Run] = {}
        self._advances: dict[int, float] = {}
        self._read_metrics()

    def _read_metrics(self) -> None:
        extents = self._font.get_font_extents("ltr")
        self.ascent = extents.ascender * self._scale
        self.descent = extents.descender * self._scale
        cap = self._font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT)
        self.cap_height = cap * self._scale if cap else 0.7 * self.ascent
        self.space = self._font.get_nominal_glyph(0x20) or 0
        self.space_width = self.advance(self.space)
        hyphen = next(filter(None, map(self._font.get_nominal_glyph, (_HYPHEN, _HYPHEN_MINUS))), 0)
        # Its text is U+00AD, so that extraction joins the divided word again.
        self.line_end_hyphen = Run(
            "-", f"{hyphen:04X}", self.advance(hyphen), ((hyphen, SOFT_HYPHEN),)
        )

    def advance(self, glyph: int) -> float:
        """The advance of a glyph, in thousandths of an em."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._font.get_glyph_h_advance(glyph) * self._scale
            self._advances[glyph] = width
        return width

    def run(self, text: str) -> Run:
        """The text shaped; its characters are all in `coverage`."""
        run = self._words.get(text)
        if run is None:
            if len(self._words) >= _WORDS_REMEMBERED:
                self._words.clear()
            run = self._words[text] = self._shape(text)
        return run

    def boxes(self, clusters: list[str]) -> Run:
        """One visible box for each of the clusters, with the cluster as its text."""
        glyph = self._font.get_nominal_glyph(_BOX) or 0
        hexes = f"{glyph:04X}" * len(clusters)
        texts = tuple((glyph, _public(cluster)) for cluster in clusters)
        return Run("".join(clusters), hexes, self.advance(glyph) * len(clusters), texts)

    def capitals(self, text: str) -> Run:
        """The text in capitals, which still extracts as it is written."""
        shaped = self.run(text.upper())
        if [len(characters) for _, characters in shaped.texts] != [1] * len(text):
            return shaped
        glyphs = (glyph for glyph, _ in shaped.texts)
        return Run(text, shaped.hexes, shaped.width, tuple(zip(glyphs, text, strict=True)))

    def _shape(self, text: str) -> Run:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = self.key.language
        hb.shape(self._font, buffer, self._features)
        infos = buffer.glyph_infos
        hexes, width = self._positioned(infos, buffer.glyph_positions)
        texts, exact = _texts(text, [(info.codepoint, info.cluster) for info in infos])
        return Run(text, hexes, width, texts, exact)

    def _positioned(
        self, infos: list[hb.GlyphInfo], positions: list[hb.GlyphPosition]
    ) -> tuple[str, float]:
        """The TJ fragment: where shaping moves a glyph, a number stands between hex strings."""
        out: list[str] = []
        width = 0.0
        scale = self._scale
        for info, position in zip(infos, positions, strict=True):
            cid = info.codepoint
            offset = position.x_offset * scale
            advance = position.x_advance * scale
            if abs(offset) >= 0.5:
                out.append(f">{-round(offset)}<")
            out.append(f"{cid:04X}")
            kern = self.advance(cid) - advance + (offset if abs(offset) >= 0.5 else 0)
            if abs(kern) >= 0.5:
                out.append(f">{round(kern)}<")
            width += advance
        return "".join(out), width


def _public(text: str) -> str:
    """Private-use characters and noncharacters as U+FFFD.

    They mean nothing outside the sender's own font, and PDF/A forbids them as text
    (ISO 19005-3, 6.2.11.7).
    """
    return "".join("\ufffd" if _is_private(character) else character for character in text)


def _is_private(character: str) -> bool:
    code = ord(character)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return noncharacter or unicodedata.category(character) == "Co"


def _axes(file: hb.Face, key: FaceKey) -> dict[str, float]:
    """The place of a face in its file's design space, clamped to what the file offers."""
    wanted = {"wght": float(key.weight), "opsz": key.optical}
    return {
        axis.tag: min(max(wanted.get(axis.tag, axis.default_value), axis.min_value), axis.max_value)
        for axis in file.axis_infos
    }


def _texts(text: str, glyphs: list[tuple[int, int]]) -> tuple[tuple[tuple[int, str], ...], bool]:
    """The characters of each glyph, and whether they give the text back in glyph order.

    A cluster of as many glyphs as characters is paired one to one (a base and its marks), one of
    a single glyph takes all (a ligature); any other needs ActualText.
    """
    starts = sorted({cluster for _, cluster in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    exact = bool(starts) and starts[0] == 0
    paired: list[tuple[int, str]] = []
    for start in dict.fromkeys(cluster for _, cluster in glyphs):
        members = [cid for cid, cluster in glyphs if cluster == start]
        characters = text[start : ends[start]]
        if len(members) == 1:
            paired.append((members[0], characters))
        elif len(members) == len(characters):
            paired.extend(zip(members, characters, strict=True))
        else:
            exact = False
            paired.extend((cid, characters) for cid in members)
    in_order = all(one[1] <= two[1] for one, two in pairwise(glyphs))
    return tuple(paired), exact and in_order
