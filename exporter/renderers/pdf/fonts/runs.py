"""Runs: shaped characters of one face, as they go into a TJ array and as they extract."""

from __future__ import annotations

from itertools import pairwise

from exporter.expressions import expression
from exporter.renderers.pdf.writer.objects import number
from exporter.values import Struct

SOFT_HYPHEN = "\u00ad"
_RISE = expression(r">\^(-?\d+)<")


class Run(Struct, eq=False):
    """Shaped characters of one face.

    `hexes` is the inside of a TJ array from the first glyph to the last, without its outer
    angle brackets; `width` is in thousandths of an em; `texts` pairs each glyph with its
    characters, `uses` are these pairs without order. `exact` says that the characters, one after
    another, are the text. `raised` says that `hexes` holds rises, as `risen` resolves them.
    """

    text: str
    hexes: str
    width: float
    texts: tuple[tuple[int, str], ...]
    exact: bool = True
    raised: bool = False
    uses: frozenset[tuple[int, str]] = frozenset()

    def __post_init__(self) -> None:
        self.uses = frozenset(self.texts)

    @property
    def count(self) -> int:
        """How many glyphs there are, each of which takes the tracking."""
        return len(self.texts)

    def continued(self) -> Run:
        """The run at the end of a line inside a word: what follows it extracts as joined to it.

        The last glyph's text, or the whole run's where that is told, gets a soft hyphen, as a
        hyphen of ours is one: extractors take a hyphen of the text away where it ends a line, and
        none joins what a slash divides.
        """
        if not self.exact:
            text = self.text + SOFT_HYPHEN
            return Run(text, self.hexes, self.width, self.texts, False, self.raised)
        *others, (glyph, characters) = self.texts
        texts = (*others, (glyph, characters + SOFT_HYPHEN))
        return Run(self.text, self.hexes, self.width, texts, self.exact, self.raised)

    def followed(self, other: Run) -> Run:
        """The two as one run."""
        return Run(
            self.text + other.text,
            self.hexes + other.hexes,
            self.width + other.width,
            self.texts + other.texts,
            self.exact and other.exact,
            self.raised or other.raised,
        )


def rise(digits: str, height: float) -> str:
    """A glyph's hex digits, set higher by thousandths of an em, until `risen` knows the size."""
    return f">^{height:.0f}<{digits}>^0<"


def risen(fragment: str, size: float) -> str:
    """The inside of a TJ array with its rises as operators; `size` in points.

    A rise is in thousandths of an em, the operator's in points (ISO 32000-1, 9.3.7).
    """
    pieces = _RISE.split(fragment)
    for at in range(1, len(pieces), 2):
        pieces[at] = f">] TJ {number(int(pieces[at]) * size / 1000)} Ts [<"
    return "".join(pieces)


def paired(text: str, glyphs: list[tuple[int, int]]) -> tuple[tuple[tuple[int, str], ...], bool]:
    """The characters of each glyph, and whether they give the text back in glyph order.

    A cluster of as many glyphs as characters is paired one to one (a base and its marks), one of
    a single glyph takes all (a ligature); any other needs ActualText.
    """
    starts = sorted({cluster for _, cluster in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    exact = bool(starts) and starts[0] == 0
    pairs: list[tuple[int, str]] = []
    for start in dict.fromkeys(cluster for _, cluster in glyphs):
        members = [cid for cid, cluster in glyphs if cluster == start]
        characters = text[start : ends[start]]
        if len(members) == 1:
            pairs.append((members[0], characters))
        elif len(members) == len(characters):
            pairs.extend(zip(members, characters, strict=True))
        else:
            exact = False
            pairs.extend((cid, characters) for cid in members)
    in_order = all(one[1] <= two[1] for one, two in pairwise(glyphs))
    return tuple(pairs), exact and in_order
