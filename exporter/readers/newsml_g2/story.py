"""The fields and the content of a news item on their way into a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from exporter.diagnostics import ReadError, diagnose
from exporter.model import Figure, SourceText
from exporter.readers import nitf, plaincopy
from exporter.readers.draft import Draft, language, text, urgency
from exporter.readers.fields import byline, dateline
from exporter.readers.markup import Markup
from exporter.readers.newscopy import recognise
from exporter.readers.newsml_g2.items import HINT, code, language_of
from exporter.readers.release import is_timestamp
from exporter.readers.wire.persons import persons
from exporter.readers.xml import child, children, descendants, local, text_of
from exporter.values import replace

_MARKUP = frozenset({"html", "body", "div", "section", "article", "p", "nitf"})
# Roles of a description that sums the story up; a caption is that of a picture.
_SUMMARIES = frozenset({"", "summary", "abstract", "lead", "teaser", "standfirst"})
_MAIN = frozenset({"", "main", "headline"})


class NewsItem:
    """A text item on its way into a draft."""

    def __init__(self, draft: Draft, item: etree._Element) -> None:
        self._draft = draft
        self._item = item
        self._markup = Markup(draft.remarks)

    def fill(self) -> None:
        """Rights, management, metadata, content; what the content says itself comes last."""
        draft = self._draft
        draft.language = language(language_of(self._item))
        self._rights(child(self._item, "rightsInfo"))
        self._management(child(self._item, "itemMeta"))
        meta = child(self._item, "contentMeta")
        if meta is not None:
            self._headlines(meta)
            self._metadata(meta)
        self._content(child(self._item, "contentSet"))
        if meta is not None:
            self._origin(meta)
        recognise(draft)
        if meta is not None:
            self._located(meta)

    def _text(self, element: etree._Element) -> SourceText | None:
        return text(text_of(element), self._markup.lines(element))

    def _all(self, element: etree._Element, *names: str) -> Iterator[SourceText]:
        for each in children(element, *names):
            found = self._text(each)
            if found is not None:
                yield found

    def _rights(self, rights: etree._Element | None) -> None:
        """The notice, or who holds the right; then the terms of use."""
        if rights is None:
            return
        notices = list(self._all(rights, "copyrightNotice"))
        holders = [_named(each) for each in children(rights, "copyrightHolder")]
        if not notices:
            notices = [SourceText(f"© {holder}") for holder in holders if holder]
        parts = notices[:1] + list(self._all(rights, "usageTerms"))
        if parts:
            words = "; ".join(part.text for part in parts)
            self._draft.copyright = SourceText(words, parts[0].lines)

    def _management(self, meta: etree._Element | None) -> None:
        if meta is None:
            return
        draft = self._draft
        for each in children(meta, "pubStatus"):
            draft.release.read_status(code(each), draft.remarks, self._markup.lines(each))
        for each in children(meta, "embargoed"):
            if text_of(each).strip():
                draft.release.read_until(text_of(each), draft.remarks, self._markup.lines(each))
        draft.ed_note += self._all(meta, "edNote")
        for each in children(meta, "signal"):
            draft.leave_out("signals", (part.text for part in self._all(each, "name")))

    def _headlines(self, meta: etree._Element) -> None:
        for each in children(meta, "headline"):
            words = self._text(each)
            role = (each.get("role") or "").rpartition(":")[2].lower()
            if words is None:
                continue
            if self._draft.headline is None and role in _MAIN:
                self._draft.headline = words
            else:
                self._draft.subheadline.append(words)

    def _metadata(self, meta: etree._Element) -> None:
        draft = self._draft
        for each in children(meta):
            match local(each):
                case "urgency":
                    draft.urgency = draft.urgency or urgency(text_of(each))
                case "slugline":
                    draft.slugline = draft.slugline or self._text(each)
                case "by":
                    draft.byline = draft.byline or byline(text_of(each), self._markup.lines(each))
                case "dateline":
                    self._dateline(each)
                case "description":
                    self._description(each)
                case "keyword":
                    draft.leave_out("keywords", [text_of(each)])

    def _dateline(self, element: etree._Element) -> None:
        words = text_of(element)
        if is_timestamp(words):
            self._draft.leave_out("dateline", [words])
        else:
            house = self._draft.raw.house
            self._draft.dateline = dateline(words, self._markup.lines(element), house)

    def _description(self, element: etree._Element) -> None:
        role = (element.get("role") or "").rpartition(":")[2].lower()
        words = self._text(element)
        if words is None:
            return
        if role in _SUMMARIES:
            self._draft.abstract.append(words)
        else:
            self._draft.leave_out("description", [words.text])

    def _origin(self, meta: etree._Element) -> None:
        """Who made it, where neither metadata nor content have a byline: a person, no house."""
        draft = self._draft
        makers = [(_named(each), each) for each in children(meta, "creator")]
        if draft.byline is None:
            houses = set(self._houses(meta))
            for name, each in makers:
                if len(name.split()) > 1 and name not in houses and persons(name):
                    draft.byline = byline(name, self._markup.lines(each))
                    return
        draft.leave_out("creator", (name for name, _ in makers))

    def _houses(self, meta: etree._Element) -> Iterator[str]:
        """The names that the item itself gives to agencies and holders of rights."""
        rights = child(self._item, "rightsInfo")
        for each in children(meta, "infoSource", "creditline"):
            yield _named(each) or " ".join(text_of(each).split())
        for each in children(rights, "copyrightHolder") if rights is not None else ():
            yield _named(each)

    def _located(self, meta: etree._Element) -> None:
        """Where it was written, and the agency, as far as the dateline does not say so."""
        draft = self._draft
        located = [(_named(each), each) for each in children(meta, "located")]
        credits_ = [*self._all(meta, "creditline"), *self._sources(meta)]
        credit = credits_[0] if credits_ else None
        for name, each in located:
            if draft.dateline is None:
                draft.dateline = dateline(name, self._markup.lines(each))
            elif name.casefold() not in draft.dateline.text.casefold():
                draft.leave_out("located", [name])
        if credit is None:
            return
        if draft.dateline is not None and draft.dateline.agency is None:
            draft.dateline = replace(draft.dateline, agency=credit.text.rstrip(" -–—"))
        elif draft.dateline is None or credit.text != draft.dateline.agency:
            draft.leave_out("creditline", [credit.text])

    def _sources(self, meta: etree._Element) -> Iterator[SourceText]:
        for each in children(meta, "infoSource"):
            if (found := text(_named(each), self._markup.lines(each))) is not None:
                yield found

    # -- content ---------------------------------------------------------------------------------

    def _content(self, contents: etree._Element | None) -> None:
        if contents is None:
            return
        texts = [each for each in children(contents, "inlineXML", "inlineData") if _holds(each)]
        for each in texts[1:]:
            self._draft.leave_out("another rendition", [text_of(each)])
        if texts and local(texts[0]) == "inlineXML":
            self._inline_xml(texts[0])
        elif texts:
            plaincopy.fill(self._draft, text_of(texts[0]), self._markup.lines(texts[0]))
        self._remote(list(children(contents, "remoteContent")))

    def _inline_xml(self, element: etree._Element) -> None:
        inner = next(children(element), None)
        if inner is None:
            plaincopy.fill(self._draft, text_of(element), self._markup.lines(element))
        elif local(inner) == "nitf":
            nitf.fill(self._draft, inner)
        elif local(inner) in _MARKUP:
            plaincopy.fill_element(self._draft, element)
        else:
            what = f"data in <{local(inner)[:40]}>"
            raise ReadError(diagnose("R042", source=self._draft.raw.name, what=what, hint=HINT))

    def _remote(self, contents: Sequence[etree._Element]) -> None:
        """Pictures that lie beside the file are figures; an address elsewhere is only named."""
        for each in contents:
            href = " ".join((each.get("href") or "").split())
            if (each.get("contenttype") or "").startswith("image/") and href and ":" not in href:
                self._draft.body.append(Figure(href, lines=self._markup.lines(each)))
            else:
                self._draft.leave_out("content elsewhere", [href or each.get("residref")])


def _holds(element: etree._Element) -> bool:
    """Whether there is text in a content, and not the bytes of a picture."""
    encoded = element.get("encoding") is not None
    return not encoded and (bool(text_of(element).strip()) or any(True for _ in _media(element)))


def _media(element: etree._Element) -> Iterator[etree._Element]:
    yield from descendants(element, "img", "media", "sports-content")


def _named(element: etree._Element) -> str:
    """What a party, a place or a concept is called."""
    name = text_of(child(element, "name")) or element.get("literal") or ""
    return " ".join(name.split())
