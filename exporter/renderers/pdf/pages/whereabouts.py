"""Where things came to stand: headings for the bookmarks, words for the page map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exporter.renderers.pdf.pages.blocks import Placed, Row
from exporter.renderers.pdf.pages.draw import Painter
from exporter.renderers.pdf.writer.outline import Bookmark
from exporter.renderers.pdf.writer.structure import Element

# What a reader's window shows above a crosshead, in points.
_AIR = 8.0


def bookmarks(
    placed: Iterable[Placed], headings: Sequence[tuple[Element, str]], painter: Painter
) -> list[Bookmark]:
    """A bookmark for each heading that stands on a page; the headline's shows its whole page."""
    places: dict[Element, Placed] = {}
    for row in placed:
        for piece in row.row.pieces:
            if piece.element is not None:
                places.setdefault(piece.element, row)
    found = []
    for index, (element, text) in enumerate(headings):
        place = places.get(element)
        if place is not None:
            top = painter.height(0.0 if index == 0 else place.top - _AIR)
            found.append(Bookmark(" ".join(text.split()), element, place.page, top))
    return found


def page_map(placed: Iterable[Placed], text: Iterable[Element], pages: int) -> tuple[int, ...]:
    """For each page the ordinal of its first word among the words of the story's text.

    The words are those of `exporter.model.words.story_words`; `text` are the elements that hold
    them, in reading order. Where a word is divided between two pages, the second begins with it.
    A page without any has the ordinal of the next word, the page after the last their number.
    """
    if pages < 2:
        return (0,) * pages
    count = _Count(dict.fromkeys(text, 0))
    first_rows: dict[int, list[tuple[Element, int]]] = {}
    for row in placed:
        begun = count.row(row.row)
        if begun:
            first_rows.setdefault(row.page, begun)
    before, total = count.before()
    ordinals = [
        min((before[element] + ended for element, ended in first_rows.get(page, ())), default=None)
        for page in range(pages)
    ]
    return tuple(_filled(ordinals, total))


class _Count:
    """Counts the words that have ended so far in each of the elements."""

    def __init__(self, ended: dict[Element, int]) -> None:
        self._ended = ended
        self._open: dict[Element, bool] = {}

    def row(self, row: Row) -> list[tuple[Element, int]]:
        """Count a row; the elements that its pieces belong to, and what had ended in each."""
        begun = []
        for piece in row.pieces:
            element, words = piece.element, piece.line.words
            if element is not None and element in self._ended and words:
                begun.append((element, self._ended[element]))
                self._ended[element] += sum(1 for word in words if word.space)
                last = words[-1]
                self._open[element] = not (last.space or last.parts[0].style.artifact)
        return begun

    def before(self) -> tuple[dict[Element, int], int]:
        """How many words stand before each element, and how many there are."""
        before: dict[Element, int] = {}
        total = 0
        for element, ended in self._ended.items():
            before[element] = total
            total += ended + self._open.get(element, False)
        return before, total


def _filled(ordinals: list[int | None], total: int) -> list[int]:
    """Each gap filled with what follows it."""
    filled: list[int] = []
    following = total
    for ordinal in reversed(ordinals):
        following = following if ordinal is None else ordinal
        filled.append(following)
    return filled[::-1]
