"""Parts of a story that its sender keeps from readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exporter.diagnostics import Lines
from exporter.expressions import expression
from exporter.readers.text.lines import Line
from exporter.readers.wire.envelope import is_transmission
from exporter.readers.wire.formula import (
    clauses,
    consists_of,
    joined,
    mentioned,
    mentions,
    plain,
    vocabulary,
)
from exporter.readers.wire.terminals import is_end_mark, is_separator, is_sign_off

_USE = r"(?:publication|broadcast|print|use|release|the public)"
_USED = r"(?:published|printed|broadcast|released|made public)"
_NOT = (
    rf"(?:(?:not|\w+n['’]t)(?:[ -](?:intended|meant|cleared|released|approved))?[ -]for[ -]"
    rf"(?:attribution or )?{_USE}"
    rf"|(?:not|n['’]t)(?: intended| meant)? to be {_USED}"
    rf"|(?:must|may|should|can) ?not be {_USED}|not publishable"
    r"|(?:for )?internal (?:use )?only"
    r"|(?:for )?(?:the information of )?editors['’]?(?: eyes| information| use)? only"
    r"|nicht (?:zur|für die) Veröffentlichung(?: bestimmt| gedacht)?"
    r"|no está destinada a la publicación|no publicar"
    r"|pas destinée?s? à la publication|ne pas publier)"
    r"(?:,? (?:or|and) (?:for )?\w+){0,2}"
)
_TO_EDITORS = r"(?:attn|attention|eds|editors?|note to editors|attn editors|attention editors)"
_LABEL = r"\s*[:–—-]"

# "The following information is not intended for publication": a part begins.
_PART = expression(
    rf"\W{{0,12}}(?:{_TO_EDITORS}\b\W{{1,5}})?"
    r"(?:(?:all |the )?following(?: \w+){0,3}? (?:is|are)|what follows is"
    r"|(?:the )?(?:information|section|text|part|notes?) below (?:is|are)"
    r"|die folgenden?(?: \w+){0,2}? (?:ist|sind)|la siguiente(?: \w+)?"
    r"|les informations suivantes sont) "
    rf"{_NOT}",
    re.IGNORECASE,
)
_AFTER_PART = expression(r"\W{0,12}")
_HEADING = expression(rf"\W{{0,12}}{_NOT}\W{{0,12}}", re.IGNORECASE)

# A line that says it of itself.
_ITSELF = expression(
    rf"\W{{0,12}}(?:{_TO_EDITORS}\s*[(:–—-].{{0,80}}?{_NOT}\b|{_NOT}{_LABEL}"
    rf"|.{{0,60}}?\(\s*{_NOT}\s*\)(?:{_LABEL}|\W{{0,3}}$))",
    re.IGNORECASE,
)
# "Not for publication before …" is an embargo, "not for publication in the United States" a
# restriction that readers are meant to see.
_LIMITED = expression(
    rf"{_NOT}\W{{0,3}}(?:before|until|till|prior|in|into|within)\b"
    r"|not for (?:release|publication),? (?:publication|release|or)\b.{0,30}distribution",
    re.IGNORECASE,
)

# What announces such a part says so, and little else.
_ONLY_HERE = (
    r"off the record|do not (?:publish|print|broadcast|use)(?= (?:the following|below))"
    r"|for (?:your |editors['’]? )?(?:information|guidance|background)(?: only)?"
)
_ANNOUNCED = vocabulary(_NOT, _ONLY_HERE)
# Whatever `_ANNOUNCED` finds has a stem of each of one of these pairs: looking for them first
# spares the pattern most lines of most stories.
_Pairs = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
_STEMS: _Pairs = (
    (("not", "n't", "n’t", "no ", "pas "), ("publi", "broadcast", "print", "releas", "use")),
    (("nicht",), ("ffentlich",)),
    (("only",), ("internal", "editors")),
    (("for ",), ("information", "guidance", "background")),
    (("off the record",), ("record",)),
)
_PART_WORDS = (
    r"follow(?:ing|s)|below|rest|remainder|remaining|information|details?|section|text|parts?"
    r"|half|notes?|material|contacts?|numbers?|names?|address(?:es)?|notebook|background"
    r"|folgenden?|diese|informationen"
)
_ANNOUNCING = vocabulary(
    _NOT,
    _ONLY_HERE,
    _PART_WORDS,
    r"above|preceding|the|this|these|all|what|phone|telephone|data|dpa|attn|attention|eds"
    r"|editors?(?:['’]s)?|editorial|to|please|be|aware|that|is|are|also|only|strictly"
    r"|confidential|private|restricted|internal|and|or|of|in|for|from here on|here|line"
    r"|intended|meant|publication|broadcast|print|ist|sind|die",
)
_POINTS = vocabulary(
    r"follow(?:ing|s)|below|rest|remainder|folgenden?|this (?:part|section|information)"
)
_UPWARD = vocabulary(r"above|preceding")
_NAMES_A_PART = vocabulary(_PART_WORDS)
_QUOTE = expression('["“”„«»]')

# The words between stops or brackets, before or behind what they are about.
_SET_OFF = expression(
    rf"(?:^|[:;,.|]\s|\s[-–—]{{1,2}}\s|(?P<bracket>[(\[]))\W*(?:strictly )?(?P<words>{_NOT})"
    r"\s*(?:$|[)\]:;,.!|]|\s?[-–—])",
    re.IGNORECASE,
)
_PROSE = expression(r"\b(?:was|were|is|are|had|has|said|says|he|she|they|it)\b.*[.!?]$")
_GAP = expression(r"\t+| {3,}")

# A line as long as this is a paragraph of its own.
_WRAPPED = 100

_END = expression(
    r"\W{0,12}(?:end(?:s|ing)?(?: of)?(?: the)? (?:note|notes|section|part|not for publication)"
    r"|(?:the )?following (?:is|are|text is) (?:again )?for publication|for publication"
    r"|begin text)\W{0,12}",
    re.IGNORECASE,
)


def unpublishable(lines: Sequence[Line], words: Sequence[str], head: range) -> tuple[Lines, ...]:
    """Spans of the source lines that are not for the reader; `words` are those lines, plain.

    A part runs to the word that ends it, otherwise to the end of the story, its sign-off and the
    frame of the transmission apart. One that announces what follows and stands in the head ends
    where the story begins; a bare heading there bars all of it.
    """
    barred: set[int] = set()
    likely = _likely_stems(joined(*words))
    for index in _likely_lines(words, likely):
        if lines[index].blank or index in barred:
            continue
        if _mentions_both(joined(*words[index : index + 2]), likely):
            barred.update(_marked(lines, words, index, head))
    return tuple(_spans(lines, barred))


def _likely_lines(words: Sequence[str], pairs: _Pairs) -> Iterator[int]:
    """The lines that mention, or stand above one that mentions, the second stem of a pair.

    Where a dash may part a stem, a line counts as one that does.
    """
    stems = tuple(dict.fromkeys(stem for _, second in pairs for stem in second))
    before = -1
    for index, text in enumerate(words if stems else ()):
        if mentions(text, stems) or "- " in text or text[-1:] == "-":
            if before < index - 1:
                yield index - 1
            yield index
            before = index


def _likely_stems(text: str) -> _Pairs:
    """Of the pairs of stems what a story mentions of them: most mention few."""
    pairs = [(first, mentioned(text, second)) for first, second in _STEMS]
    return tuple([pair for pair in pairs if pair[1] and mentions(text, pair[0])])


def _mentions_both(text: str, pairs: _Pairs) -> bool:
    for first, second in pairs:  # noqa: SIM110 - a loop costs half of what `any` does
        if mentions(text, second) and mentions(text, first):
            return True
    return False


# “The following is not for publication,” the editor wrote in 1952: a sentence that quotes it.
_ATTRIBUTED = expression(
    rf"[\"“«„]?[^:()]{{0,40}}?{_NOT}[,.]?[\"”»“]?,?\s+(?:[^\W\d_][\w.’'-]*\s+){{0,6}}?"
    r"(?:said|says|wrote|writes|read|reads|told|added|warned|insisted|joked|recalled)\b[^:]*$",
    re.IGNORECASE,
)


def _marked(lines: Sequence[Line], words: Sequence[str], index: int, head: range) -> range:
    """The indices that a line bars; an empty range when it bars nothing."""
    text = words[index]
    if not _is_announced(text):
        wrapped = _is_wrapped_announcement(words, index)
        return range(index, _part_end(lines, index, head)) if wrapped else range(0)
    if _LIMITED.search(text) or _ATTRIBUTED.match(text):
        return range(0)
    part = _PART.match(text)
    if part is not None and _AFTER_PART.fullmatch(text, part.end()):
        return range(index, _part_end(lines, index, head))
    if _HEADING.fullmatch(text):
        return range(index, _part_end(lines, index, range(0)))
    announced = _announced(lines, text, index, head)
    if announced:
        return announced
    if part is not None or _ITSELF.match(text) or _is_set_off(text, lines[index]):
        return range(index, _paragraph_end(lines, index, head))
    return range(0)


def _announced(lines: Sequence[Line], text: str, index: int, head: range) -> range:
    """What a line bars that says of other lines that they are kept back."""
    whole = _announces(text)
    pointing = any(_announces(part) and _POINTS.search(part) for part in clauses(text))
    if not whole and not pointing:
        return range(0)
    if _UPWARD.search(text):
        return range(_part_start(lines, index), index + 1)
    named = bool(_NAMES_A_PART.search(text))
    return range(index, _part_end(lines, index, head if named else range(0)))


def _announces(text: str) -> bool:
    known = _is_announced(text) and not _QUOTE.search(text)
    return known and consists_of(text, _ANNOUNCING)


def _is_announced(text: str) -> bool:
    return _mentions_both(text, _STEMS) and _ANNOUNCED.search(text) is not None


def _is_wrapped_announcement(words: Sequence[str], index: int) -> bool:
    """Whether a line begins an announcement that only the next line ends."""
    if index + 1 >= len(words):
        return False
    text = joined(words[index], words[index + 1])
    if _ATTRIBUTED.match(text) or not _announces(text) or _is_announced(words[index + 1]):
        return False
    return not _LIMITED.search(text)


def _is_set_off(text: str, line: Line) -> bool:
    """Whether a line says it between stops, brackets or columns; a sentence may, in passing."""
    if _GAP.search(line.columns):
        text = plain(_GAP.sub(" | ", line.columns.strip()))
    match = _SET_OFF.search(text)
    if match is None:
        return False
    certain = match["bracket"] or match.start() == 0 or match["words"].isupper()
    return bool(certain) or _PROSE.search(text) is None


def _part_start(lines: Sequence[Line], index: int) -> int:
    """Where the part begins that a line below it keeps back."""
    for position in range(index - 1, -1, -1):
        text = lines[position].text
        if is_separator(text) or text.startswith("#"):
            return position
    return 0


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
