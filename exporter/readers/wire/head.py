"""The head of a story: everything before its lead."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise, takewhile

from exporter.expressions import expression
from exporter.model import Byline, Credit, Dateline, SourceText
from exporter.readers.text.lines import Line, blanked, span
from exporter.readers.wire.advisory import is_advisory, is_open
from exporter.readers.wire.byline import byline
from exporter.readers.wire.credits import credit_line
from exporter.readers.wire.dateline import opening
from exporter.readers.wire.passages import join
from exporter.readers.wire.remarks import Remarks
from exporter.readers.wire.slugline import is_slugline
from exporter.values import Struct, field

# A head is short: a byline or a dateline further down belongs to something else.
_DEEPEST = 16
_LONGEST_HEADLINE = 200
_MOST_SUBHEADS = 2
_HEADLINE_END = expression(r"(?:[:;,]|(?<![.\b][A-Z])(?<!\.)\.[\"”’']?)$")
_COPYRIGHT = expression(r"(?:©|\(c\)|\(C\)|c\.|[Cc]opyright)\s*\d{4}\b.{0,120}")
_END_EQUALS = expression(r"\s+=$")
_LEAST_LEAD = 80


class Head(Struct):
    """What stands before the lead, and the lines that are left for the body."""

    lines: list[Line]
    slugline: SourceText | None = None
    notes: list[SourceText] = field(default_factory=list)
    headline: SourceText | None = None
    subheadline: list[SourceText] = field(default_factory=list)
    byline: Byline | None = None
    dateline: Dateline | None = None
    credits: list[Credit] = field(default_factory=list)
    copyright: SourceText | None = None


def story_start(lines: Sequence[Line]) -> int:
    """The index of the byline or dateline, whichever is first; of the lead when there is none."""
    for index in _deep(lines):
        if opening(lines[index].text) or byline(lines[index]):
            return index
    return next((index for index in _deep(lines) if len(lines[index].text) >= _LEAST_LEAD), 0)


def lead_stop(lines: Sequence[Line]) -> int:
    """The index after the first line of the story's text, which notices may still precede."""
    lead = _lead(lines)
    return story_start(lines) if lead is None else lead + 1


def read_head(lines: Sequence[Line], width: int | None, remarks: Remarks) -> Head:
    """Reads the head; a line that is not surely part of it is left for the body."""
    head = Head(list(lines))
    lead = _lead(lines)
    unknown: list[int] = []
    index = 0
    while index < len(lines) and (lead is None or index < lead):
        used = _known(head, index, remarks)
        if not used and not lines[index].blank:
            if lead is None:
                break
            unknown.append(index)
        index += used or 1
    if lead is None:
        _headline_alone(head, index, width)
    else:
        _headline(head, unknown, width, remarks)
        _dateline(head, lead)
    return head


def _deep(lines: Sequence[Line]) -> list[int]:
    """The indices of the lines that may belong to a head."""
    full = (index for index, line in enumerate(lines) if not line.blank)
    return [index for _, index in zip(range(_DEEPEST), full, strict=False)]


def _lead(lines: Sequence[Line]) -> int | None:
    """The index of the line with the dateline, else of the line below the byline."""
    deep = _deep(lines)
    for index in deep:
        if opening(lines[index].text):
            return index
    for index in deep:
        found = byline(lines[index], _next(lines, index))
        if found is not None:
            return index + found[1]
    return None


def _next(lines: Sequence[Line], index: int) -> Line | None:
    return lines[index + 1] if index + 1 < len(lines) else None


def _known(head: Head, index: int, remarks: Remarks) -> int:
    """Takes what is known for certain from a line on; how many lines it took."""
    line = head.lines[index]
    if line.blank:
        return 0
    text = _without_equals(line, remarks=None)
    if is_advisory(text):
        return _take_note(head, index)
    if head.slugline is None and is_slugline(text):
        head.slugline = SourceText(text, line.lines)
    elif _COPYRIGHT.fullmatch(text) and head.copyright is None:
        head.copyright = SourceText(text, line.lines)
    elif text.startswith(("Source:", "SOURCE:")) and credit_line(text, line.lines):
        head.credits += credit_line(text, line.lines)
    elif head.byline is None:
        return _take_byline(head, index, remarks)
    else:
        return 0
    head.lines[index] = blanked(line)
    return 1


def _take_note(head: Head, index: int) -> int:
    """A note to editors, over as many lines as its bracket stays open."""
    used = [head.lines[index]]
    while is_open(join(used)) and index + len(used) < len(head.lines) and len(used) < 8:
        following = head.lines[index + len(used)]
        if following.blank:
            break
        used.append(following)
    head.notes.append(SourceText(join(used), span(used)))
    _blank(head, index, len(used))
    return len(used)


def _take_byline(head: Head, index: int, remarks: Remarks) -> int:
    found = byline(head.lines[index], _next(head.lines, index))
    if found is None:
        return 0
    head.byline, used = found
    for line in head.lines[index : index + used]:
        _without_equals(line, remarks)
    _blank(head, index, used)
    return used


def _without_equals(line: Line, remarks: Remarks | None) -> str:
    """A line without the `` =`` that dpa and ANPA end one with."""
    text = _END_EQUALS.sub("", line.text) or line.text
    if remarks is not None and text.endswith("="):
        text = text.rstrip("= ") or text
    if remarks is not None and text != line.text:
        remarks.marker("=", "the end of a line of matter", line.number)
    return text


def _blank(head: Head, index: int, count: int) -> None:
    for position in range(index, index + count):
        head.lines[position] = blanked(head.lines[position])


# -- headlines -----------------------------------------------------------------------------------


def _headline(head: Head, unknown: list[int], width: int | None, remarks: Remarks) -> None:
    """Of the lines that no rule knows, the first is the headline and the next are below it."""
    groups = _groups(head.lines, unknown, width)
    while groups and not _has_words(head, groups[0]):
        del groups[0]
    if not groups or not _is_headline(head, groups[0]):
        return
    head.headline = _take_text(head, groups[0], remarks)
    if len(groups) > 1 + _MOST_SUBHEADS:
        return
    for group in groups[1:]:
        head.subheadline.append(_take_text(head, group, remarks))


def _groups(lines: Sequence[Line], unknown: list[int], width: int | None) -> list[list[int]]:
    """Each unknown line by itself, but for a headline that was wrapped like the story."""
    groups = [unknown[:1]] if unknown else []
    for before, index in pairwise(unknown):
        if width and index == before + 1 and _wraps(lines[before], lines[index], width):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _wraps(line: Line, following: Line, width: int) -> bool:
    """Whether a headline that fills most of a line goes on below."""
    word = following.text.partition(" ")[0]
    if line.width * 3 < width * 2:
        return False
    return line.width + 1 + len(word) > width - 6 or following.text[:1].islower()


def _is_headline(head: Head, group: list[int]) -> bool:
    text = _END_EQUALS.sub("", join([head.lines[index] for index in group]))
    if not 3 <= len(text) <= _LONGEST_HEADLINE or _HEADLINE_END.search(text):
        return False
    return _has_words(head, group)


def _has_words(head: Head, group: list[int]) -> bool:
    """Whether lines say something, rather than count or date it."""
    text = join([head.lines[index] for index in group])
    return sum(map(str.isdigit, text)) * 3 < sum(map(str.isalpha, text))


def _take_text(head: Head, group: list[int], remarks: Remarks) -> SourceText:
    used = [head.lines[index] for index in group]
    text = " ".join(_without_equals(line, remarks) for line in used)
    for index in group:
        head.lines[index] = blanked(head.lines[index])
    return SourceText(text, span(used))


def _headline_alone(head: Head, index: int, width: int | None) -> None:
    """A headline over a story without byline and dateline: short, no full stop, prose below."""
    rest = [position for position in _deep(head.lines) if position >= index]
    if len(rest) < 2:
        return
    first = head.lines[rest[0]]
    lead = join(_block(head.lines, rest[1])) if width else head.lines[rest[1]].text
    stands_out = len(first.text) * 4 <= len(lead) * 3 or rest[1] > rest[0] + 1
    prose = len(lead) >= _LEAST_LEAD and (width or lead[-1] in ".!?:\"”»'。")
    if stands_out and prose and _is_headline(head, rest[:1]) and not _is_quoted(first.text):
        head.headline = SourceText(first.text, first.lines)
        head.lines[rest[0]] = blanked(first)


def _block(lines: Sequence[Line], index: int) -> list[Line]:
    """The lines from one on, up to a blank one."""
    return list(takewhile(lambda line: not line.blank, islice(lines, index, None)))


def _is_quoted(text: str) -> bool:
    return text[0] in '"“«-*•–—('


def _dateline(head: Head, lead: int) -> None:
    line = head.lines[lead] if lead < len(head.lines) else None
    found = opening(line.text, line.lines) if line is not None else None
    if line is None or found is None:
        return
    head.dateline = found.dateline
    columns = " " * line.indent + found.lead
    head.lines[lead] = Line(line.number, found.lead, columns, line.width - len(columns))
