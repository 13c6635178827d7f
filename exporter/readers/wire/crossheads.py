"""Crossheads: short headings between paragraphs, in each agency's form."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.expressions import expression
from exporter.readers.remarks import Remarks
from exporter.readers.wire.dateline import opening
from exporter.readers.wire.lists import bullet, is_pair, paired_lines
from exporter.readers.wire.passages import Passage
from exporter.readers.wire.tables import is_row
from exporter.readers.wire.terminals import is_separator
from exporter.values import Value

_DASHED = expression(r"(?P<dash>[-–])(?P<words> ?[\"'“‘«]?[^\W_].*)")
_MARKED_UP = expression(
    r"(?P<mark>#{2,6}\s+(?:\*\*)?|\*\*(?:<u>)?)(?P<words>[^*#\s][^*]*?)(?P<close>(?:</u>)?\*\*|)"
)
_QUOTED = expression(r"[\"“«„](?P<inside>[^\"“”«»„]+)[\"”»“]")
_LONGEST = 100
_CURRENCIES = "$€£¥"
# Lines that may head a table: a race, and its prize and distance below it.
_MOST_TABLE_HEADS = 2
_LONGEST_BETWEEN = 60
_LONGEST_MARKED_UP = 200
_TERMINAL = expression(r"[.!?:;,…][\"”’'»)\]]*$")
_PROSE_END = expression(r"[.!?…][\"”’'»)\]]*$")
_LEAST_PROSE = 60
# So long a text is a paragraph, however it ends.
_CERTAIN_PROSE = 140
_LEAST_SENTENCE = 30
_SHORT_WORD = 3
_TAIL = 8


class Head(Value):
    """The words of a crosshead, and what showed that it is one."""

    words: str
    why: str


def crosshead(passages: Sequence[Passage], index: int, remarks: Remarks) -> Head | None:
    """The crosshead at a passage; None when the passage is no such thing."""
    passage = passages[index]
    text = passage.text
    if len(text) > _LONGEST_MARKED_UP or not _goes_on(passages, index):
        return None
    marked_up = _marked_up(passage, remarks)
    if marked_up is not None:
        return marked_up
    if len(text) > _LONGEST:
        return None
    dashed = _DASHED.fullmatch(text)
    if dashed is not None and len(passage.lines) == 1 and not _TERMINAL.search(text.rstrip("?")):
        words = dashed["words"].lstrip()
        if text[1] != " " or _is_between(passages, index, words):
            remarks.marker(dashed["dash"], "a crosshead", passage.span.first)
            return Head(words, "a dash before a short line (AA)")
    return _plain(passages, index)


def _is_between(passages: Sequence[Passage], index: int, words: str) -> bool:
    """Whether what looks like a lone item of a list stands between two paragraphs."""
    if index == 0 or words[:1].islower() or len(words) > _LONGEST_BETWEEN:
        return False
    return _is_prose(passages[index - 1].text) and _is_prose(passages[index + 1].text)


def _marked_up(passage: Passage, remarks: Remarks) -> Head | None:
    """A heading in Markdown: a line of ``##``, or one that is bold as a whole."""
    match = _MARKED_UP.fullmatch(passage.text) if passage.text[0] in "#*" else None
    if match is None or not (match["close"] or match["mark"].startswith("#")):
        return None
    for mark in filter(None, (match["mark"].strip(), match["close"])):
        remarks.marker(mark, "a crosshead", passage.span.first)
    return Head(match["words"].rstrip(), "a heading in Markdown")


def _plain(passages: Sequence[Passage], index: int) -> Head | None:
    """A short line without a full stop between two pieces of prose; capitals need less around."""
    passage, following = passages[index], passages[index + 1]
    text = passage.text
    if passage.leads and text[:1].isalnum():
        return Head(text, "a short line directly above a paragraph")
    if text.endswith(("...", "…")) and bullet(following.text) and index + 1 < len(passages):
        return Head(text, "a line that leads to a list (AAP)")
    ends = _TERMINAL.search(text[-_TAIL:].rstrip("?") if _asks(text) else text[-_TAIL:])
    if ends or len(passage.lines) > 1:
        return None
    if _QUOTED.fullmatch(text):
        between = index > 0 and _is_prose(passages[index - 1].text) and _is_below(following.text)
        return Head(text, "a quoted line between paragraphs (AA)") if between else None
    if not (text[:1].isalnum() or text[0] in _CURRENCIES) or text[:1].islower():
        return None
    why = _by_following(passages, index) or _by_neighbours(passages, index)
    return None if why is None else Head(text, why)


def _by_following(passages: Sequence[Passage], index: int) -> str | None:
    """What makes a line a heading by what stands below it alone."""
    text, following = passages[index].text, passages[index + 1].text
    if _heads_table(passages, index):
        return "a short line above a table"
    if opening(following) is not None and opening(text) is None:
        return "a short line above an item with a dateline"
    if text.isupper() and (bullet(following) or (index and _is_sentence(following))):
        return "a line in capitals"
    return None


def _by_neighbours(passages: Sequence[Passage], index: int) -> str | None:
    """What makes a line in small letters a heading by what stands around it."""
    text = passages[index].text
    if text.isupper() or index == 0 or not _is_text(passages[index - 1]):
        return None
    if _is_above_text(passages, index):
        return "a short line between paragraphs"
    if _is_title_case(text) and _is_below(passages[index + 1].text):
        return "a line with capitals as a heading has them"
    return None


def _heads_table(passages: Sequence[Passage], index: int) -> bool:
    """Whether rows stand below a line, with at most one further heading between."""
    for below in passages[index + 1 : index + 1 + _MOST_TABLE_HEADS]:
        if is_row(below):
            return not is_row(passages[index])
        if len(below.text) > _LONGEST_BETWEEN or _TERMINAL.search(below.text):
            return False
    return False


def _asks(text: str) -> bool:
    """Whether a line may be a question for a heading: one sentence, no quotation."""
    return text.endswith("?") and text.count("?") == 1 and ". " not in text and '"' not in text


def _is_title_case(text: str) -> bool:
    """Whether all words but the shortest have a capital: The ‘Pihu’ Case: Survival, And Triumph."""
    words = [word for word in text.split() if len(word) > _SHORT_WORD and word[0].isalpha()]
    return len(words) > _SHORT_WORD and all(word[0].isupper() for word in words)


def _is_above_text(passages: Sequence[Passage], index: int) -> bool:
    following = passages[index + 1]
    if _is_prose(following.text) or paired_lines(following):
        return True
    return following.leads and index + 2 < len(passages) and _is_prose(passages[index + 2].text)


def _is_below(text: str) -> bool:
    """Whether a text in small letters is long enough to have a heading."""
    return len(text) >= _LEAST_PROSE and not text.isupper()


def _is_text(passage: Passage) -> bool:
    """Whether a heading may follow: prose, or what rows, items and verses end with."""
    short = is_row(passage) or is_pair(passage) or len(passage.lines) > 1
    return short or _is_prose(passage.text)


def _is_sentence(text: str) -> bool:
    """Whether a text in small letters is a sentence at least."""
    if text.isupper():
        return False
    return len(text) >= _LEAST_PROSE or (
        len(text) >= _LEAST_SENTENCE and _PROSE_END.search(text[-_TAIL:]) is not None
    )


def _is_prose(text: str) -> bool:
    if len(text) < _LEAST_PROSE:
        return False
    return len(text) >= _CERTAIN_PROSE or _PROSE_END.search(text[-_TAIL:]) is not None


def _goes_on(passages: Sequence[Passage], index: int) -> bool:
    """Whether text follows: a crosshead is never the last word."""
    if index + 1 >= len(passages):
        return False
    following = passages[index + 1].text
    return not is_separator(following) and _DASHED.fullmatch(following) is None
