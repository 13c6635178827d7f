"""The body of a message as plain text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from exporter.mail.summary import Summary
from exporter.model.capitals import capitals

_MEASURE = 72  # columns; RFC 3676, 4.2: with room for signs of quotation in an answer
_SEPARATOR = "* * *"
_INDENT = "    "


def text_of(summaries: Sequence[Summary]) -> str:
    """The body that says how stories begin and what is attached."""
    stories = ("\n\n".join(_passages(summary)) for summary in summaries)
    return f"\n\n{_SEPARATOR}\n\n".join(stories) + "\n"


def text_of_letter(letter: str, notices: Mapping[str, str]) -> str:
    """The body that the user wrote, below what must be said of the stories.

    `notices` are the house's words, each with its language.
    """
    told = (wrapped(capitals(words, language)) for words, language in notices.items())
    return "\n\n".join((*told, letter.rstrip())) + "\n"


def wrapped(text: str, indent: str = "") -> str:
    """A passage in lines of words; one that is written without spaces stays as it is."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and columns(indent + longer) > _MEASURE:
            lines.append(line)
            line = word
        else:
            line = longer
    return "\n".join(indent + each for each in (*lines, line))


def columns(text: str) -> int:
    """How wide a text is in a type of one width."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _passages(summary: Summary) -> Iterator[str]:
    if summary.notice:
        yield wrapped(capitals(summary.notice, summary.house_language))
    if summary.heading:
        yield "\n".join(map(wrapped, (summary.heading, *summary.decks)))
    else:
        yield from map(wrapped, summary.decks)
    yield from map(wrapped, filter(None, (summary.byline, summary.lead)))
    if summary.notes:
        first, *others = summary.notes
        yield "\n".join(map(wrapped, (f"{summary.note_label}: {first}", *others)))
    if summary.enclosures:
        yield "\n".join(_enclosures(summary))


def _enclosures(summary: Summary) -> Iterator[str]:
    yield "Attached:"
    for enclosure in summary.enclosures:
        yield f"  {enclosure.name}"
        yield f"{_INDENT}{enclosure.facts}"
