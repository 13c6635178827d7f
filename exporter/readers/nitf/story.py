"""NITF 3.x: the News Industry Text Format of the IPTC."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from lxml import etree

from exporter.diagnostics import Lines
from exporter.model import Byline, Credit, SourceText, plain_text
from exporter.model.words import words_of
from exporter.readers.draft import Draft, language, text
from exporter.readers.fields import byline, dateline
from exporter.readers.keptback import keep_back
from exporter.readers.markup import Markup
from exporter.readers.nitf.docdata import Metadata
from exporter.readers.release import is_timestamp
from exporter.readers.supplement import restore
from exporter.readers.wire.credits import credit_line
from exporter.readers.wire.persons import persons
from exporter.readers.xml import (
    XML_LANGUAGE,
    child,
    children,
    descendants,
    local,
    text_of,
)
from exporter.values import replace

# A `note` is for readers unless its type says non-publishable advisory.
_NOT_PUBLISHABLE = "npa"


class NitfStory:
    """One ``nitf`` element on its way into a draft."""

    def __init__(self, draft: Draft, nitf: etree._Element, place: Lines | None = None) -> None:
        self._draft = draft
        self._nitf = nitf
        self._markup = Markup(draft.remarks, place)
        # What the format around it gives; NITF may have several bylines of its own.
        self._given_byline = draft.byline

    def fill(self) -> None:
        """Metadata, head, content, end; what the exporter added when it wrote the file."""
        head, body = child(self._nitf, "head"), child(self._nitf, "body")
        if head is not None:
            Metadata(self._draft, self._markup).fill(head)
        tag = self._nitf.get("baselang") or self._nitf.get(XML_LANGUAGE)
        written = self._draft.supplement
        self._draft.language = self._draft.language or (tag if written else language(tag))
        if body is not None:
            self._keep_back(body)
            self._head(child(body, "body.head"))
            self._end(child(body, "body.end"))
            self._content(body)
        self._title(head)
        if written is not None:
            restore(self._draft, written)

    def _text(self, element: etree._Element | None) -> SourceText | None:
        if element is None:
            return None
        return text(self._markup.text(element), self._markup.lines(element))

    def _title(self, head: etree._Element | None) -> None:
        """The title is the headline where there is none."""
        title = self._text(child(head, "title"))
        if title is None:
            return
        if self._draft.supplement is not None:
            self._draft.title = title.text
            return
        if self._draft.headline is None:
            self._draft.headline = title
        elif title.text != self._draft.headline.text:
            self._draft.leave_out("title", [title.text])

    def _keep_back(self, body: etree._Element) -> None:
        """Puts aside the notes that are not publishable, wherever they stand."""
        for note in list(descendants(body, "note")):
            if note.get("type") == _NOT_PUBLISHABLE:
                keep_back(self._draft, self._texts(note))
                _empty(note)

    # -- the head --------------------------------------------------------------------------------

    def _head(self, head: etree._Element | None) -> None:
        if head is None:
            return
        draft = self._draft
        for each in children(head):
            match local(each):
                case "hedline":
                    self._hedline(each)
                case "byline":
                    self._byline(each)
                case "dateline":
                    self._dateline(each)
                case "abstract":
                    draft.abstract += self._texts(each)
                case "note":
                    draft.ed_note += self._texts(each)
                case "rights":
                    draft.copyright = draft.copyright or self._text(each)
                case "distributor":
                    pass
                case name:
                    words = self._text(each)
                    draft.leave_out(name, [words.text] if words else [])
        self._distributor(child(head, "distributor"))

    def _hedline(self, hedline: etree._Element) -> None:
        first = True
        for each in children(hedline):
            words = self._text(each)
            if words is None:
                continue
            if first and local(each) == "hl1":
                self._headline(words)
                first = False
            else:
                self._draft.subheadline.append(words)
        if len(hedline) == 0:
            self._headline(self._text(hedline))

    def _headline(self, words: SourceText | None) -> None:
        """The headline; where another format around NITF gave one, a second of other words."""
        given = self._draft.headline
        if given is None:
            self._draft.headline = words
        elif words is not None and words.text != given.text:
            self._draft.subheadline.append(words)

    def _byline(self, element: etree._Element) -> None:
        found = byline(self._markup.text(element), self._markup.lines(element))
        if found is None:
            return
        named = tuple(filter(None, map(self._markup.text, descendants(element, "person"))))
        titled = child(element, "byttl") is not None
        if named or titled:
            found = replace(found, names=named or persons(self._without_title(element)))
        if self._given_byline is not None:
            self._draft.leave_out("byline", [found.text])
            return
        before = self._draft.byline
        self._draft.byline = found if before is None else _both(before, found)

    def _without_title(self, element: etree._Element) -> str:
        """The words of a byline before its first title."""
        words = element.text or ""
        for each in takewhile(lambda each: local(each) != "byttl", element):
            words += self._markup.text(each) + (each.tail or "")
        return " ".join(words.split()).removeprefix("By ").removeprefix("by ").rstrip(", ")

    def _dateline(self, element: etree._Element) -> None:
        dates = [each for each in descendants(element, "story.date") if is_timestamp(text_of(each))]
        words = self._markup.inlines(element, without=dates)
        self._draft.leave_out("story date", (text_of(each) for each in dates))
        found = dateline(plain_text(words), self._markup.lines(element), self._draft.raw.house)
        if self._draft.dateline is None:
            self._draft.dateline = found

    def _distributor(self, element: etree._Element | None) -> None:
        """The agency, where the dateline does not name it."""
        words = self._text(element)
        given = self._draft.dateline
        if words is None:
            return
        if given is not None and given.agency is None:
            self._draft.dateline = replace(given, agency=words.text)
        else:
            self._draft.leave_out("distributor", [words.text])

    def _texts(self, element: etree._Element) -> list[SourceText]:
        """The passages of an element, each as one field."""
        return list(_fields(self._markup, element))

    # -- content and end -------------------------------------------------------------------------

    def _content(self, body: etree._Element) -> None:
        """The text, wherever in the body it stands; head and end have been read."""
        for each in children(body, "body.head", "body.end"):
            _empty(each)
        self._draft.body += self._markup.blocks(body)

    def _end(self, end: etree._Element | None) -> None:
        if end is None:
            return
        for each in children(end):
            if local(each) == "tagline":
                self._tagline(each)
            else:
                self._draft.boilerplate += self._texts(each)

    def _tagline(self, tagline: etree._Element) -> None:
        """The credits of a tagline, a line each; whatever it says is one."""
        lines = self._markup.lines(tagline)
        for line in plain_text(self._markup.inlines(tagline)).split("\n"):
            known = () if self._draft.supplement else credit_line(line, lines)
            named = Credit(line, "contribution", persons(line), lines)
            self._draft.credits += known or ([named] if line.strip() else [])


def _fields(markup: Markup, element: etree._Element) -> Iterator[SourceText]:
    for block in markup.blocks(element):
        found = text(words_of(block), block.lines)
        if found is not None:
            yield found


def _empty(element: etree._Element) -> None:
    """Takes all out of an element; the words behind it stay."""
    tail = element.tail
    element.clear()
    element.tail = tail


def _both(first: Byline, second: Byline) -> Byline:
    spans = [each.lines for each in (first, second) if each.lines is not None]
    lines = Lines(min(spans).first, max(each.last for each in spans)) if spans else None
    return Byline(f"{first.text}; {second.text}", first.names + second.names, lines)
