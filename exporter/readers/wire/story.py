"""Wire copy as a document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from exporter.diagnostics import ReadError, diagnose
from exporter.expressions import expression
from exporter.model import Document, Paragraph, PubStatus
from exporter.readers.explanation import Explanation
from exporter.readers.filename import stem
from exporter.readers.language import language_of
from exporter.readers.raw import RawStory
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import Line, physical_findings, split_lines, unified
from exporter.readers.wire.kinds import kind_of
from exporter.readers.wire.parts import Parts, find_parts
from exporter.readers.wire.title import derived_title

# Lines beyond which an input is no story; a day of an agency's whole output has fewer.
MOST_LINES = 100_000
_WIRES_OWN = "en"
# So many paragraphs tell it.
_SAMPLE = 5
# A lead says something: two letters in a row, which no service mark of a header has alone.
_WORDS = expression(r"[^\W\d_]{2}")


def read(raw: RawStory) -> Document:
    """The document of a story in plain text; ReadError when nothing stands in it."""
    remarks = Remarks(raw.name)
    return _document(raw, find_parts(_lines(raw, remarks), raw.house, remarks), remarks)


def explain(raw: RawStory) -> Sequence[Explanation]:
    """What each line of a story was taken for, and why; ReadError as for `read`."""
    remarks = Remarks(raw.name)
    find_parts(_lines(raw, remarks), raw.house, remarks)
    return remarks.explanations()


def _lines(raw: RawStory, remarks: Remarks) -> Sequence[Line]:
    text = unified(raw.decoded.text)
    count = text.count("\n") + 1
    if count > MOST_LINES:
        most = f"{MOST_LINES:,}"
        raise ReadError(diagnose("R021", source=raw.name, count=f"{count:,}", most=most))
    lines = split_lines(text)
    if all(line.blank for line in lines):
        raise ReadError(diagnose("R001", source=raw.name))
    remarks.extend(physical_findings(raw.decoded, raw.name))
    return lines


def _document(raw: RawStory, parts: Parts, remarks: Remarks) -> Document:
    head, foot = parts.head, parts.foot
    title, derived = _title(raw, parts, remarks)
    return Document(
        source=raw.source("text/plain"),
        title=title,
        title_derived=derived,
        kind=kind_of(parts),
        language=raw.language or _language(parts),
        slugline=head.slugline,
        urgency=parts.urgency,
        pub_status=_status(parts),
        embargo=parts.allowed.embargo,
        embargoed_until=parts.allowed.release.until,
        ed_note=parts.notes,
        unpublishable=parts.barred,
        headline=head.headline,
        subheadline=tuple(head.subheadline),
        byline=head.byline,
        dateline=head.dateline,
        body=parts.body,
        credits=parts.credits,
        boilerplate=parts.boilerplate,
        end_mark=foot.end_mark,
        copyright=foot.copyright,
        diagnostics=remarks.diagnostics(),
    )


def _language(parts: Parts) -> str:
    """The language of the text; the wires' own, English, where a table does not tell."""
    paragraphs = (block.text for block in parts.body if isinstance(block, Paragraph))
    headline = parts.head.headline
    sample = (headline.text if headline else "", *islice(paragraphs, _SAMPLE))
    return language_of("\n".join(sample)) or _WIRES_OWN


def _status(parts: Parts) -> PubStatus:
    """What the notices say; a story of which nothing may be published is withheld."""
    status = parts.allowed.release.status
    if status is PubStatus.USABLE and parts.barred and not (parts.body or parts.head.headline):
        return PubStatus.WITHHELD
    return status


def _title(raw: RawStory, parts: Parts, remarks: Remarks) -> tuple[str, bool]:
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
