"""Small capitals: the font's own, or capitals reduced where it has none."""

from __future__ import annotations

import unicodedata
from itertools import groupby

from exporter.renderers.pdf.setting.style import TypeStyle


def small_capitals(text: str, style: TypeStyle) -> list[tuple[str, TypeStyle]]:
    """The text in pieces, each in the style or in its capitals reduced.

    A word is set in one way: half of it in the font's small capitals would not match.
    """
    reduced = style.reduced
    if reduced is None or style.chain.first.has_small_capitals(text):
        return [(text, style)]
    if "c2sc" in style.chain.first.key.features:
        return [(text, reduced)]
    return [
        ("".join(members), reduced if small else style)
        for small, members in groupby(text, _Smallness())
    ]


class _Smallness:
    """Whether a character is a small letter; a mark is what its letter is."""

    def __init__(self) -> None:
        self._before = False

    def __call__(self, character: str) -> bool:
        if unicodedata.category(character) != "Mn":
            self._before = character.islower()
        return self._before
