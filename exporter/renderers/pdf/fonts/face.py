"""One instance of a font file: its metrics, and the words shaped with it."""

from __future__ import annotations

import unicodedata
from functools import cached_property, lru_cache

import uharfbuzz as hb

from exporter.diagnostics import RenderError, diagnose
from exporter.model.capitals import capitals
from exporter.renderers.pdf.fonts.itemise import Stretch
from exporter.renderers.pdf.fonts.runs import SOFT_HYPHEN, Run, paired, rise
from exporter.stylesheet.fontfiles import FontFile
from exporter.stylesheet.wheels import family_file, package_of
from exporter.values import Value

# Words remembered by one face; a story has some hundreds, a night's file some ten thousands.
_WORDS_REMEMBERED = 20_000
_HYPHEN = 0x2010
_HYPHEN_MINUS = 0x2D
_BOX = 0x25A1
# The slant of a variable family that leans instead of having italics, in degrees.
_SLANT = -12.0
# What changes figures alone: words of letters are shaped without, which is faster.
FIGURE_FEATURES = frozenset({"lnum", "onum", "pnum", "tnum"})
# Characters that a font need not have: shaping hides them (UAX #44, Default_Ignorable).
_HIDDEN = "\u200c\u200d\u034f" + "".join(map(chr, range(0xFE00, 0xFE10)))
# Romanian is written with commas below; where a text has the cedillas of older encodings, readers
# still see commas. Fonts do this by 'locl', ours do not all.
_ROMANIAN = str.maketrans("ŞşŢţ", "ȘșȚț")


class FaceKey(Value):
    """What makes one instance of a family, and how it shapes.

    `optical` is the optical size in points, `features` are OpenType's that are switched on, `file`
    is the house's own font, `axes` what the style pins beside weight and optical size.
    """

    family: str
    weight: int
    italic: bool
    optical: float
    language: str
    tracked: bool
    features: tuple[str, ...] = ()
    file: FontFile | None = None
    axes: tuple[tuple[str, float], ...] = ()


def _place(key: FaceKey) -> tuple[str, str]:
    """The path of a face's file and, of the house's own, its content's digest.

    RenderError when the family is not installed.
    """
    if key.file is not None:
        return key.file.path, key.file.sha256
    path = family_file(key.family, key.weight, italic=key.italic)
    if path is None:
        package = package_of(key.family)
        raise RenderError(diagnose("P034", family=key.family, package=package))
    return path, ""


# By digest too: a font that was replaced is another one.
@lru_cache(maxsize=16)
def _file(path: str, digest: str) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(path))


class _Hexes(dict[int, str]):
    """A glyph's index as four hexadecimal digits."""

    def __missing__(self, glyph: int) -> str:
        digits = self[glyph] = f"{glyph:04X}"
        return digits


class _Advances(dict[int, int]):
    """A glyph's own advance, in the font's units."""

    def __init__(self, font: hb.Font) -> None:
        self._font = font

    def __missing__(self, glyph: int) -> int:
        advance: int = self._font.get_glyph_h_advance(glyph)
        self[glyph] = advance
        return advance


class _Moves(dict[int, str]):
    """A move to the left, in the font's units, as a number between two hex strings."""

    def __init__(self, scale: float) -> None:
        self._scale = scale

    def __missing__(self, units: int) -> str:
        move = self[units] = f">{units * self._scale:.0f}<"
        return move


# Every face writes its glyphs alike.
_HEXES = _Hexes()


@lru_cache(maxsize=64)
def face(key: FaceKey) -> Face:
    """The face of a key, opened once a process; RenderError when the family is missing."""
    return Face(key)


class Face:
    """Shapes words with HarfBuzz and remembers them."""

    def __init__(self, key: FaceKey) -> None:
        path, digest = _place(key)
        self.key = key
        self.file = _file(path, digest)
        self.axes = _axes(self.file, key)
        # Faces of one instance differ in shaping only: the file holds their glyphs once.
        self.instance = (path, digest, *sorted(self.axes.items()))
        self._font = hb.Font(self.file)
        if self.axes:
            self._font.set_variations(self.axes)
        self._scale = 1000 / self.file.upem
        letters = {tag: True for tag in key.features if tag not in FIGURE_FEATURES}
        if key.tracked:
            letters |= {"liga": False, "clig": False}
        self._letter_features = letters
        self._features = letters | dict.fromkeys(key.features, True)
        self._romanian = key.language.partition("-")[0].lower() in ("ro", "mo")
        self._buffer = hb.Buffer()
        self._words: dict[str, Run] = {}
        self._advances = _Advances(self._font)
        self._moves = _Moves(self._scale)
        self._covered: set[str] = set()
        self._lacking: set[str] = set()
        self._reduced: dict[str, bool] = {}
        self._read_metrics()

    def _read_metrics(self) -> None:
        extents = self._font.get_font_extents("ltr")
        self.ascent = extents.ascender * self._scale
        self.descent = extents.descender * self._scale
        self.space = self._font.get_nominal_glyph(0x20) or 0
        self.space_width = self.advance(self.space)
        hyphen = next(filter(None, map(self._font.get_nominal_glyph, (_HYPHEN, _HYPHEN_MINUS))), 0)
        # Its text is U+00AD, so that extraction joins the divided word again.
        self.line_end_hyphen = Run(
            "-", _HEXES[hyphen], self.advance(hyphen), ((hyphen, SOFT_HYPHEN),)
        )

    @property
    def name(self) -> str:
        """Its family, and that it is italic, for people."""
        return f"{self.key.family} italic" if self.key.italic else self.key.family

    @cached_property
    def outlines(self) -> str:
        """The table of its outlines: ``glyf``, ``CFF `` or ``CFF2``."""
        tags = self.file.table_tags
        return next((tag for tag in ("glyf", "CFF ", "CFF2") if tag in tags), "")

    def has_small_capitals(self, text: str) -> bool:
        """Whether each small letter of the text is a small capital by the face's features."""
        return all(map(self._is_reduced, filter(str.islower, set(text))))

    def _is_reduced(self, letter: str) -> bool:
        known = self._reduced.get(letter)
        if known is None:
            own = self._font.get_nominal_glyph(ord(letter))
            known = own is not None and [glyph for glyph, _ in self._shape(letter).texts] != [own]
            self._reduced[letter] = known
        return known

    @property
    def cap_height(self) -> float:
        """The height of capitals, in thousandths of an em."""
        height = self._font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT) or 0
        measured: float = height * self._scale
        return measured or 0.7 * self.ascent

    def advance(self, glyph: int) -> float:
        """The advance of a glyph, in thousandths of an em."""
        width: float = self._advances[glyph] * self._scale
        return width

    def covers(self, text: str) -> bool:
        """Whether the face has all characters of the text."""
        if self._covered.issuperset(text):
            return True
        return all(map(self._has, set(text) - self._covered))

    def _has(self, character: str) -> bool:
        """Whether the face has the character, which is not known to be covered."""
        if character in self._lacking:
            return False
        found = self._font.get_nominal_glyph(ord(character)) or character in _HIDDEN
        (self._covered if found else self._lacking).add(character)
        return bool(found)

    def covers_cluster(self, cluster: str) -> bool:
        """Whether the face has the cluster as it is written, composed or decomposed.

        Shaping composes and decomposes by itself, as the font needs it.
        """
        return self.covers(cluster) or any(
            self.covers(unicodedata.normalize(form, cluster)) for form in ("NFC", "NFD")
        )

    def run(self, text: str) -> Run:
        """The text, of one script and direction, shaped; the face covers it."""
        run = self._words.get(text)
        if run is None:
            if len(self._words) >= _WORDS_REMEMBERED:
                self._words.clear()
            run = self._words[text] = self._shape(text)
        return run

    def stretch(self, stretch: Stretch) -> Run:
        """The stretch shaped in its own script and direction."""
        return self._shape(stretch.text, stretch)

    def boxes(self, clusters: list[str], direction: str) -> Run:
        """One visible box for each of the clusters, with the cluster as its text.

        From right to left they stand so, in logical order all the same: extractors that go by
        places and those that go by the stream both find the word.
        """
        glyph = self._font.get_nominal_glyph(_BOX) or 0
        texts = tuple((glyph, _public(cluster)) for cluster in clusters)
        advance, box = self._advances[glyph], _HEXES[glyph]
        hexes = box * len(clusters)
        if direction == "rtl":
            to_end = self._moves[-advance * (len(clusters) - 1)]
            hexes = to_end + self._moves[2 * advance].join([box] * len(clusters)) + to_end
        return Run("".join(clusters), hexes, self.advance(glyph) * len(clusters), texts)

    def capitals(self, text: str) -> Run:
        """The text in the capitals of the language, which still extracts as it is written."""
        upper = capitals(text, self.key.language)
        shaped = self.run(upper)
        if len(upper) != len(text) or not shaped.exact:
            return Run(text, shaped.hexes, shaped.width, shaped.texts, False, shaped.raised)
        texts, start = [], 0
        for glyph, characters in shaped.texts:
            texts.append((glyph, text[start : start + len(characters)]))
            start += len(characters)
        return Run(text, shaped.hexes, shaped.width, tuple(texts), True, shaped.raised)

    def _shape(self, text: str, stretch: Stretch | None = None) -> Run:
        buffer = self._buffer
        buffer.clear_contents()
        buffer.add_str(text.translate(_ROMANIAN) if self._romanian else text)
        if stretch is None:
            buffer.guess_segment_properties()
        else:
            buffer.script, buffer.direction = stretch.script, stretch.direction
        buffer.language = self.key.language
        hb.shape(self._font, buffer, self._letter_features if text.isalpha() else self._features)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        if [info.cluster for info in infos] == list(range(len(text))):
            glyphs = [info.codepoint for info in infos]
            texts, exact = tuple(zip(glyphs, text, strict=True)), True
        else:
            texts, exact = paired(text, [(info.codepoint, info.cluster) for info in infos])
        return self._positioned(text, texts, exact, [each.position for each in positions])

    def _positioned(
        self,
        text: str,
        texts: tuple[tuple[int, str], ...],
        exact: bool,
        positions: list[tuple[int, int, int, int]],
    ) -> Run:
        """The run, with a number between hex strings where shaping moves a glyph sideways."""
        out: list[str] = []
        width = 0
        raised = False
        advances, moves, scale = self._advances, self._moves, self._scale
        for (glyph, _), (right, up, advance, _) in zip(texts, positions, strict=True):
            kern = advances[glyph] - advance
            if right:
                out.append(moves[-right])
                kern += right
            if up:
                raised = True
                out.append(rise(_HEXES[glyph], up * scale))
            else:
                out.append(_HEXES[glyph])
            if kern:
                out.append(moves[kern])
            width += advance
        return Run(text, "".join(out), width * scale, texts, exact, raised)


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
    wanted = {"wght": float(key.weight), "opsz": key.optical, **dict(key.axes)}
    if key.italic:
        wanted.setdefault("ital", 1.0)
        wanted.setdefault("slnt", _SLANT)
    return {
        axis.tag: min(max(wanted.get(axis.tag, axis.default_value), axis.min_value), axis.max_value)
        for axis in file.axis_infos
    }
