"""Fitting words into a space when the font that will draw them is not known."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from exporter.expressions import expression
from exporter.values import Value

# Advances in thousandths of an em of the widest bold serif that stands in for others on common
# systems, rounded up: words set in any narrower font fit as well.
_ADVANCES = {
    350: " ',.", 400: "/:;\\ijl|", 450: "!-f", 500: "()IJ[]_`t", 550: '"*r', 600: "?svxyz",
    650: "ace{}", 700: "$0123456789bdgkopq", 750: "FLSTYZhnu", 800: "ACEPVX", 850: "#+<=>BR^~",
    900: "DGKOQUw", 950: "&HN", 1000: "%@", 1100: "m", 1150: "MW",
}  # fmt: skip
_ADVANCE = {char: advance for advance, chars in _ADVANCES.items() for char in chars}
_CAPITAL, _SMALL, _WIDE = 1000, 850, 1050
_ELLIPSIS = "…"
_JOINERS = "\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-16}"
# Scripts that are written without spaces may be divided between any two of their characters.
_PIECE = expression(
    r"([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+)(\s*)"
)
_STEP = 0.93
# Widths added up from the other end may differ in the last digits.
_ROUNDING = 1e-6
# More of a text cannot be read on a cover.
_LONGEST = 600


class Fitted(Value):
    """Lines that fit, at the size at which they do."""

    size: float
    lines: tuple[str, ...]
    cut: bool = False


class _Piece(Value):
    """What is not divided: a word, or one character of a script without spaces."""

    text: str
    width: float
    space: float


def width(text: str) -> float:
    """An upper estimate of the text's width, in ems."""
    return sum(map(_advance, text)) / 1000


@lru_cache(maxsize=2048)
def _advance(char: str) -> int:
    known = _ADVANCE.get(char)
    if known is not None:
        return known
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return _WIDE
    base = unicodedata.normalize("NFD", char)[0]
    if base != char:
        return _advance(base)
    return _CAPITAL if char.isupper() else _SMALL


def fit(
    text: str, largest: float, smallest: float, leading: float, measure: float, height: float,
    tracking: float = 0.0,
) -> Fitted:  # fmt: skip
    """The text at the largest size at which it fits, in lines of about one length.

    All in points but `leading`, in sizes, and `tracking`, in ems. A word is divided only where it
    is too long for half of the largest size; what does not fit at all is cut, with an ellipsis.
    """
    whole = _pieces(text, tracking)
    pieces = [part for piece in whole for part in _divided(piece, 2 * measure / largest)]
    size = largest
    while size > smallest and len(text) <= _LONGEST:
        ems = measure / size
        if all(piece.width <= ems for piece in pieces):
            lines = _lines(pieces, ems)
            if len(lines) * leading * size <= height:
                return Fitted(size, _balanced(pieces, ems, len(lines)))
        size *= _STEP
    return _cut(pieces, smallest, leading, measure, height, cut=len(text) > _LONGEST)


def wrap(text: str, size: float, measure: float, most: int, tracking: float = 0.0) -> Fitted:
    """The text at one size, in lines as full as they get; at most `most` of them."""
    pieces = _pieces(text, tracking)
    return _cut(pieces, size, 1.0, measure, most * size, cut=len(text) > _LONGEST)


def _cut(
    pieces: list[_Piece], size: float, leading: float, measure: float, height: float, *, cut: bool
) -> Fitted:
    ems = measure / size
    lines = _lines([part for piece in pieces for part in _divided(piece, ems)], ems)
    most = max(int(height / (leading * size) + 0.001), 1)
    if len(lines) > most or cut:
        lines = lines[:most]
        lines[-1] = f"{lines[-1]}{_ELLIPSIS}" if lines else _ELLIPSIS
        return Fitted(size, tuple(lines), cut=True)
    return Fitted(size, tuple(lines))


def _pieces(text: str, tracking: float) -> list[_Piece]:
    space = width(" ") + tracking
    return [
        _Piece(word, width(word) + tracking * len(word), space if gap else 0.0)
        for word, gap in _PIECE.findall(text[:_LONGEST])
    ]


def _lines(pieces: list[_Piece], ems: float) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    for piece in pieces:
        if line and used + piece.width > ems:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line += piece.text + (" " if piece.space else "")
        used += piece.width + piece.space
    return [*lines, line.rstrip()] if line else lines


def _balanced(pieces: list[_Piece], ems: float, count: int) -> tuple[str, ...]:
    """The same number of lines, as even as they can be: the sum of their squares is the least."""
    widths = [(piece.width, piece.space) for piece in pieces]
    # The best way to set the pieces up to each end in so many lines: its cost, and the ends.
    ways: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for least in _least_ends(widths, ems, count):
        ways = _one_line_more(widths, ems, ways, least)
    begins = (0, *ways[len(pieces)][1])
    return tuple(
        "".join(piece.text + (" " if piece.space else "") for piece in pieces[begin:end]).rstrip()
        for begin, end in pairwise(begins)
    )


def _least_ends(widths: list[tuple[float, float]], ems: float, count: int) -> list[int]:
    """Where each line ends at the earliest: what follows it fits into the lines that are left."""
    ends = [len(widths)]
    for _ in range(count - 1):
        begin, used = ends[0] - 1, widths[ends[0] - 1][0]
        while begin > 0 and used + sum(widths[begin - 1]) <= ems + _ROUNDING:
            begin -= 1
            used += sum(widths[begin])
        ends.insert(0, begin)
    return ends[:count]


def _one_line_more(
    widths: list[tuple[float, float]],
    ems: float,
    ways: dict[int, tuple[float, tuple[int, ...]]],
    least: int,
) -> dict[int, tuple[float, tuple[int, ...]]]:
    """The ways with one line more that ends at `least` or later.

    A piece is given by its own width and that of its space.
    """
    # By end: the cost, and where the last line begins.
    best: dict[int, tuple[float, int]] = {}
    for begin, (cost, _) in ways.items():
        used = 0.0
        for end, (own, space) in enumerate(widths[begin:], begin + 1):
            line = used + own
            if line > ems and end > begin + 1:
                break
            total = cost + line * line
            if end >= least and (end not in best or total < best[end][0]):
                best[end] = (total, begin)
            used += own + space
    return {end: (cost, (*ways[begin][1], end)) for end, (cost, begin) in best.items()}


def _divided(piece: _Piece, ems: float) -> Iterator[_Piece]:
    """The piece in parts that fit, none of them parting a character from its marks."""
    if piece.width <= ems:
        yield piece
        return
    part, used = "", 0.0
    stretch = piece.width / (width(piece.text) or 1.0)
    for cluster in clusters(piece.text):
        advance = width(cluster) * stretch
        if part and used + advance > ems:
            yield _Piece(part, used, 0.0)
            part, used = "", 0.0
        part += cluster
        used += advance
    yield _Piece(part, used, piece.space)


def clusters(word: str) -> Iterator[str]:
    """The characters of a word, each with the marks that belong to it."""
    cluster = ""
    for char in word:
        joins = char in _JOINERS or cluster.endswith(_JOINERS[0])
        if cluster and not joins and not unicodedata.category(char).startswith("M"):
            yield cluster
            cluster = ""
        cluster += char
    yield cluster
