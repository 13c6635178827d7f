"""Quotation marks, apostrophes and primes: which marks belong together, and the language's own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from exporter.typography.apostrophes import elides, is_caseless
from exporter.typography.characters import (
    APOSTROPHE,
    DOUBLE_PRIME,
    LEFT_SINGLE_GUILLEMET,
    LEFT_SINGLE_QUOTE,
    LOW_SINGLE_QUOTE,
    PRIME,
    RIGHT_SINGLE_QUOTE,
)
from exporter.typography.conventions import Conventions, Pair
from exporter.typography.marks import Mark, Part, find_marks, is_double, is_within_word, marks
from exporter.typography.pairing import pair
from exporter.typography.passage import Change
from exporter.values import Value

QUOTATION_MARK, APOSTROPHE_RULE, PRIME_RULE = "T001", "T002", "T003"

_SINGLE_GLYPHS = {LEFT_SINGLE_QUOTE, RIGHT_SINGLE_QUOTE, LOW_SINGLE_QUOTE, LEFT_SINGLE_GUILLEMET}


class Quotations(Value):
    """What the marks of one passage ask for, and how it stands to the passages around it.

    `doubles` tells that it has a double mark at all, `settled` that the neighbours of its marks
    alone decided, and stay as they are, so that the marks once set would be read the same;
    `continues` that it begins with an opening mark; `unclosed` and `unopened` where it has a double
    mark without partner.
    """

    changes: tuple[Change, ...] = ()
    doubles: bool = False
    settled: bool = True
    continues: bool = False
    unclosed: int | None = None
    unopened: int | None = None


def quotations(text: str, conventions: Conventions, *, within: bool) -> Quotations:
    """The marks of a passage made the language's own.

    A quotation over several paragraphs opens each of them and closes only the last, so an opening
    mark without partner stays one; `within` tells that one is open where the passage begins.
    """
    sent = find_marks(text, conventions)
    if not sent:
        return Quotations()
    if is_within_word(text, sent[0]) and all(is_within_word(text, mark) for mark in sent):
        return Quotations(tuple(Change(*mark.span(), APOSTROPHE, APOSTROPHE_RULE) for mark in sent))
    found = marks(text, sent, conventions)
    first = found[0]
    resumes = within and first.glyph in conventions.resumes and not text[: first.start].strip()
    if resumes:
        first.part = Part.NONE
    pair(found, within=within, suffixes=conventions.suffixes)
    changes = tuple(_changes(text, found, conventions))
    doubles = [mark for mark in found if mark.double]
    lone = [mark for mark in doubles if mark.partner is None]
    unclosed = _first(Part.OPENS, lone[::-1]) if lone else None
    unopened = _first(Part.CLOSES, lone) if lone else None
    return Quotations(
        changes,
        doubles=bool(doubles),
        settled=_is_settled(text, found, changes),
        continues=resumes or _opens_passage(first, text),
        unclosed=first.start if resumes and unopened is None else unclosed,
        unopened=unopened,
    )


def _opens_passage(first: Mark, text: str) -> bool:
    return first.double and first.part is Part.OPENS and not text[: first.start].strip()


def _first(part: Part, found: list[Mark]) -> int | None:
    return next((mark.start for mark in found if mark.part is part), None)


def _is_settled(text: str, found: list[Mark], changes: tuple[Change, ...]) -> bool:
    """Whether no mark depends on another.

    Two that touch may be read as one when set, and a double one made single as an apostrophe.
    """
    if not all(mark.certain for mark in found):
        return False
    touching = any(one.end == other.start for one, other in pairwise(found))
    keep_kind = all(
        is_double(change.text) is is_double(text[change.start : change.end])
        for change in changes
        if change.code == QUOTATION_MARK
    )
    return keep_kind and not touching


# -- the language's own --------------------------------------------------------------------------


def _changes(text: str, found: list[Mark], conventions: Conventions) -> Iterator[Change]:
    enclosing: list[Pair] = []
    unclosed: list[Pair] = []
    closing: dict[int, str] = {}
    for index, mark in enumerate(found):
        if mark.part is Part.APOSTROPHE:
            yield _change(mark, APOSTROPHE, APOSTROPHE_RULE)
        elif mark.part is Part.PRIME:
            yield _change(mark, DOUBLE_PRIME if mark.double else PRIME, PRIME_RULE)
        elif mark.partner is None:
            if mark.part in (Part.OPENS, Part.CLOSES):
                glyph = _lone(mark, conventions)
                if mark.double and mark.part is Part.OPENS:
                    unclosed = [pair for pair in conventions.pairs if pair[0] == glyph][:1]
                yield _change(mark, glyph, QUOTATION_MARK)
        elif mark.part is Part.OPENS:
            # Single marks may be within what a later paragraph closes; of double ones, its closing
            # mark may as well be lost.
            around = enclosing if enclosing or mark.double else unclosed
            pair = _pair_for(mark, found[mark.partner], around, text, conventions)
            enclosing.append(pair)
            closing[mark.partner] = pair[1]
            yield _change(mark, pair[0], QUOTATION_MARK)
        else:
            enclosing.pop()
            yield _change(mark, closing.pop(index), QUOTATION_MARK)


def _change(mark: Mark, glyph: str, code: str) -> Change:
    return Change(mark.start, mark.end, glyph, code)


def _lone(mark: Mark, conventions: Conventions) -> str:
    side = 0 if mark.part is Part.OPENS else 1
    if any(pair[side] == mark.glyph for pair in conventions.pairs):
        return mark.glyph
    return (conventions.double if mark.double else conventions.single)[side]


def _pair_for(
    opening: Mark,
    closing: Mark,
    enclosing: list[Pair],
    text: str,
    conventions: Conventions,
) -> Pair:
    """The pair for two marks: as sent where that is right, else the first unlike those around."""
    around = enclosing[-1] if enclosing else None
    sent = (opening.glyph, closing.glyph)
    if sent != around and sent in conventions.pairs:
        return sent
    double, nested, single = conventions.double, conventions.nested, conventions.single
    if opening.double and around is None:
        return double
    if around is None:
        choice = [single, nested, double]
    elif is_double(around[0]):
        choice = [nested, single, double]
    else:
        choice = [double, nested, single]
    if around in conventions.within:
        choice.insert(0, conventions.within[around])
    if opening.double and not _would_read_as_single(opening, closing, text, conventions):
        choice = [pair for pair in choice if pair[0] not in _SINGLE_GLYPHS] or [double]
    unused = (pair for pair in choice if pair not in enclosing)
    return next(unused, next((pair for pair in choice if pair != around), choice[0]))


def _would_read_as_single(
    opening: Mark, closing: Mark, text: str, conventions: Conventions
) -> bool:
    """Whether single marks in these places would be taken for quotation marks, not apostrophes."""
    if not all(mark.certain or _touches_caseless(mark) for mark in (opening, closing)):
        return False
    return not elides(text, opening.start, opening.end, conventions)


def _touches_caseless(mark: Mark) -> bool:
    return is_caseless(mark.left) or is_caseless(mark.right)
