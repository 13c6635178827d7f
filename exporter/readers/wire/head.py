"""The head of a story: everything before its lead, line by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from exporter.expressions import expression
from exporter.model import Byline, Credit, Dateline, SourceText
from exporter.readers.house import House
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import Line, blanked, span
from exporter.readers.wire.advisory import advisory, is_open
from exporter.readers.wire.byline import Found, byline, name_alone
from exporter.readers.wire.credits import credit_line
from exporter.readers.wire.fields import HEADLINE, SLUGLINE
from exporter.readers.wire.lead import LEAST_LEAD, Lead, ends_sentence, find_lead
from exporter.readers.wire.passages import join
from exporter.readers.wire.rights import is_copyright
from exporter.readers.wire.slugline import slug_form
from exporter.readers.wire.terminals import is_last_mark, is_sign_off
from exporter.values import Struct, field

_END_EQUALS = expression(r"\s+=$")
_LONGEST_NOTE = 8
# Without a lead to stop at, so many lines are looked at for a headline.
_MOST_UNKNOWN = 4


class Head(Struct):
    """What stands before the lead, and the lines that are left for the body; `stop` is the lead.

    `last` is the last line that is not blank.
    """

    lines: list[Line]
    stop: int
    last: int
    slugline: SourceText | None = None
    notes: list[SourceText] = field(default_factory=list)
    headline: SourceText | None = None
    subheadline: list[SourceText] = field(default_factory=list)
    byline: Byline | None = None
    dateline: Dateline | None = None
    credits: list[Credit] = field(default_factory=list)
    copyright: SourceText | None = None
    found_agency: str = ""
    opened: bool = False
    framed: bool = False


def read_head(
    lines: Sequence[Line], framed: bool, house: House, remarks: Remarks
) -> tuple[Head, list[int], Lead | None]:
    """Reads what forms tell; also gives the indices that none knows, for headline and decks.

    `framed` says whether a frame of transmission stood above.
    """
    lead = find_lead(lines, house)
    stop = lead.index if lead is not None else len(lines)
    last = next((index for index in reversed(range(len(lines))) if not lines[index].blank), -1)
    head = Head(list(lines), stop, last, framed=framed)
    if lead is not None and lead.opening is not None:
        head.opened = True
        head.found_agency = (lead.opening.dateline.agency or "").lower()
    unknown: list[int] = []
    index = 0
    while index < head.stop:
        line = head.lines[index]
        if lead is None and _is_last(head, index) and is_last_mark(line.text):
            break
        used = 0 if line.blank else _known(head, index, lead, remarks)
        if not used and not line.blank:
            if lead is None and _is_prose(line):
                break
            unknown.append(index)
            if lead is None and len(unknown) == _MOST_UNKNOWN:
                break
        index += used or 1
    return head, unknown, lead


def _is_prose(line: Line) -> bool:
    return len(line.text) >= LEAST_LEAD and ends_sentence(line.text)


def _known(head: Head, index: int, lead: Lead | None, remarks: Remarks) -> int:
    """Takes what a form tells from a line on; how many lines it took."""
    for recognise in _RECOGNISERS:
        used = recognise(head, index, remarks)
        if used:
            return used
    if lead is not None and lead.byline == index and head.byline is None:
        return _take_name(head, index, remarks)
    return 0


def _take_said(head: Head, index: int, remarks: Remarks) -> int:
    line = head.lines[index]
    if line.said == SLUGLINE and head.slugline is None:
        head.slugline = _text(head, index)
    elif line.said == HEADLINE and head.headline is None:
        head.headline = _text(head, index)
    else:
        return 0
    remarks.took(str(line.said), line.lines, "its header says so")
    return 1


def _take_note(head: Head, index: int, remarks: Remarks) -> int:
    """A note to editors, over as many lines as its bracket stays open or its label is alone."""
    text = without_equals(head.lines[index], None)
    form = advisory(text)
    if form is None:
        return 0
    used = [head.lines[index]]
    for following in head.lines[index + 1 : min(index + _LONGEST_NOTE, head.stop)]:
        if not _note_goes_on(used, following):
            break
        used.append(following)
    words = " ".join(without_equals(line, remarks) for line in used)
    head.notes.append(SourceText(words, span(used)))
    remarks.took("ed_note", span(used), form)
    blank(head, index, len(used))
    return len(used)


def _note_goes_on(used: Sequence[Line], following: Line) -> bool:
    if following.blank:
        return False
    if is_open(join(used)):
        return True
    # A wrapped line breaks within its sentence, and the next one goes on in small letters.
    wrapped = used[-1].width >= 50 and used[-1].text[-1] not in ".!?/)"
    return wrapped and following.text[0].islower() and advisory(following.text) is None


def _take_slugline(head: Head, index: int, remarks: Remarks) -> int:
    line = head.lines[index]
    form = slug_form(without_equals(line, None))
    if form is None:
        return 0
    if head.slugline is None:
        head.slugline = SourceText(without_equals(line, remarks), line.lines)
        remarks.took("slugline", line.lines, form)
    elif _same(head.slugline.text, line.text):
        remarks.add("R013", line.lines, words=line.text)
        remarks.took("the frame", line.lines, "the slugline once more")
    else:
        return 0
    blank(head, index, 1)
    return 1


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _take_copyright(head: Head, index: int, remarks: Remarks) -> int:
    line = head.lines[index]
    if head.copyright is not None or not is_copyright(line.text):
        return 0
    head.copyright = _text(head, index)
    remarks.took("copyright", line.lines, "a notice: © or its likes, and a year")
    return 1


def _take_credit(head: Head, index: int, remarks: Remarks) -> int:
    """Who sends a release, and the initials that the New York Times puts over a story."""
    line = head.lines[index]
    signed = line.text[0] in "(abcdefghijklmnopqrstuvwxyz" and is_sign_off(line.text)
    if not (signed or line.text.startswith(("Source:", "SOURCE:"))):
        return 0
    found = credit_line(line.text, line.lines)
    head.credits += found
    if found:
        remarks.took("credits", line.lines, "initials of a desk" if signed else "says Source:")
        blank(head, index, 1)
    return len(found)


def _take_byline(head: Head, index: int, remarks: Remarks) -> int:
    if head.byline is not None:
        return 0
    below, farther, *_ = (*head.lines[index + 1 : min(index + 3, head.stop)], None, None)
    found = byline(head.lines[index], below, farther)
    if found is None or (_is_last(head, index) and not found.says_by):
        return 0
    return _take_found_byline(head, index, found, remarks)


def _is_last(head: Head, index: int) -> bool:
    """Whether nothing stands below a line; an agency's name there signs what stands above."""
    return 0 < index >= head.last


def _take_name(head: Head, index: int, remarks: Remarks) -> int:
    found = name_alone(head.lines[index])
    return 0 if found is None else _take_found_byline(head, index, found, remarks)


def _take_found_byline(head: Head, index: int, found: Found, remarks: Remarks) -> int:
    head.byline = found.byline
    for line in head.lines[index : index + found.used]:
        without_equals(line, remarks)
    record = remarks.guessed if found.guessed else remarks.took
    record("byline", found.byline.lines, found.why)
    blank(head, index, found.used)
    return found.used


_Recogniser = Callable[[Head, int, Remarks], int]

# In the order in which they are asked: the surer form first.
_RECOGNISERS: tuple[_Recogniser, ...] = (
    _take_said,
    _take_note,
    _take_slugline,
    _take_copyright,
    _take_credit,
    _take_byline,
)


def without_equals(line: Line, remarks: Remarks | None) -> str:
    """A line without the `` =`` that dpa and ANPA end one with; reported to remarks."""
    if line.text.startswith("="):  # AFP puts one on either side
        return line.text
    text = _END_EQUALS.sub("", line.text) or line.text
    if remarks is not None and text.endswith("="):
        text = text.rstrip("= ") or text
    if remarks is not None and text != line.text:
        remarks.marker("=", "the end of a line of matter", line.number)
    return text


def _text(head: Head, index: int) -> SourceText:
    line = head.lines[index]
    blank(head, index, 1)
    return SourceText(line.text, line.lines)


def blank(head: Head, index: int, count: int) -> None:
    """Takes the words of lines out of what is left for the body."""
    for position in range(index, index + count):
        head.lines[position] = blanked(head.lines[position])


def take_dateline(head: Head, lead: Lead, remarks: Remarks) -> None:
    """Parts the dateline from the lead that follows it on its line."""
    found = lead.opening
    if found is None:
        return
    line = head.lines[lead.index]
    head.dateline = found.dateline
    record = remarks.guessed if found.guessed else remarks.took
    record("dateline", line.lines, found.why)
    columns = " " * line.indent + found.lead
    head.lines[lead.index] = Line(line.number, found.lead, columns, line.width - len(columns))


def block(lines: Sequence[Line], index: int) -> list[Line]:
    """The lines from one on, up to a blank one."""
    following = map(lines.__getitem__, range(index, len(lines)))
    return list(takewhile(lambda line: not line.blank, following))
