"""The foot of a story: credits, end mark, copyright."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.expressions import expression
from exporter.model import Credit, SourceText
from exporter.readers.text.lines import Line
from exporter.readers.wire.credits import credit_line, trailing_credits
from exporter.readers.wire.passages import Passage
from exporter.readers.wire.remarks import Remarks
from exporter.readers.wire.terminals import is_end_mark, is_separator
from exporter.values import Struct, field, replace

_COPYRIGHT = expression(r"(?:©|\([cC]\)|c\.|[Cc]opyright)\s*(?:©\s*)?\d{4}\b.{0,160}")
_CORRECTION = expression(r"- Corrects .{5,200}")
_DEEPEST = 12


class Foot(Struct):
    """What stands after the text, and the passages that are left for the body."""

    passages: list[Passage]
    credits: list[Credit] = field(default_factory=list)
    notes: list[SourceText] = field(default_factory=list)
    end_mark: SourceText | None = None
    copyright: SourceText | None = None


def read_foot(passages: Sequence[Passage], copyright_: SourceText | None, remarks: Remarks) -> Foot:
    """Reads the foot from its end upwards, until text is met; a copyright line may be known."""
    foot = Foot(list(passages), copyright=copyright_)
    keep: list[Passage] = []
    for _ in range(_DEEPEST):
        if not foot.passages:
            break
        last = foot.passages.pop()
        if is_separator(last.text):
            keep.insert(0, last)
        elif not _take(foot, last, remarks):
            foot.passages.append(last)
            break
    foot.passages += keep
    _take_trailing(foot, remarks)
    _take_starred(foot, remarks)
    return foot


def _take(foot: Foot, passage: Passage, remarks: Remarks) -> bool:
    """Takes a passage that is wholly of the foot."""
    text = passage.text
    found = credit_line(text, passage.span)
    if found:
        foot.credits[:0] = found
        _mark_rest(text, found, passage, remarks)
    elif is_end_mark(text) and foot.end_mark is None:
        foot.end_mark = SourceText(text, passage.span)
    elif _COPYRIGHT.fullmatch(text) and foot.copyright is None:
        foot.copyright = SourceText(text, passage.span)
    elif _CORRECTION.fullmatch(text):
        foot.notes.insert(0, SourceText(text, passage.span))
    else:
        return False
    return True


def _take_starred(foot: Foot, remarks: Remarks) -> None:
    """Takes the credits within the text that Anadolu's asterisk tells from a paragraph."""
    starred = [passage for passage in foot.passages if passage.text.startswith("*")]
    found = [passage for passage in starred if credit_line(passage.text, passage.span)]
    for passage in reversed(found):
        _take(foot, passage, remarks)
    foot.passages = [passage for passage in foot.passages if passage not in found]


def _take_trailing(foot: Foot, remarks: Remarks) -> None:
    """Takes the credits that were run on to the last paragraph."""
    last = next((p for p in reversed(foot.passages) if not is_separator(p.text)), None)
    if last is None or last.broken:
        return
    found = trailing_credits(last.text, last.span)
    if found is None:
        return
    foot.credits[:0] = found.credits
    _mark_rest(last.text[len(found.text) :], found.credits, last, remarks)
    whole = Line(last.span.first, found.text, found.text)
    position = foot.passages.index(last)
    foot.passages[position] = replace(last, lines=(whole, *_ghosts(last)))


def _ghosts(passage: Passage) -> tuple[Line, ...]:
    """Lines without words, so that a shortened passage keeps its span."""
    return tuple(Line(line.number, "") for line in passage.lines[1:])


def _mark_rest(sent: str, credits_: Sequence[Credit], passage: Passage, remarks: Remarks) -> None:
    """Reports the brackets and semicolons that the credits' structure now says."""
    for credit in credits_:
        sent = sent.replace(credit.text, " ", 1)
    for mark in "".join(sent.split()):
        remarks.marker(mark, "closing credits", passage.span.first)
