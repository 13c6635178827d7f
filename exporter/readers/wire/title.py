"""A title for a story that has no headline: a whole clause of its lead."""

from __future__ import annotations

import re

from exporter.expressions import expression
from exporter.readers.wire.vocabulary import FINITE_VERBS

LONGEST = 150
_LEAST = 40
ELLIPSIS = "…"

_SENTENCE_END = expression(r"[.!?][\"”’'»)]*(?=\s+[\"“‘'«(]?[^\W_])|[。！？।؟۔]")
_ABBREVIATION = expression(
    r"(?:\b(?:[A-Za-z]\.)*[A-Za-z]"
    r"|\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Rev|Prof|Jr|Sr"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No|Nos|Inc|Co|Corp|Ltd|vs|approx|ca|Nr|Hr|Bd))\.$"
)
# Where a clause ends and what follows only adds to it.
_CLAUSE = expression(
    r",(?=\s+(?:where|which|who|whose|whom|when|while|after|before|as|amid|although|though|because"
    r"|since|until|but|so|yet|despite|following|according|saying|said|leaving|making|with|a move"
    r"|in a|the \w+ said|\w+ said|officials said|police said|adding|including|bringing|ending"
    r"|prompting|raising)\b)|;(?=\s)|\s[–—](?=\s)|\s--(?=\s)",
    re.IGNORECASE,
)
_WORD_END = expression(r"\s+")
_DANGLING = expression(
    r"(?:[\s,;:–—-]|\b(?:Mr|Mrs|Ms|Dr)\.|\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|that|as|its|his|her"
    r"|their|is|was|has|had|who|which))+$",
    re.IGNORECASE,
)
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


def derived_title(lead: str) -> str:
    """The first clause of a text, at most `LONGEST` characters; empty only for an empty text."""
    sentence = first_sentence(" ".join(lead[: LONGEST * 8].split()))
    if len(sentence) <= LONGEST:
        return _closed(sentence) or sentence
    return _whole_clause(sentence) or _cut(sentence)


def _whole_clause(sentence: str) -> str | None:
    """As much of a sentence as fits and can stand alone; its first clause must have the verb."""
    clauses = [sentence[: match.start()] for match in _CLAUSE.finditer(sentence)]
    if not clauses or not any(map(_is_verb, clauses[0].lower().split())):
        return None
    fitting = (clause for clause in clauses if _LEAST <= len(clause) <= LONGEST)
    return max(filter(_is_balanced, fitting), key=len, default=None)


def first_sentence(text: str) -> str:
    """The first sentence with its end mark, or all of the text when none ends before."""
    for match in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[max(0, match.start() - 12) : match.start() + 1]):
            return text[: match.end()]
    return text


def _closed(sentence: str) -> str:
    """A sentence as a heading: without its full stop, with its question mark."""
    return sentence[:-1] if sentence.endswith(".") and not sentence.endswith("..") else sentence


def _is_balanced(clause: str) -> bool:
    """Whether a clause closes every quotation and bracket that it opens."""
    pairs = all(clause.count(start) == clause.count(end) for start, end in _PAIRS)
    return pairs and clause.count('"') % 2 == 0


def _is_verb(word: str) -> bool:
    return word in FINITE_VERBS or (len(word) > 4 and word.endswith("ed"))


def _cut(sentence: str) -> str:
    """As many whole words as fit, none of them left hanging, and an ellipsis."""
    room = sentence[: LONGEST - 1]
    spaces = [match.start() for match in _WORD_END.finditer(room)]
    words = room[: spaces[-1]] if spaces else room
    return (_DANGLING.sub("", words) or words) + ELLIPSIS
