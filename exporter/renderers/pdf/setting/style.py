"""Type styles: a role of the stylesheet made concrete for shaping and drawing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from exporter.diagnostics import RenderError, diagnose
from exporter.renderers.pdf.fonts.chain import Chain, chain
from exporter.renderers.pdf.fonts.face import FaceKey
from exporter.renderers.pdf.setting.links import Hyperlink
from exporter.stylesheet import (
    Colour,
    EmphasisStyle,
    Figures,
    FigureWidth,
    FontFamily,
    Role,
    Stylesheet,
)
from exporter.stylesheet.fontfiles import FontFaultError, FontFile, choose, font_file
from exporter.values import Value, field, replace

if TYPE_CHECKING:
    from exporter.renderers.pdf.setting.words import Word

_BOLD = 700
# Words remembered by one style; a story has some hundreds, a night's file some ten thousands.
_REMEMBERED = 10_000

# Characters and the white space after them; None for a word that is made alone.
Key = tuple[str, str | None]
# What small capitals are of capitals: a little more than the height of an x, in text faces.
_REDUCTION = 0.76


class TypeStyle(Value, eq=False):
    """How characters look. `size` and `tracking` are in points.

    `artifact` marks type that says nothing to a listener, as the end mark does; `link` is where
    it leads. `words` are those made in this style before, `reduced` is the style of capitals that
    stand for small capitals where the family has none.
    """

    chain: Chain
    size: float
    tracking: float
    colour: Colour
    capitals: bool
    artifact: bool = False
    link: Hyperlink | None = None
    words: dict[Key, tuple[Word, ...]] = field(default_factory=dict)
    reduced: TypeStyle | None = None

    def is_plain(self, text: str) -> bool:
        """Whether the text is set as the style asks, with nothing to report."""
        first = self.chain.first
        small = self.reduced is None or first.has_small_capitals(text)
        return small and self.chain.is_plain(text)

    @property
    def space(self) -> float:
        """The width of a word space, in points."""
        return self.chain.first.space_width * self.size / 1000 + self.tracking

    def linked(self, link: Hyperlink) -> TypeStyle:
        """The style with a link; its words are the link's own."""
        reduced = self.reduced and self.reduced.linked(link)
        return replace(self, link=link, words={}, reduced=reduced)

    def tracked(self, ems: float) -> TypeStyle:
        """The style with so much more after every letter; its words are its own."""
        reduced = self.reduced and self.reduced.tracked(ems)
        return replace(self, tracking=self.tracking + ems * self.size, words={}, reduced=reduced)

    def remember(self, key: Key, words: tuple[Word, ...]) -> None:
        """Keep words, within bounds."""
        if len(self.words) >= _REMEMBERED:
            self.words.clear()
        self.words[key] = words


class Wardrobe:
    """Makes the type styles of one stylesheet in one language."""

    def __init__(self, stylesheet: Stylesheet, language: str) -> None:
        self._stylesheet = stylesheet
        self._language = language
        self._styles: dict[tuple[str, bool, bool], TypeStyle] = {}

    def style(self, role: str, *, italic: bool = False, bold: bool = False) -> TypeStyle:
        """The style of a role, with the emphasis of inline markup on top."""
        if italic and self._stylesheet.house.emphasis is EmphasisStyle.BOLD:
            italic, bold = False, True
        key = (role, italic, bold)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = _concrete(
                self._stylesheet,
                self._stylesheet.roles[role],
                self._language,
                italic=italic,
                bold=bold,
            )
        return style

    def end_mark(self) -> TypeStyle:
        """The style of the house's end mark, in the face of the body."""
        return _concrete(
            self._stylesheet, self._stylesheet.roles["body"], self._language,
            size=self._stylesheet.house.end_mark_size.pt, artifact=True,
        )  # fmt: skip


def _concrete(
    stylesheet: Stylesheet,
    role: Role,
    language: str,
    *,
    italic: bool = False,
    bold: bool = False,
    size: float | None = None,
    artifact: bool = False,
) -> TypeStyle:
    points = role.size.pt * role.scale.value if size is None else size
    family = stylesheet.fonts[role.font]
    key = FaceKey(
        family=family.family,
        weight=max(role.weight, _BOLD) if bold else role.weight,
        # Emphasis inside italics stands out by standing upright.
        italic=role.italic != italic,
        # A tenth of a point of optical size is more than an eye can tell; the end mark, a square
        # at any size, takes the body's, so that the file holds no font for it alone.
        optical=round(role.size.pt * role.scale.value, 1),
        language=language,
        tracked=role.tracking != 0,
        features=_features(role),
        axes=_axes(family),
    )
    if family.files:
        key = replace(key, file=_own(family.files, key))
    return _interned(
        key, family.fallback, points, role.tracking.value * points,
        stylesheet.colours[role.colour], role.capitals, role.small_caps, artifact,
    )  # fmt: skip


# One object for what looks alike, so that the next story finds the words of the one before.
@lru_cache(maxsize=256)
def _interned(
    key: FaceKey, fallback: tuple[str, ...], size: float, tracking: float, colour: Colour,
    capitals: bool, small_caps: bool, artifact: bool,
) -> TypeStyle:  # fmt: skip
    style = TypeStyle(
        chain(key, fallback), size, tracking, colour, capitals and not small_caps, artifact
    )
    return replace(style, reduced=_reduced(style, key, fallback)) if small_caps else style


def _features(role: Role) -> tuple[str, ...]:
    """The OpenType features of a role (registry of layout tags, OpenType 1.9.1)."""
    figures = "lnum" if role.figures is Figures.LINING else "onum"
    width = "tnum" if role.figure_width is FigureWidth.TABULAR else "pnum"
    if not role.small_caps:
        return figures, width
    return (figures, width, "smcp", "c2sc") if role.capitals else (figures, width, "smcp")


def _axes(family: FontFamily) -> tuple[tuple[str, float], ...]:
    if not family.axes:
        return ()
    from exporter.stylesheet.fonts import axes

    return axes(family)


def _own(files: tuple[str, ...], key: FaceKey) -> FontFile:
    """The house's file for a key; RenderError where one has gone since the style was read."""
    try:
        return choose(map(font_file, files), key.weight, key.italic)
    except FontFaultError as fault:
        raise RenderError(diagnose("P033", family=key.family, reason=fault)) from fault


def _reduced(style: TypeStyle, key: FaceKey, fallback: tuple[str, ...]) -> TypeStyle:
    """Capitals as high as small capitals are; a smaller optical size keeps their strokes firm."""
    features = tuple(tag for tag in key.features if tag not in ("smcp", "c2sc"))
    optical = round(key.optical * _REDUCTION, 1)
    plain = chain(replace(key, features=features, optical=optical), fallback)
    size = style.size * _REDUCTION
    return replace(style, chain=plain, size=size, capitals=True, words={})
