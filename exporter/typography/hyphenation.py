"""Where a word may be divided at a line end."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from exporter.expressions import expression
from exporter.typography.dictionaries import dictionary
from exporter.typography.patterns import Patterns

if TYPE_CHECKING:
    from exporter.typography.syllables import Syllables

# Offsets in a word after which it may be divided at a line end.
Hyphenator = Callable[[str], tuple[int, ...]]

_SHORTEST = 6
_LONGEST = 120  # no language's word; a longer one is data, and would cost time
_LEFT, _RIGHT = 2, 3  # letters left on a line and carried over: The TeXbook, appendix H

# In these a division belongs to the writer (an address, a number, a compound), not to patterns.
_INDIVISIBLE = expression(r"\d|[@/\\_<>=-]|[^\W\d_]\.[^\W\d_]")
_LETTERS = expression(r"[^\W\d_]+")

# Plain "en" is American (CLDR likelySubtags), the other Englishes are children of en-001, whose
# spelling is British (CLDR parentLocales). Norwegian is Bokmål unless it says Nynorsk.
_AMERICAN = {"en", "en-us"}
_SAME_PATTERNS = {"no": "nb"}


def hyphenator(language: str | None) -> Hyphenator:
    """The hyphenator of a language tag (BCP 47), English without one.

    It takes a word, which may carry punctuation, and gives none for capitals, numbers, addresses,
    compounds that have a hyphen already, words shorter than 6 letters, and a language with
    neither a dictionary nor a rule.
    """
    tag = _spelling(language or "en")
    file = dictionary(tag)
    return _by_rule(tag) if file is None else _hyphenator_of(file)


def _no_hyphens(_word: str) -> tuple[int, ...]:
    return ()


def _spelling(language: str) -> str:
    """The tag under which a language tag's dictionary is found."""
    tag = language.replace("_", "-").lower()
    primary, _, rest = tag.partition("-")
    if primary == "en":
        return "en-us" if tag in _AMERICAN else "en-gb"
    return f"{_SAME_PATTERNS.get(primary, primary)}-{rest}"


@lru_cache(maxsize=4)
def _by_rule(tag: str) -> Hyphenator:
    from exporter.typography.syllables import syllables

    rule = syllables(tag)
    return _no_hyphens if rule is None else _hyphenator_by(rule)


@lru_cache(maxsize=4)
def _hyphenator_of(file: Path) -> Hyphenator:
    return _hyphenator_by(Patterns.read(file))


def _hyphenator_by(patterns: Patterns | Syllables) -> Hyphenator:
    @lru_cache(maxsize=8192)
    def divisions(word: str) -> tuple[int, ...]:
        if not _SHORTEST <= len(word) <= _LONGEST or _INDIVISIBLE.search(word):
            return ()
        return tuple(
            first + offset
            for first, letters in _runs(word)
            for offset in _within(patterns, letters)
            if not unicodedata.combining(word[first + offset])
        )

    return divisions


def _runs(word: str) -> list[tuple[int, str]]:
    """The runs of letters in a word, with their offsets; a vowel sign is part of its run."""
    if word.isalpha():
        return [(0, word)]
    marked = "".join("x" if unicodedata.category(sign)[0] == "M" else sign for sign in word)
    return [(run.start(), word[run.start() : run.end()]) for run in _LETTERS.finditer(marked)]


def _within(patterns: Patterns | Syllables, letters: str) -> list[int]:
    if len(letters) < _SHORTEST or letters.isupper():
        return []
    left = max(_LEFT, patterns.left)
    last = len(letters) - max(_RIGHT, patterns.right)
    return [offset for offset in patterns.divisions(_small(letters)) if left <= offset <= last]


def _small(letters: str) -> str:
    """The letters in lower case, each still one character ("İ" has a lower case of two)."""
    small = letters.lower()
    if len(small) == len(letters):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in letters)
