"""What the sender allows, by the notices of a story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from exporter.expressions import expression
from exporter.model import PubStatus, SourceText
from exporter.readers.release import Release
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import Line, blanked, span
from exporter.readers.wire.dateline import opening
from exporter.readers.wire.dates import DAY
from exporter.readers.wire.formula import joined, mentioned, mentions, plain
from exporter.readers.wire.notices import STEMS, Notice, leading_tag, names_end, notice, tag
from exporter.readers.wire.release_time import release_time
from exporter.readers.wire.slugline import is_slugline
from exporter.readers.wire.terminals import is_end_mark, is_separator, is_sign_off
from exporter.readers.wire.vocabulary import WEEKDAYS
from exporter.values import Struct, field

_DATE_LINE = expression(rf"(?:(?:{'|'.join(WEEKDAYS)}),? )?{DAY}\.?", re.IGNORECASE)


class Permission(Struct):
    """What the notices of a story amount to, and the lines left when they are taken out."""

    lines: list[Line]
    release: Release = field(default_factory=Release)
    embargo: SourceText | None = None
    notes: list[SourceText] = field(default_factory=list)


def permission(
    lines: Sequence[Line], words: Sequence[str], head: range, barred: set[int], remarks: Remarks
) -> Permission:
    """Reads the notices; `head` are the indices up to the first line of the story's text.

    `words` are the lines, plain. A notice on a line in `barred` counts, but its words stay where
    they are.
    """
    found = Permission(list(lines))
    edges = {*head, *_edges(lines)}
    stems = mentioned(joined(*words), STEMS)
    for index, line in enumerate(lines):
        if line.blank or not mentions(words[index], stems):
            continue
        sort = notice(words[index], index in edges)
        tagged = _tag(line, words[index]) if sort is None and index in edges else None
        if sort is not None:
            _apply(found, sort, index, barred, remarks)
        elif tagged is not None:
            _count(found, tagged, SourceText(line.text, line.lines), remarks)
    return found


def _edges(lines: Sequence[Line]) -> Iterator[int]:
    """The first line, and the last before sign-offs and end marks: there small letters count."""
    full = [index for index, line in enumerate(lines) if not line.blank]
    yield from full[:1]
    closing = (index for index in reversed(full) if not _is_closing(lines[index].text))
    yield from islice(closing, 1)


def _is_closing(text: str) -> bool:
    return is_sign_off(text) or is_end_mark(text) or is_separator(text)


def _tag(line: Line, words: str) -> Notice | None:
    """The notice on a line that also says something else, which stays where it is."""
    found = opening(line.text)
    return leading_tag(found.lead) if found else tag(words)


def _apply(found: Permission, sort: Notice, index: int, barred: set[int], remarks: Remarks) -> None:
    """Takes a notice's words out of the lines and counts what it says."""
    used = [found.lines[index], *_continuation(found.lines, sort, index)]
    text = SourceText(" ".join(line.text for line in used), span(used))
    _count(found, sort, text, remarks)
    if used[0].number in barred or is_slugline(text.text):
        return
    if sort in (Notice.EMBARGO, Notice.RELEASE) and found.embargo is None:
        found.embargo = text
        remarks.took("embargo", text.lines, "a notice that says when it may be published")
    else:
        found.notes.append(text)
        remarks.took("ed_note", text.lines, f"a notice that makes the story {sort.value}")
    for offset, line in enumerate(used):
        found.lines[index + offset] = blanked(line)


def _count(found: Permission, sort: Notice, text: SourceText, remarks: Remarks) -> None:
    """Lets a notice bear on the story's status, and an embargo's time be known."""
    _tighten(found, sort.value, text, remarks)
    if sort is Notice.EMBARGO:
        _read_time(found, text, remarks)


def _continuation(lines: Sequence[Line], sort: Notice, index: int) -> list[Line]:
    """The date on a line of its own below an embargo or a release line."""
    if sort not in (Notice.EMBARGO, Notice.RELEASE) or index + 1 >= len(lines):
        return []
    following = lines[index + 1]
    return [following] if _DATE_LINE.fullmatch(following.text) else []


def _tighten(found: Permission, status: PubStatus, text: SourceText, remarks: Remarks) -> None:
    before = found.release.status
    found.release.say(status)
    if found.release.status is not before:
        remarks.add("R014", text.lines, status=str(status))


def _read_time(found: Permission, text: SourceText, remarks: Remarks) -> None:
    """The end of an embargo; a bare word names none, and leaves it to other notices."""
    time = release_time(text.text)
    if time is None:
        named = names_end(plain(text.text))
        if named:
            found.release.embargo(None)
        if named or found.release.until is None:
            remarks.add("R016", text.lines)
        return
    found.release.embargo(time.iso)
    if time.assumed:
        remarks.add("R015", text.lines, time=time.iso)
