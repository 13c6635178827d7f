"""Single marks that are apostrophes, whatever other marks a text has."""

from __future__ import annotations

from exporter.expressions import expression
from exporter.typography.conventions import Conventions

# The '90s, the '68er of Germany.
_DECADE = expression(r"\d(?:0s|\der[ns]?)\b")
_YEAR = expression(r"\d\d(?![\w'’])")
_WORD = expression(r"[^\W\d_]{1,12}(?!\w)")
_WORD_BEFORE = expression(r"[^\W\d_]{1,9}(?=\.?[ \u00a0]\Z)")
_LONGEST_BEFORE = 12

# The U.S.'s, Yahoo!'s, 50%'s, the "Times"'s, THY'nin: a small ending after what ends a word.
_ENDING = expression(r"[^\W\d_]{1,8}(?!\w)")
_ENDS_WORD = frozenset(".!?…)]%‰°€$£¥™®*")

# Scripts in which words stand close to the marks around them: Arabic, with its prefixes, Thai to
# Myanmar, Hangul, with its particles, Khmer, kana and ideographs.
_CLOSE_SCRIPT = expression(
    r"[\u0600-\u06ff\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)

# Vowels and other signs that no class of the regular expressions has.
_INDIC_SIGN = expression(r"[\u0900-\u0dff](?<![\d\u0964\u0965])")


def is_within_cased_word(text: str, start: int, end: int) -> bool:
    """Whether the letters on both sides have capitals: other scripts close quotations there."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isascii() and after.isascii():  # as in most words
        return before.isalpha() and after.isalpha()
    return is_cased(before) and is_cased(after)


def is_cased(character: str) -> bool:
    """Whether a character is a letter that is capital or small."""
    return character.lower() != character.upper()


def is_caseless(character: str) -> bool:
    """Whether a character is a letter of a script without capitals, or a sign of Indic scripts."""
    if character.isascii():
        return False
    if character.isalpha():
        return not is_cased(character)
    return bool(_INDIC_SIGN.match(character))


def stands_close(character: str) -> bool:
    """Whether a character is of a script whose words a mark may touch on both sides."""
    return bool(_CLOSE_SCRIPT.match(character))


def elides(text: str, start: int, end: int, conventions: Conventions) -> bool:
    """Whether a word or a number follows that has lost its beginning."""
    first = text[end : end + 1]
    if first.isdigit():
        return bool(_DECADE.match(text, end)) or _is_year(text, start, end, conventions)
    word = _WORD.match(text, end)
    if word is None:
        return False
    elisions = conventions.elisions
    return word[0] in elisions or (word[0].istitle() and word[0].lower() in elisions)


def _is_year(text: str, start: int, end: int, conventions: Conventions) -> bool:
    """The class of '99, but not '50 dead'."""
    if not conventions.before_years or not _YEAR.match(text, end):
        return False
    before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_BEFORE), start)
    return before is not None and before[0].lower() in conventions.before_years


def begins_ending(text: str, end: int, left: str) -> bool:
    """Whether an ending follows a mark, seen from the character to the left of all marks there."""
    if not (left.isalnum() or left in _ENDS_WORD):
        return False
    ending = _ENDING.match(text, end)
    return ending is not None and is_cased(ending[0][0]) and ending[0].islower()


def is_doubled(text: str, start: int, end: int) -> bool:
    """Whether a doubled mark stands within a word, where one was meant: don''t, O''Brien."""
    return end - start == 2 and is_within_cased_word(text, start, end)
