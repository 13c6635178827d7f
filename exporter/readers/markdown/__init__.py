"""Markdown (CommonMark with tables), with or without YAML front matter."""

from __future__ import annotations

from lxml import etree

from exporter.diagnostics import Diagnostic, Lines, ReadError, diagnose
from exporter.expressions import expression
from exporter.model import Document, SourceText
from exporter.readers.draft import Draft, document
from exporter.readers.html import fragment
from exporter.readers.markdown.front_matter import FrontMatter, split
from exporter.readers.markdown.html import to_html
from exporter.readers.markup import Markup
from exporter.readers.newscopy import recognise
from exporter.readers.raw import RawStory
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import physical_findings, unified
from exporter.readers.xml import children, local

MEDIA_TYPE = "text/markdown"
# Characters beyond which a text is no story: parsing takes seconds from there on.
LONGEST = 1_000_000
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ATX = expression(r"[ >]*(?P<marks>#{1,6})\s")

__all__ = ["LONGEST", "MEDIA_TYPE", "read"]


def read(raw: RawStory) -> Document:
    """The document of a Markdown text; ReadError when it is too long or its front matter broken."""
    text = unified(raw.decoded.text.removeprefix("\ufeff"))
    if len(text) > LONGEST:
        raise ReadError(_too_long(raw.name, len(text)))
    matter, content, above = split(text, raw.name)
    draft = Draft(raw, MEDIA_TYPE, Remarks(raw.name), raw.decoded.encoding)
    draft.remarks.extend(physical_findings(raw.decoded, raw.name))
    FrontMatter(draft, matter).fill()
    root = fragment(to_html(content, above), raw.name, draft.remarks)
    markup = _Lined(draft.remarks)
    _report_marks(root, markup, text.split("\n"), draft.remarks)
    _take_headline(draft, root, markup)
    draft.body += markup.blocks(root)
    recognise(draft)
    return document(draft)


def _too_long(name: str, length: int) -> Diagnostic:
    found, most = f"{length:,} characters", f"{LONGEST:,} characters"
    return diagnose("R041", source=name, format="Markdown", found=found, most=most)


def _take_headline(draft: Draft, root: etree._Element, markup: Markup) -> None:
    """The heading that opens a text is its headline: of the first rank, or the only one of its."""
    first = next(children(root), None)
    if first is None or (root.text or "").strip() or not _is_headline(root, local(first)):
        return
    words = markup.text(first)
    if draft.headline is None and words:
        draft.headline = SourceText(words, markup.lines(first))
        root.remove(first)


def _is_headline(root: etree._Element, name: str) -> bool:
    if name == "h1" or name not in _HEADINGS:
        return name == "h1"
    ranks = [local(each) for each in children(root) if local(each) in _HEADINGS]
    return name == min(ranks) and ranks.count(name) == 1


def _report_marks(root: etree._Element, markup: Markup, lines: list[str], remarks: Remarks) -> None:
    """Reports the number signs of the headings, which their rank says."""
    for name in _HEADINGS:
        for heading in root.iter(name):
            place = markup.lines(heading)
            marks = _ATX.match(lines[place.first - 1]) if place is not None else None
            if place is not None and marks is not None:
                remarks.marker(marks["marks"], "a heading", place.first)


class _Lined(Markup):
    """Markup whose elements say which lines of the Markdown they were made of."""

    def lines(self, element: etree._Element) -> Lines | None:
        """The lines of an element, or of the one that it stands in."""
        for each in (element, *element.iterancestors()):
            value = each.get("data-lines")
            if value:
                first, _, last = value.partition("-")
                return Lines(int(first), int(last))
        return None
