"""Hanging punctuation: how much of a mark stands outside the margin.

A mark has so little ink that a line ending in it looks short, unless the mark hangs. How far is
told as the part of the mark's width that hangs, as pdfTeX's character protrusion does (Hàn Thế
Thành, Micro-typographic extensions to the TeX typesetting system, 2000, chapter 2); the figures are
ours, chosen by eye for Source Serif 4: the less ink on the outer side, the farther.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exporter.renderers.pdf.setting.words import Part

_LEFT = {
    **dict.fromkeys('“”„"«‹', 0.6),
    **dict.fromkeys("‘’‚'", 0.7),
    **dict.fromkeys("([{", 0.15),
    **dict.fromkeys("–—", 0.2),
}
_RIGHT = {
    **dict.fromkeys(".,", 0.75),
    **dict.fromkeys('“”"»›', 0.6),
    **dict.fromkeys("‘’'", 0.7),
    **dict.fromkeys(":;", 0.4),
    **dict.fromkeys("-‐\u00ad", 0.6),
    **dict.fromkeys("–—", 0.2),
    **dict.fromkeys("!?", 0.15),
    **dict.fromkeys(")]}", 0.15),
}
# No mark hangs farther, in ems of its type.
FARTHEST = 0.5


def left(part: Part) -> float:
    """How far the part's first mark hangs in the left margin, in points."""
    return _hung(part, 0, _LEFT)


def right(part: Part) -> float:
    """How far the part's last mark hangs in the right margin, in points."""
    return _hung(part, -1, _RIGHT)


def _hung(part: Part, at: int, shares: dict[str, float]) -> float:
    run = part.run
    if not run.exact or not run.texts:
        return 0.0
    glyph, text = run.texts[at]
    share = shares.get(text)
    if share is None:
        return 0.0
    size = part.style.size
    return min(part.face.advance(glyph) * share / 1000, FARTHEST) * size
