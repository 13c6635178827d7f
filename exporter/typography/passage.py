"""A passage: the joined text of a field or block, changed by rules, given back in its pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

Span = tuple[int, int]


class Change(NamedTuple):
    """Characters to replace, by offsets in the joined text, and the code of the rule that asks."""

    start: int
    end: int
    text: str
    code: str


# A small letter, so that rules see a word, and one that stands in none of their tables.
_STAND_IN = "\ua66d"


class Passage:
    """Text in pieces (the runs between inline borders) that rules see as one.

    `text` is what rules read: spans that are no prose are hidden behind letters of a stand-in.
    """

    def __init__(self, pieces: Sequence[str], hidden: Iterable[Span] = ()) -> None:
        self.text = "".join(pieces)
        self._borders = [0, *accumulate(map(len, pieces))] if len(pieces) != 1 else []
        self._hidden: list[str] = []
        self._starts: list[int] = []
        for start, end in hidden:
            self._hidden.append(self.text[start:end])
            self._starts.append(start)
        if self._hidden:
            self.text = self._with([_STAND_IN * len(original) for original in self._hidden])

    @property
    def hides(self) -> bool:
        """Whether there is anything in it that is no prose."""
        return bool(self._hidden)

    @property
    def readable(self) -> str:
        """The text with nothing hidden, offset by offset the same as `text`."""
        return self._with(self._hidden) if self._hidden else self.text

    @property
    def pieces(self) -> list[str]:
        """The text as it now is, in as many pieces as at first."""
        text = self.readable
        if not self._borders:
            return [text]
        return [text[first:last] for first, last in pairwise(self._borders)]

    def apply(self, changes: Sequence[Change]) -> None:
        """Make the changes, which ascend, do not overlap and touch nothing hidden.

        What a change puts in place of characters of two pieces goes into the first of them.
        """
        if self._borders:
            self._borders = moved(self._borders, changes)
        if self._starts:
            self._starts = moved(self._starts, changes)
        self.text = changed(self.text, changes)

    def _with(self, replacements: Sequence[str]) -> str:
        return changed(
            self.text,
            [
                Change(start, start + len(text), text, "")
                for start, text in zip(self._starts, replacements, strict=True)
            ],
        )


def changed(text: str, changes: Sequence[Change]) -> str:
    """The text after ascending changes."""
    parts, position = [], 0
    for start, end, replacement, _ in changes:
        parts += [text[position:start], replacement]
        position = end
    return "".join([*parts, text[position:]])


def moved(offsets: Sequence[int], changes: Sequence[Change]) -> list[int]:
    """Ascending offsets in a text, as they are after ascending changes."""
    result: list[int] = []
    grown, position = 0, 0
    for offset in offsets:
        while position < len(changes) and changes[position].end <= offset:
            change = changes[position]
            grown += len(change.text) - (change.end - change.start)
            position += 1
        inside = position < len(changes) and changes[position].start < offset
        result.append(
            (changes[position].start + len(changes[position].text) if inside else offset) + grown
        )
    return result
