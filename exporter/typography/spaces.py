"""Spaces at which a line must not end, and the spaces that belong to a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from exporter.expressions import expression
from exporter.typography.characters import ELLIPSIS, EM_DASH, EN_DASH, NO_BREAK_SPACE
from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words
from exporter.typography.passage import Change

SPACE_RULE = "T007"

# Each pattern begins with what is rare and looks behind from there: the search is much faster.
# A space before a number or a capital may bind: what stands before it decides.
_BEFORE_NUMBER_OR_NAME = expression(
    r" (?=(?:(?P<digit>[0-9])|[A-ZÀ-ÖØ-ÞĀ-ɏΑ-ΩЀ-Я]))(?<=[\w.°§№:] )"
)
_AFTER_NUMBER = expression(
    r"[0-9](?P<point>\.?) (?=(?P<word>(?:per cent|por ciento|per cento|por cento|pour cent"
    r"|[ap]\.[ \u00a0]m\.|[^\W\d_]+(?:\.[^\W\d_]+)*)(?!\w)|[°][CF]|[%‰€°]))"
)
_BEFORE_ELLIPSIS = expression(r" …(?![\w…])(?<=[^\s«‹-] …)")
# A number of groups of three digits: no telephone number, no number after a year.
_GROUPED = expression(
    r"(?<![\w.,'’/-])(?<!\d[ \u00a0\u202f])[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?![\w/-])"
    r"(?![ \u00a0\u202f][0-9])"
)
_INITIALS = expression(r"(?:[^\W\d_]\.)+")
_WORD = expression(r"\w+")
_DAY = expression(r"(?:[12]?\d|3[01])(?!\d)")
_DAY_BEFORE = expression(r"(?<!\d)(?:[12]?\d|3[01])\Z")
_OPENING = "([{“‘„‚«‹\"'"
_BEFORE_WORD = (*_OPENING, EN_DASH, EM_DASH)
_AFTER_INITIAL = expression(r"\. (?=[A-ZÀ-ÖØ-ÞĀ-ɏΑ-ΩЀ-Я])(?<=[^\W\d_]\. )")
_LONGEST_WORD = 16

# Initials of no person, and words that begin a sentence after a letter ("plan B. The").
_INSTITUTIONS = words("U.S. U.N. U.K. E.U. U.A.E. U.S.A. U.S.S.R. D.C. N.Y. N.J. L.A. B.C. A.D.")
_OPENERS = words(
    "A An And As At But By For From He Her His I If In It Its No Not Of On Or She So That The "
    "Their Then There These They This Those To We When While With You"
)


def binding_spaces(text: str, conventions: Conventions | None) -> Iterator[Change]:
    """The spaces at which a line would end badly, as no-break spaces."""
    found = set(_after_numbers(text, conventions))
    groups = conventions.groups if conventions else None
    if ELLIPSIS in text:
        found.update(match.start() for match in _BEFORE_ELLIPSIS.finditer(text))
    if conventions is not None:
        if _has_binding_word(text, conventions):
            found.update(_before_numbers_and_names(text, conventions))
        if conventions.bound:
            found.update(_after_bound_words(text, conventions))
        if conventions.phrases:
            found.update(_in_phrases(text, conventions.phrases))
    changes = [Change(start, start + 1, NO_BREAK_SPACE, SPACE_RULE) for start in found]
    if groups:
        changes += _between_groups(text, groups)
    yield from sorted(changes)


def _after_numbers(text: str, conventions: Conventions | None) -> Iterator[int]:
    """10 km, 5 percent, $3 million, 10 a.m., 31 August, 31. August."""
    units = conventions.units if conventions else UNIT_SYMBOLS
    for match in _AFTER_NUMBER.finditer(text):
        word, ordinal = match["word"].replace(NO_BREAK_SPACE, " "), bool(match["point"])
        is_unit = not ordinal and word in units
        if is_unit or (
            conventions and _is_date(text, match.start() + 1, word, ordinal, conventions)
        ):
            yield match.end() - 1


def _between_groups(text: str, space: str) -> Iterator[Change]:
    """10 000, 1 234 567."""
    for match in _GROUPED.finditer(text):
        for space_at in range(match.start(), match.end()):
            if text[space_at].isspace():
                yield Change(space_at, space_at + 1, space, SPACE_RULE)


def _is_date(text: str, end: int, word: str, ordinal: bool, conventions: Conventions) -> bool:
    if ordinal and not conventions.ordinal_point:
        return False
    known = word in conventions.months or f"{word}." in conventions.months
    return known and bool(_DAY_BEFORE.search(text[max(0, end - 3) : end]))


def _has_binding_word(text: str, conventions: Conventions) -> bool:
    """Whether a word that binds the next stands anywhere in a text: in most it does not."""
    if conventions.initials and _AFTER_INITIAL.search(text):
        return True
    for sign in _BEFORE_WORD:
        if sign in text:
            text = text.replace(sign, " ")
    return not conventions.binding.isdisjoint(text.split())


def _before_numbers_and_names(text: str, conventions: Conventions) -> Iterator[int]:
    """Aug. 31, No. 5, Mr. Putin, J. K. Rowling."""
    for match in _BEFORE_NUMBER_OR_NAME.finditer(text):
        word = _word_before(text, match.start())
        if word not in conventions.binding and not word.endswith("."):
            continue
        binds = _binds_number if match["digit"] else _binds_name
        if binds(word, text, match.end(), conventions):
            yield match.start()


def _word_before(text: str, end: int) -> str:
    before = text[max(0, end - _LONGEST_WORD) : end].rsplit(None, 1)
    word = before[-1] if before else ""
    for dash in (EM_DASH, EN_DASH):
        word = word.rpartition(dash)[2]
    return word.lstrip(_OPENING)


def _binds_number(word: str, text: str, start: int, conventions: Conventions) -> bool:
    if word in conventions.months:
        return bool(_DAY.match(text, start))
    return word in conventions.numbered


def _binds_name(word: str, text: str, start: int, conventions: Conventions) -> bool:
    if word in conventions.titles:
        return True
    if not conventions.initials or word in _INSTITUTIONS or not word[:1].isupper():
        return False
    following = _WORD.match(text, start)
    is_name = following is not None and following[0] not in _OPENERS
    return is_name and bool(_INITIALS.fullmatch(word))


def _after_bound_words(text: str, conventions: Conventions) -> Iterator[int]:
    for match in _bound_words(conventions).finditer(text):
        yield match.end() - 1


@lru_cache(maxsize=64)
def _bound_words(conventions: Conventions) -> re.Pattern[str]:
    return expression(rf"(?<!\w)(?:{'|'.join(sorted(conventions.bound))}) (?=\w)")


def _in_phrases(text: str, phrases: tuple[str, ...]) -> Iterator[int]:
    """The spaces within z. B., EE. UU."""
    for phrase in phrases:
        start = text.find(phrase)
        while start >= 0:
            yield from (start + at for at, character in enumerate(phrase) if character == " ")
            start = text.find(phrase, start + len(phrase))


# -- spaces that belong to a mark ------------------------------------------------------------------

_BEFORE_MARK = expression(
    r"(?<=[^\s([{«“‘‹:;!?])[ \u00a0\u202f]?(?=(?P<mark>[:;!?])(?:[\s!?…)\]»”’›\"']|\Z))"
)
_WITHIN_GUILLEMETS = expression(
    r"(?<=«)[ \u00a0\u202f]?(?=[^\s»])|(?<=[^\s«])[ \u00a0\u202f]?(?=»)"
)


def mark_spaces(text: str, conventions: Conventions) -> Iterator[Change]:
    """The spaces before : ; ! ? and within « » of a language that sets them."""
    changes = []
    for match in _BEFORE_MARK.finditer(text):
        space = conventions.before.get(match["mark"])
        if space:
            changes.append(Change(*match.span(), space, SPACE_RULE))
    for match in _WITHIN_GUILLEMETS.finditer(text):
        changes.append(Change(*match.span(), conventions.inside, SPACE_RULE))
    yield from sorted(changes)
