"""The foot of a story: credits, pick-ups, end mark, copyright."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from exporter.diagnostics import Lines
from exporter.expressions import expression
from exporter.model import Credit, SourceText
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import Line
from exporter.readers.wire.advisory import is_pick_up, is_picture_line, trailing_pick_up
from exporter.readers.wire.credits import credit_line, mark_rest, trailing_credits
from exporter.readers.wire.passages import Passage
from exporter.readers.wire.rights import is_copyright
from exporter.readers.wire.terminals import (
    is_last_mark,
    is_last_sign_off,
    is_separator,
    trailing_end_mark,
)
from exporter.values import Struct, field, replace

_CORRECTION = expression(r"- Corrects .{5,200}")
_ADDRESSED = expression(
    r"\(?(?:(?:Note|NOTE) (?:to|TO) (?:[Ee]ds|[Ee]ditors|EDITORS)"
    r"|(?:Attn|ATTN|Attention|ATTENTION)[ :]+(?:[Ee]ds|[Ee]ditors|EDITORS)|Eds|EDS)"
    r"\s*[:–—-]\s*\S.{1,300}"
)
_DEEPEST = 12


class Foot(Struct):
    """What stands after the text, and the passages that are left for the body."""

    passages: list[Passage]
    credits: list[Credit] = field(default_factory=list)
    notes: list[SourceText] = field(default_factory=list)
    end_mark: SourceText | None = None
    copyright: SourceText | None = None
    below: list[Passage] = field(default_factory=list)


def read_foot(
    passages: Sequence[Passage],
    copyright_: SourceText | None,
    end_mark: SourceText | None,
    remarks: Remarks,
) -> Foot:
    """Reads the foot from its end upwards, until text is met; some of it may be known."""
    foot = Foot(list(passages), copyright=copyright_, end_mark=end_mark)
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
    while _take_trailing(foot, remarks):
        pass
    _take_starred(foot, remarks)
    return foot


def _take(foot: Foot, passage: Passage, remarks: Remarks) -> bool:
    """Takes a passage that is wholly of the foot."""
    for recognise in _RECOGNISERS:
        taken = recognise(foot, passage, remarks)
        if taken is not None:
            remarks.took(*taken)
            return True
    return False


_Taken = tuple[str, Lines, str]


def _credit(foot: Foot, passage: Passage, remarks: Remarks) -> _Taken | None:
    found = credit_line(passage.text, passage.span)
    if not found:
        return None
    foot.credits[:0] = found
    mark_rest(passage.text, found, remarks)
    return "credits", passage.span, f"the form of a credit: {found[0].role}"


def _end_mark(foot: Foot, passage: Passage, remarks: Remarks) -> _Taken | None:
    text = passage.text
    if foot.end_mark is not None or not is_last_mark(text):
        return None
    if text.startswith("\\"):
        remarks.marker("\\", "an end mark in Markdown", passage.span.first)
    foot.end_mark = SourceText(text.removeprefix("\\"), passage.span)
    return "end_mark", passage.span, "a word that ends a take or a transmission"


def _copyright(foot: Foot, passage: Passage, _remarks: Remarks) -> _Taken | None:
    if foot.copyright is not None or not is_copyright(passage.text):
        return None
    foot.copyright = SourceText(passage.text, passage.span)
    return "copyright", passage.span, "a notice: © or its likes, and a year"


def _note(foot: Foot, passage: Passage, _remarks: Remarks) -> _Taken | None:
    corrects = _CORRECTION.fullmatch(passage.text)
    pictures = is_picture_line(passage.text)
    addressed = _ADDRESSED.fullmatch(passage.text)
    if not (corrects or pictures or addressed or is_pick_up(passage.text)):
        return None
    foot.notes.insert(0, SourceText(passage.text, passage.span))
    why = "says what it corrects" if corrects else "says where the earlier take goes on (AP)"
    why = "says which pictures go with it" if pictures else why
    why = "addressed to editors" if addressed else why
    return "ed_note", passage.span, why


def _signature(foot: Foot, passage: Passage, remarks: Remarks) -> _Taken | None:
    """An end mark and the initials behind it: ``(Schluss) abc/def``; or the initials alone."""
    mark, _, rest = passage.text.partition(" ")
    if is_last_sign_off(passage.text):
        mark, rest = "", passage.text
    elif foot.end_mark is not None or not (is_last_mark(mark) and is_last_sign_off(rest)):
        return None
    else:
        foot.end_mark = SourceText(mark, passage.span)
        remarks.took("end_mark", passage.span, "a word that ends a take or a transmission")
    foot.credits.insert(0, Credit(rest, "signoff", (), passage.span))
    return "credits", passage.span, "the form of a credit: signoff"


_RECOGNISERS: tuple[Callable[[Foot, Passage, Remarks], _Taken | None], ...] = (
    _credit,
    _end_mark,
    _signature,
    _copyright,
    _note,
)


def _take_starred(foot: Foot, remarks: Remarks) -> None:
    """Takes the credits within the text that Anadolu's asterisk tells from a paragraph."""
    starred = [passage for passage in foot.passages if passage.text.startswith("*")]
    found = [passage for passage in starred if credit_line(passage.text, passage.span)]
    for passage in reversed(found):
        _take(foot, passage, remarks)
    taken = set(map(id, found))
    foot.passages = [passage for passage in foot.passages if id(passage) not in taken]


def _take_trailing(foot: Foot, remarks: Remarks) -> bool:
    """Takes the credits or the pick-up that were run on to the last paragraph."""
    last = next((p for p in reversed(foot.passages) if not is_separator(p.text)), None)
    if last is None or last.broken:
        return False
    text = last.text
    mark = trailing_end_mark(text)
    if mark is not None and (foot.end_mark is None or _same(foot.end_mark.text, mark)):
        _take_trailing_mark(foot, last, mark, remarks)
        return True
    pick_up = trailing_pick_up(text)
    if pick_up is not None:
        foot.notes.insert(0, SourceText(pick_up, last.span))
        _shorten(foot, last, text.removesuffix(pick_up).rstrip())
        remarks.took("ed_note", last.span, "run on: says where the earlier take goes on (AP)")
        return True
    found = trailing_credits(text, last.span)
    if found is None:
        return False
    foot.credits[:0] = found.credits
    mark_rest(text[len(found.text) :], found.credits, remarks)
    _shorten(foot, last, found.text)
    remarks.took("credits", last.span, "run on to the last paragraph")
    return True


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _take_trailing_mark(foot: Foot, passage: Passage, mark: str, remarks: Remarks) -> None:
    """Takes an end mark off the last paragraph; one that follows again on its own line is it."""
    _shorten(foot, passage, passage.text.removesuffix(mark).rstrip())
    remarks.took("end_mark", passage.span, "run on: a word that ends a take")
    if foot.end_mark is None:
        foot.end_mark = SourceText(mark, passage.span)
    else:
        remarks.marker(mark, "the end mark that follows it", passage.span.first)


def _shorten(foot: Foot, passage: Passage, text: str) -> None:
    """Puts less of a passage in its place; it keeps its lines."""
    whole = Line(passage.span.first, text, text)
    ghosts = tuple(Line(line.number, "") for line in passage.lines[1:])
    position = next(n for n in reversed(range(len(foot.passages))) if foot.passages[n] is passage)
    foot.passages[position] = replace(passage, lines=(whole, *ghosts))
