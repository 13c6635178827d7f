"""Wire copy as a document: the order in which its parts are found."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.diagnostics import Lines, ReadError, diagnose
from exporter.expressions import expression
from exporter.model import (
    Block,
    Document,
    Kind,
    Paragraph,
    PubStatus,
    SourceText,
    Table,
)
from exporter.readers.filename import stem
from exporter.readers.language import language_of
from exporter.readers.raw import RawStory
from exporter.readers.text.lines import Line, blanked, physical_findings, split_lines, unified
from exporter.readers.wire.advisory import is_notebook
from exporter.readers.wire.body import blocks
from exporter.readers.wire.envelope import Unframed, unframe
from exporter.readers.wire.foot import Foot, read_foot
from exporter.readers.wire.formula import plain
from exporter.readers.wire.head import Head, lead_stop, read_head, story_start
from exporter.readers.wire.passages import passages, wrapping
from exporter.readers.wire.publication import Permission, permission
from exporter.readers.wire.remarks import Remarks
from exporter.readers.wire.terminals import is_end_mark, is_separator, is_sign_off
from exporter.readers.wire.title import derived_title
from exporter.readers.wire.unpublishable import unpublishable
from exporter.readers.wire.vocabulary import RELEASE_WIRES
from exporter.values import Value

# Lines beyond which an input is no story; a day of an agency's whole output has fewer.
MOST_LINES = 100_000
_LONGEST_ALERT = 200
_WIRES_OWN = "en"
# A lead says something: two letters in a row, which no service mark of a header has alone.
_WORDS = expression(r"[^\W\d_]{2}")


class _Parts(Value):
    """Everything found in one story, before it is a document."""

    frame: Unframed
    barred: tuple[Lines, ...]
    allowed: Permission
    head: Head
    foot: Foot
    notes: tuple[SourceText, ...]
    body: tuple[Block, ...]


def read(raw: RawStory) -> Document:
    """The document of a story in plain text; ReadError when nothing stands in it."""
    text = unified(raw.decoded.text)
    count = text.count("\n") + 1
    if count > MOST_LINES:
        most = f"{MOST_LINES:,}"
        raise ReadError(diagnose("R021", source=raw.name, count=f"{count:,}", most=most))
    lines = split_lines(text)
    if all(line.blank for line in lines):
        raise ReadError(diagnose("R001", source=raw.name))
    remarks = Remarks(raw.name)
    remarks.extend(physical_findings(raw.decoded, raw.name))
    return _document(raw, _parts(lines, remarks), remarks)


def _parts(lines: Sequence[Line], remarks: Remarks) -> _Parts:
    frame = unframe(lines, remarks)
    before = range(story_start(frame.lines))
    words = [plain(line.text) for line in frame.lines]
    barred = unpublishable(frame.lines, words, before)
    numbers = _numbers(barred)
    until_lead = range(lead_stop(frame.lines))
    allowed = permission(frame.lines, words, until_lead, numbers, remarks)
    open_lines, kept_back = _set_aside(allowed.lines, numbers)
    open_lines, notebook = _notebook(open_lines, remarks)
    _report_barred(barred, remarks)
    how = wrapping(open_lines[before.stop :])
    head = read_head(open_lines, how.width, remarks)
    foot = read_foot(list(passages(head.lines, how)), head.copyright, remarks)
    notes = sorted(
        [*allowed.notes, *head.notes, *foot.notes, *notebook, *kept_back],
        key=lambda note: note.lines or Lines(0, 0),
    )
    return _Parts(frame, barred, allowed, head, foot, tuple(notes), blocks(foot.passages, remarks))


def _numbers(spans: Sequence[Lines]) -> set[int]:
    return {number for span in spans for number in range(span.first, span.last + 1)}


def _set_aside(lines: Sequence[Line], numbers: set[int]) -> tuple[list[Line], list[SourceText]]:
    """The lines without those that are not for publication, and these as notes."""
    kept_back = [
        SourceText(line.text, line.lines)
        for line in lines
        if line.number in numbers and not line.blank
    ]
    return [blanked(line) if line.number in numbers else line for line in lines], kept_back


def _notebook(lines: Sequence[Line], remarks: Remarks) -> tuple[list[Line], list[SourceText]]:
    """The notes that dpa puts below a story are for editors, also where they are no secret."""
    start = next((i for i, line in enumerate(lines) if is_notebook(line.text)), len(lines))
    end = next((i for i in range(start, len(lines)) if _is_past(lines[i])), len(lines))
    notes = []
    for line in lines[start:end]:
        if is_separator(line.text):
            remarks.marker(line.text, "a break between notes", line.number)
        elif not line.blank:
            notes.append(SourceText(line.text, line.lines))
    kept = [*lines[:start], *map(blanked, lines[start:end]), *lines[end:]]
    return kept, notes


def _is_past(line: Line) -> bool:
    return is_sign_off(line.text) or is_end_mark(line.text)


def _report_barred(barred: Sequence[Lines], remarks: Remarks) -> None:
    for span in barred:
        remarks.add("R017", span, first=span.first, last=span.last)


# -- the document --------------------------------------------------------------------------------


def _document(raw: RawStory, parts: _Parts, remarks: Remarks) -> Document:
    head, foot = parts.head, parts.foot
    title, derived = _title(raw, parts, remarks)
    return Document(
        source=raw.source("text/plain"),
        title=title,
        title_derived=derived,
        kind=_kind(parts),
        language=raw.language or _language(parts),
        slugline=head.slugline,
        urgency=parts.frame.urgency,
        pub_status=_status(parts),
        embargo=parts.allowed.embargo,
        embargoed_until=parts.allowed.embargoed_until,
        ed_note=parts.notes,
        unpublishable=parts.barred,
        headline=head.headline,
        subheadline=tuple(head.subheadline),
        byline=head.byline,
        dateline=head.dateline,
        body=parts.body,
        credits=(*head.credits, *foot.credits),
        end_mark=foot.end_mark,
        copyright=foot.copyright,
        diagnostics=remarks.diagnostics(),
    )


def _language(parts: _Parts) -> str:
    """The language of the text; the wires' own, English, where a table does not tell."""
    paragraphs = (block.text for block in parts.body if isinstance(block, Paragraph))
    headline = parts.head.headline
    return language_of("\n".join((headline.text if headline else "", *paragraphs))) or _WIRES_OWN


def _status(parts: _Parts) -> PubStatus:
    """What the notices say; a story of which nothing may be published is withheld."""
    status = parts.allowed.status
    if status is PubStatus.USABLE and parts.barred and not (parts.body or parts.head.headline):
        return PubStatus.WITHHELD
    return status


def _title(raw: RawStory, parts: _Parts, remarks: Remarks) -> tuple[str, bool]:
    """The headline, or a clause of the lead, or what else may be printed; never nothing."""
    if parts.head.headline is not None:
        return parts.head.headline.text, False
    paragraphs = [block for block in parts.body if isinstance(block, Paragraph)]
    lead = next((block for block in paragraphs if _WORDS.search(block.text)), None)
    if lead is not None:
        remarks.add("R018", lead.lines)
        return derived_title(lead.text), True
    others = [parts.head.slugline.text] if parts.head.slugline else []
    title = next((text for text in others if text.strip()), stem(raw.name))
    remarks.add("R019", None, title=title)
    return title, True


def _kind(parts: _Parts) -> Kind:
    head, allowed = parts.head, parts.allowed
    if not parts.body:
        return Kind.ALERT if head.headline else Kind.SERVICE_MESSAGE
    if _is_release(parts):
        return Kind.PRESS_RELEASE
    if any(isinstance(block, Table) for block in parts.body) and not _has_prose(parts.body):
        return Kind.TABLE
    bare = head.byline is None and head.dateline is None and head.headline is None
    only = parts.body[0]
    if bare and len(parts.body) == 1 and isinstance(only, Paragraph) and not allowed.notes:
        return Kind.ALERT if len(only.text) <= _LONGEST_ALERT else Kind.STORY
    return Kind.STORY


def _is_release(parts: _Parts) -> bool:
    dateline, embargo, slug = parts.head.dateline, parts.allowed.embargo, parts.head.slugline
    agency = (dateline.agency or "").lower() if dateline else ""
    immediate = embargo is not None and "release" in embargo.text.lower()
    numbered = slug is not None and slug.text.startswith("MEDIA RELEASE")
    hashes = parts.foot.end_mark is not None and "#" in parts.foot.end_mark.text
    return immediate or numbered or hashes or any(wire in agency for wire in RELEASE_WIRES)


def _has_prose(body: Sequence[Block]) -> bool:
    return any(isinstance(block, Paragraph) and len(block.text) > 120 for block in body)
