"""What a machine format says of a story, gathered field by field, and the document it makes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from exporter.diagnostics import Lines, ReadError, diagnose
from exporter.model import (
    Block,
    Byline,
    Credit,
    Dateline,
    Document,
    Kind,
    Paragraph,
    SourceText,
    Table,
    is_language_tag,
)
from exporter.model.depth import MAX_DEPTH, is_deeper
from exporter.model.prose import tidy_text
from exporter.newsroom import Supplement
from exporter.readers.filename import stem
from exporter.readers.keptback import settle
from exporter.readers.language import language_of
from exporter.readers.raw import RawStory
from exporter.readers.release import Release
from exporter.readers.remarks import Remarks
from exporter.readers.text.characters import printable
from exporter.readers.wire.agencies import is_release_wire
from exporter.readers.wire.title import derived_title
from exporter.values import Struct, field, replace

_LONGEST_SHOWN = 200
# Paragraphs in which a text gives its language away.
_SAMPLE = 8


class Draft(Struct):
    """The fields of a story as a format gives them."""

    raw: RawStory
    media_type: str
    remarks: Remarks
    encoding: str | None = None
    language: str | None = None
    kind: Kind | None = None
    title: str | None = None
    slugline: SourceText | None = None
    urgency: int | None = None
    release: Release = field(default_factory=Release)
    embargo: SourceText | None = None
    ed_note: list[SourceText] = field(default_factory=list)
    unpublishable: list[Lines] = field(default_factory=list)
    kept_back: list[SourceText] = field(default_factory=list)
    headline: SourceText | None = None
    subheadline: list[SourceText] = field(default_factory=list)
    abstract: list[SourceText] = field(default_factory=list)
    byline: Byline | None = None
    dateline: Dateline | None = None
    body: list[Block] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    boilerplate: list[SourceText] = field(default_factory=list)
    end_mark: SourceText | None = None
    copyright: SourceText | None = None
    # Of a story that the exporter wrote; `derived` says then whether its title was.
    supplement: Supplement | None = None
    derived: bool = False
    left_out: dict[str, list[str]] = field(default_factory=dict)

    def leave_out(self, name: str, values: Iterable[str | None]) -> None:
        """Note metadata that the document has no field for."""
        found = [words[:_LONGEST_SHOWN] for value in values if (words := tidy_text(value or ""))]
        if found:
            self.left_out.setdefault(name, []).extend(found)


def text(words: str | None, lines: Lines | None = None) -> SourceText | None:
    """Words as a field of the document, in one line; None for blank ones."""
    tidied = tidy_text(printable(words or ""))
    return SourceText(tidied, lines) if tidied else None


def language(tag: str | None) -> str | None:
    """A language tag in its usual capitals (RFC 5646, 2.1.1); None for a blank one."""
    parts = (tag or "").strip().replace("_", "-").split("-")
    if not is_language_tag("-".join(parts)):
        return tidy_text(tag or "") or None
    sizes = {2: str.upper, 4: str.title}
    return "-".join(
        [parts[0].lower(), *(sizes.get(len(part), str.lower)(part) for part in parts[1:])]
    )


def urgency(value: object) -> int | None:
    """A priority from 1 to 9; None for any other value."""
    found = str(value).strip()
    return int(found) if len(found) == 1 and found in "123456789" else None


def document(draft: Draft) -> Document:
    """The document of a draft; ReadError when it says nothing, or is nested beyond any story."""
    name = draft.raw.name
    settle(draft)
    said = draft.body or draft.headline or draft.abstract or draft.ed_note or draft.supplement
    if not said:
        raise ReadError(*draft.remarks.diagnostics(), diagnose("R048", source=name))
    title, derived = _title(draft)
    _report(draft)
    source = replace(draft.raw.source(draft.media_type), encoding=draft.encoding)
    found = Document(
        source=source,
        title=title,
        title_derived=derived,
        kind=draft.kind or _kind(draft),
        language=draft.raw.language or draft.language or _language(draft),
        slugline=draft.slugline,
        urgency=draft.urgency,
        pub_status=draft.release.status,
        embargo=draft.embargo,
        embargoed_until=draft.release.until,
        ed_note=_texts(draft, draft.ed_note),
        unpublishable=tuple(draft.unpublishable),
        headline=draft.headline,
        subheadline=_texts(draft, draft.subheadline),
        abstract=_texts(draft, draft.abstract),
        byline=draft.byline,
        dateline=draft.dateline,
        body=tuple(draft.body),
        credits=tuple(draft.credits),
        boilerplate=tuple(draft.boilerplate),
        end_mark=draft.end_mark,
        copyright=draft.copyright,
        diagnostics=draft.remarks.diagnostics(),
    )
    if is_deeper(found, MAX_DEPTH + 1):
        raise ReadError(diagnose("R022", source=name, most=MAX_DEPTH))
    return found


def _texts(draft: Draft, parts: Iterable[SourceText]) -> tuple[SourceText, ...]:
    """Each text once, where it first stood: formats within one another repeat themselves."""
    if draft.supplement is not None:
        return tuple(parts)
    found: dict[str, SourceText] = {}
    for part in parts:
        found.setdefault(part.text, part)
    return tuple(found.values())


def _language(draft: Draft) -> str | None:
    """The language of the text, where the format does not say it."""
    if draft.supplement is not None:
        return None
    paragraphs = (block.text for block in draft.body if isinstance(block, Paragraph))
    return language_of("\n".join(islice(paragraphs, _SAMPLE)))


def _title(draft: Draft) -> tuple[str, bool]:
    """The headline, or a clause of the lead, or what else may be printed; never nothing."""
    if draft.title:
        return draft.title, draft.derived if draft.supplement else draft.headline is None
    if draft.headline is not None:
        return draft.headline.text, False
    lead = next((block for block in draft.body if isinstance(block, Paragraph)), None)
    words = lead.text if lead else next((part.text for part in draft.abstract), "")
    if any(map(str.isalpha, words)):
        draft.remarks.add("R018", lead.lines if lead else None)
        return derived_title(words), True
    title = draft.slugline.text if draft.slugline else stem(draft.raw.name)
    draft.remarks.add("R019", None, title=title)
    return title, True


def _kind(draft: Draft) -> Kind:
    if not draft.body and not draft.abstract:
        return Kind.ALERT if draft.headline else Kind.SERVICE_MESSAGE
    agency = (draft.dateline.agency or "").lower() if draft.dateline else ""
    if is_release_wire(agency):
        return Kind.PRESS_RELEASE
    return Kind.TABLE if _is_table(draft.body) else Kind.STORY


def _is_table(body: Sequence[Block]) -> bool:
    rows = sum(len(block.rows) for block in body if isinstance(block, Table))
    paragraphs = [block for block in body if isinstance(block, Paragraph)]
    return rows > len(paragraphs) and not any(len(block.text) > 120 for block in paragraphs)


def _report(draft: Draft) -> None:
    """Name the metadata that are left out."""
    if draft.left_out:
        parts = (f"{name} {', '.join(values)}" for name, values in draft.left_out.items())
        draft.remarks.add("R044", None, fields="; ".join(parts))
