"""Type styles: a role of the stylesheet made concrete for shaping and drawing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from exporter.renderers.pdf.fonts.chain import Chain, chain
from exporter.renderers.pdf.fonts.face import FaceKey
from exporter.renderers.pdf.setting.links import Hyperlink
from exporter.stylesheet import Colour, Role, Stylesheet
from exporter.values import Value, field, replace

if TYPE_CHECKING:
    from exporter.renderers.pdf.setting.words import Word

_BOLD = 700
# Words remembered by one style; a story has some hundreds, a night's file some ten thousands.
_REMEMBERED = 10_000

# Characters and the white space after them; None for a word that is made alone.
Key = tuple[str, str | None]


class TypeStyle(Value, eq=False):
    """How characters look. `size` and `tracking` are in points.

    `artifact` marks type that says nothing to a listener, as the end mark does; `link` is where
    it leads. `words` are those made in this style before.
    """

    chain: Chain
    size: float
    tracking: float
    colour: Colour
    capitals: bool
    artifact: bool = False
    link: Hyperlink | None = None
    words: dict[Key, tuple[Word, ...]] = field(default_factory=dict)

    @property
    def space(self) -> float:
        """The width of a word space, in points."""
        return self.chain.first.space_width * self.size / 1000 + self.tracking

    def linked(self, link: Hyperlink) -> TypeStyle:
        """The style with a link; its words are the link's own."""
        return replace(self, link=link, words={})

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
    )
    return _interned(
        key, family.fallback, points, role.tracking.value * points,
        stylesheet.colours[role.colour], role.capitals, artifact,
    )  # fmt: skip


# One object for what looks alike, so that the next story finds the words of the one before.
@lru_cache(maxsize=256)
def _interned(
    key: FaceKey, fallback: tuple[str, ...], size: float, tracking: float, colour: Colour,
    capitals: bool, artifact: bool,
) -> TypeStyle:  # fmt: skip
    return TypeStyle(chain(key, fallback), size, tracking, colour, capitals, artifact)
