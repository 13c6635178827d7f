"""What a user looks for, as SQLite's full-text search understands it: no words are its syntax."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

from exporter.expressions import expression
from exporter.values import Value

# A phrase in quotation marks, or what stands between blanks.
_PART = expression(r'["“”„«»](?P<phrase>[^"“”„«»]*)["“”„«»]?|(?P<word>[^\s"“”„«»]+)')
_MOST = 64  # parts that are looked for in one place: more is no question
_COLUMNS = ("agency", "place", "byline")


class Wanted(Value):
    """What stories are looked for: words in them, and what is said of them.

    `since` and `until` are days in ISO 8601, both included; `flag` is what the stories are now.
    """

    words: str = ""
    agency: str | None = None
    place: str | None = None
    byline: str | None = None
    since: str | None = None
    until: str | None = None
    flag: str | None = None


def match(wanted: Wanted) -> str:
    """The expression of FTS5 (SQLite, "Full-text Query Syntax"); blank where all stories match."""
    parts = [*islice(_terms(wanted.words), _MOST)]
    for column in _COLUMNS:
        said = islice(_terms(getattr(wanted, column) or ""), _MOST)
        parts += [f"{column} : {term}" for term in said]
    return " AND ".join(parts)


def is_unanswerable(wanted: Wanted) -> bool:
    """Whether something is wanted in which there is nothing that an index has."""
    asked = (wanted.words, *(getattr(wanted, column) or "" for column in _COLUMNS))
    return any(words.strip() and not any(_terms(words)) for words in asked)


def _terms(words: str) -> Iterator[str]:
    """Each part as a string of FTS5, where a quotation mark is doubled and nothing else means."""
    for part in _PART.finditer(words):
        text = part["phrase"] if part["word"] is None else part["word"]
        prefix = "*" if text.endswith("*") else ""
        text = "".join(each for each in text.rstrip("*") if each.isprintable())
        if _is_said(text):
            yield '"' + text.replace('"', '""') + '"' + prefix


def _is_said(text: Iterable[str]) -> bool:
    """Whether there is a character that the index has: a letter, a number, or a private one."""
    return any(unicodedata.category(each)[0] in "LN" for each in text)
