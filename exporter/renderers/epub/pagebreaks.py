"""Where the pages of the PDF begin in the book's text (EPUB Accessibility 1.1, page navigation).

The marks are told to a listener by their labels and show nothing to the eye.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from exporter.expressions import expression
from exporter.model.words import is_seen

_WORD = expression(r"\S+")


class PageBreak(NamedTuple):
    """A mark in a text, `offset` characters after its beginning."""

    offset: int
    mark: str


class PageBreaks:
    """Counts the words of one story as they are written, and knows before which a page begins.

    The words must come in the order of `exporter.model.words`; the first page begins with the
    title, which is not among them.
    """

    def __init__(self, page_map: tuple[int, ...] | None) -> None:
        numbered = enumerate(page_map or (), start=1)
        self._coming = deque((ordinal, page) for page, ordinal in numbered if page > 1)
        self._words = 0
        self.pages = tuple(range(1, len(page_map) + 1)) if page_map else ()

    @property
    def coming(self) -> bool:
        """Whether a page begins in what is still to be written."""
        return bool(self._coming)

    def first(self) -> str:
        """The mark of the first page, before all that stands on it."""
        return _standing(1) if self.pages else ""

    def within(self, text: str) -> tuple[PageBreak, ...]:
        """The page breaks in a text, whose words are counted."""
        if not self._coming:
            return ()
        found = []
        for word in _WORD.finditer(text):
            if not is_seen(word[0]):
                continue
            while self._coming and self._coming[0][0] <= self._words:
                found.append(PageBreak(word.start(), _run_in(self._coming.popleft()[1])))
            self._words += 1
        return tuple(found)

    def before(self, text: str) -> str:
        """The marks of all page breaks in a text, to stand before it.

        A heading or a link takes its name from all that is inside it, labels included.
        """
        return marks(self.within(text))

    def marked(self, text: str, write: Callable[[str], str]) -> str:
        """A text as `write` has it, with its page breaks."""
        return stretch(text, 0, self.within(text), write) if self._coming else write(text)

    def rest(self) -> str:
        """The marks of pages that begin after the last word."""
        left = "".join(_standing(page) for _, page in self._coming)
        self._coming.clear()
        return left


def stretch(
    text: str, begin: int, breaks: tuple[PageBreak, ...], write: Callable[[str], str]
) -> str:
    """A part of a text that begins `begin` characters after it, as `write` has it, with marks."""
    if not breaks:
        return write(text)
    parts, at = [], 0
    for offset, mark in breaks:
        if begin <= offset < begin + len(text):
            parts += [write(text[at : offset - begin]), mark]
            at = offset - begin
    return "".join((*parts, write(text[at:])))


def marks(breaks: tuple[PageBreak, ...]) -> str:
    """The marks alone."""
    return "".join(mark for _, mark in breaks)


def identifier(page: int) -> str:
    """The identifier of the mark at which a page begins."""
    return f"page-{page}"


def _run_in(page: int) -> str:
    return _mark("span", page)


def _standing(page: int) -> str:
    return _mark("div", page) + "\n"


def _mark(tag: str, page: int) -> str:
    return (
        f'<{tag} id="{identifier(page)}" epub:type="pagebreak" role="doc-pagebreak" '
        f'aria-label="{page}"></{tag}>'
    )
