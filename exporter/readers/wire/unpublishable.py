"""Parts of a story that its sender keeps from readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exporter.diagnostics import Lines
from exporter.readers.text.lines import Line
from exporter.readers.wire.envelope import is_transmission
from exporter.readers.wire.terminals import is_end_mark, is_separator, is_sign_off

_NOT = (
    r"(?:not (?:intended |meant |cleared |released )?for"
    r" (?:publication|broadcast|print|use|the public)"
    r"|not to be (?:published|printed|broadcast)|for internal use only"
    r"|(?:for )?editors['’]?(?: eyes| information)? only"
    r"|nicht (?:zur|für die) Veröffentlichung(?: bestimmt| gedacht)?"
    r"|no está destinada a la publicación|no publicar"
    r"|pas destinée?s? à la publication|ne pas publier)"
    r"(?:,? (?:or|and) (?:for )?\w+){0,2}"
)
_TO_EDITORS = r"(?:attn|attention|eds|editors?|note to editors|attn editors|attention editors)"
_LABEL = r"\s*[:–—-]"

# "The following information is not intended for publication": a part begins.
_PART = re.compile(
    rf"\W{{0,12}}(?:{_TO_EDITORS}\b\W{{1,5}})?"
    r"(?:(?:all |the )?following(?: \w+){0,3}? (?:is|are)|what follows is"
    r"|(?:the )?(?:information|section|text|part|notes?) below (?:is|are)"
    r"|die folgenden?(?: \w+){0,2}? (?:ist|sind)|la siguiente(?: \w+)?"
    r"|les informations suivantes sont) "
    rf"{_NOT}",
    re.IGNORECASE,
)
_AFTER_PART = re.compile(r"\W{0,12}")
_HEADING = re.compile(rf"\W{{0,12}}{_NOT}\W{{0,12}}", re.IGNORECASE)

# A line that says it of itself.
_ITSELF = re.compile(
    rf"\W{{0,12}}(?:{_TO_EDITORS}\s*[(:–—-].{{0,80}}?{_NOT}\b|{_NOT}{_LABEL}"
    rf"|.{{0,60}}?\(\s*{_NOT}\s*\)(?:{_LABEL}|\W{{0,3}}$))",
    re.IGNORECASE,
)
# "Not for publication before …" is an embargo, "not for publication in the United States" a
# restriction that readers are meant to see.
_LIMITED = re.compile(rf"{_NOT}\W{{0,3}}(?:before|until|till|prior|in|into|within)\b", re.I)

# A line as long as this is a paragraph of its own.
_WRAPPED = 100

_END = re.compile(
    r"\W{0,12}(?:end(?:s|ing)?(?: of)?(?: the)? (?:note|notes|section|part|not for publication)"
    r"|(?:the )?following (?:is|are|text is) (?:again )?for publication|for publication"
    r"|begin text)\W{0,12}",
    re.IGNORECASE,
)


def unpublishable(lines: Sequence[Line], head: range) -> tuple[Lines, ...]:
    """Spans of the source lines that are not for the reader.

    A part runs to the word that ends it, otherwise to the end of the story, its sign-off and the
    frame of the transmission apart. One that announces what follows and stands in the head ends
    where the story begins; a bare heading there bars all of it.
    """
    barred: set[int] = set()
    for index, line in enumerate(lines):
        if index in barred or line.blank or _LIMITED.search(line.text[:200]):
            continue
        barred.update(_marked(lines, index, head))
    return tuple(_spans(lines, barred))


def _marked(lines: Sequence[Line], index: int, head: range) -> range:
    """The indices that a line bars; an empty range when it bars nothing."""
    text = lines[index].text
    part = _PART.match(text)
    if part is not None and _AFTER_PART.fullmatch(text, part.end()):
        return range(index, _part_end(lines, index, head))
    if _HEADING.fullmatch(text):
        return range(index, _part_end(lines, index, range(0)))
    if part is not None or _ITSELF.match(text):
        return range(index, _paragraph_end(lines, index, head))
    return range(0)


def _part_end(lines: Sequence[Line], index: int, head: range) -> int:
    limit = head.stop if index in head else _story_end(lines)
    above = index in head or all(line.blank for line in lines[:index])
    for position in range(index + 1, limit):
        if _END.fullmatch(lines[position].text):
            return position + 1
        if above and is_separator(lines[position].text):
            return position
    return max(limit, index + 1)


def _story_end(lines: Sequence[Line]) -> int:
    """Where the closing sign-off, end mark and frame begin."""
    end = len(lines)
    while end and _is_closing(lines[end - 1]):
        end -= 1
    return end


def _is_closing(line: Line) -> bool:
    text = line.text
    return line.blank or is_sign_off(text) or is_end_mark(text) or is_transmission(text)


def _paragraph_end(lines: Sequence[Line], index: int, head: range) -> int:
    """The line after a note, which may be hard-wrapped."""
    end = index + 1
    while end < len(lines) and _continues(lines[end - 1], lines[end], index in head):
        end += 1
    return end


def _continues(line: Line, following: Line, in_head: bool) -> bool:
    """Whether a note goes on; above a story the next line is more likely its headline."""
    if following.blank or following.indent > line.indent + 1 or line.width > _WRAPPED:
        return False
    if not following.text[0].isupper() or line.text.endswith(","):
        return True
    word = following.text.partition(" ")[0]
    full = line.width + 1 + len(word) >= max(line.width, following.width)
    return full and not in_head and not line.text.endswith((".", "!", "?", ")"))


def _spans(lines: Sequence[Line], barred: set[int]) -> Iterator[Lines]:
    """Runs of barred lines as spans, blank lines between two of them included."""
    first = last = 0
    for index, line in enumerate(lines):
        if line.blank:
            continue
        if index in barred:
            first, last = first or line.number, line.number
        elif first:
            yield Lines(first, last)
            first = last = 0
    if first:
        yield Lines(first, last)
