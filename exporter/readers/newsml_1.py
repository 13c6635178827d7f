"""NewsML 1.x: news components within one another, of which one is the text of a story."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from exporter.diagnostics import ReadError, diagnose
from exporter.model import Document, Figure, SourceText
from exporter.readers import nitf, plaincopy
from exporter.readers.choice import in_language
from exporter.readers.draft import Draft, document, language, text, urgency
from exporter.readers.fields import byline, dateline
from exporter.readers.markup import Markup
from exporter.readers.newscopy import recognise
from exporter.readers.raw import RawStory
from exporter.readers.release import is_timestamp
from exporter.readers.remarks import Remarks
from exporter.readers.wire.persons import persons
from exporter.readers.xml import (
    child,
    children,
    descendants,
    local,
    parse,
    text_of,
    without_namespace,
)
from exporter.values import replace

MEDIA_TYPE = "text/vnd.IPTC.NewsML"
_HINT = "give the item that holds the text"
# Roles of components that are the parts of one text, not texts of their own.
_PARTS = frozenset({"title", "lead", "body", "text", "headline", "subtitle", "summary", "abstract"})
_ABSTRACTS = frozenset({"lead", "summary", "abstract"})
_TITLES = frozenset({"title", "headline"})
_PICTURES = ("photo", "picture", "image", "graphic")
# Properties in which a sender writes to editors.
_NOTES = frozenset({"editorialinfo", "ednote", "editorialnote", "specialinstructions"})


def read(raw: RawStory) -> Document:
    """The document of a text; ReadError for anything else, and for several stories."""
    xml = parse(raw, "NewsML")
    item, component = story_in(xml.root, raw)
    draft = Draft(raw, MEDIA_TYPE, Remarks(raw.name), xml.encoding)
    draft.remarks.extend(xml.findings)
    draft.leave_out("other components", _others(xml.root, component))
    NewsComponent(draft, item, component).fill()
    return document(draft)


# -- which component -----------------------------------------------------------------------------


def story_in(root: etree._Element, raw: RawStory) -> tuple[etree._Element, etree._Element]:
    """The news item and its component that is the story; ReadError."""
    found = [
        (item, story)
        for item in children(root, "NewsItem")
        for top in children(item, "NewsComponent")
        for story in _stories(top)
    ]
    texts = [(item, story) for item, story in found if _has_text(story)] or found[:2]
    texts = in_language(texts, lambda each: _language(each[1]), raw.language)
    if len(texts) == 1:
        return texts[0]
    if texts and _has_text(texts[0][1]):
        which = ", ".join(filter(None, (_language(story) for _, story in texts)))
        which = which or "of unknown languages"
        raise ReadError(diagnose("R043", source=raw.name, count=len(texts), which=which))
    raise ReadError(diagnose("R042", source=raw.name, what=_what(root), hint=_HINT))


def _others(root: etree._Element, story: etree._Element) -> Iterator[str]:
    """The headlines of the components beside the story."""
    for item in children(root, "NewsItem"):
        for top in children(item, "NewsComponent"):
            for each in _stories(top):
                if each is not story:
                    yield text_of(child(each, "NewsLines", "HeadLine"))


def _stories(component: etree._Element) -> Iterator[etree._Element]:
    """The innermost components that hold content themselves or in parts of one text."""
    inner = list(children(component, "NewsComponent"))
    if any(True for _ in children(component, "ContentItem")) or any(
        _role(each) in _PARTS for each in inner
    ):
        yield component
    else:
        for each in inner:
            yield from _stories(each)


def _has_text(story: etree._Element) -> bool:
    """Whether there is text beyond a title."""
    return any(
        _role(owner) not in _TITLES and text_of(child(content, "DataContent")).strip()
        for owner, content in _contents(story)
        if not _is_encoded(content)
    )


def _contents(story: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The content items of a story, each with the component it is the content of."""
    for content in descendants(story, "ContentItem"):
        owner = next(each for each in content.iterancestors() if local(each) == "NewsComponent")
        yield owner, content


def _is_encoded(content: etree._Element) -> bool:
    return any(True for _ in children(content, "Encoding"))


def _what(root: etree._Element) -> str:
    """What a file without a text holds."""
    formats = [_name(each) for each in descendants(root, "MediaType", "Format")]
    kinds = ", ".join(dict.fromkeys(filter(None, formats)))[:80]
    count = sum(1 for _ in descendants(root, "ContentItem"))
    return f"a package of {count} contents ({kinds})" if kinds else "a package without text"


def _role(component: etree._Element) -> str:
    return _name(child(component, "Role")).lower()


def _name(element: etree._Element | None) -> str:
    return "" if element is None else (element.get("FormalName") or "").strip()


def _language(component: etree._Element) -> str:
    """The language of a component or of what it stands in, whatever the attribute's namespace."""
    for each in (component, *component.iterancestors()):
        stated = child(each, "DescriptiveMetadata", "Language")
        for key, value in each.attrib.items():
            if without_namespace(str(key)) == "lang" and value:
                return str(value)
        if stated is not None and _name(stated):
            return _name(stated)
    return ""


# -- the story -----------------------------------------------------------------------------------


class NewsComponent:
    """The component of a story on its way into a draft, and those that it stands in."""

    def __init__(self, draft: Draft, item: etree._Element, story: etree._Element) -> None:
        self._draft = draft
        self._item = item
        self._story = story
        self._markup = Markup(draft.remarks)
        around = (each for each in story.iterancestors() if local(each) == "NewsComponent")
        # What an outer component says holds for the inner ones that say nothing.
        self._nested = [story, *around]

    def fill(self) -> None:
        """Management, lines, metadata, content."""
        draft = self._draft
        draft.language = language(_language(self._story))
        self._management(child(self._item, "NewsManagement"))
        for component in self._nested:
            for each in children(component, "NewsLines"):
                self._lines(each)
            for each in children(component, "AdministrativeMetadata"):
                self._notes(each)
        self._contents()
        recognise(draft)
        for component in self._nested:
            self._origin(component)

    def _text(self, element: etree._Element) -> SourceText | None:
        return text(text_of(element), self._markup.lines(element))

    def _management(self, management: etree._Element | None) -> None:
        if management is None:
            return
        draft, lines = self._draft, self._markup.lines
        for each in children(management, "Status"):
            draft.release.read_status(_name(each), draft.remarks, lines(each))
        for each in children(management, "Urgency"):
            draft.urgency = draft.urgency or urgency(_name(each) or text_of(each))
        for each in children(management, "StatusWillChange"):
            future, when = child(each, "FutureStatus"), child(each, "DateAndTime")
            if _name(future).lower() == "usable" and text_of(when).strip():
                draft.release.read_until(text_of(when), draft.remarks, lines(each))
        for each in children(management, "Instruction"):
            draft.leave_out("instruction", [_name(each)])

    def _lines(self, lines: etree._Element) -> None:
        draft = self._draft
        for each in children(lines):
            match local(each):
                case "HeadLine":
                    self._headline(each)
                case "SubHeadLine":
                    draft.subheadline += [found] if (found := self._text(each)) else []
                case "ByLine":
                    draft.byline = draft.byline or byline(text_of(each), self._markup.lines(each))
                case "DateLine":
                    self._dateline(each)
                case "SlugLine":
                    draft.slugline = draft.slugline or self._text(each)
                case "CopyrightLine":
                    draft.copyright = draft.copyright or self._text(each)
                case "CreditLine":
                    pass  # the agency, told once the dateline is known
                case _:
                    self._other_line(each)

    def _other_line(self, line: etree._Element) -> None:
        words = text_of(child(line, "NewsLineText")) or text_of(line)
        self._draft.leave_out(_name(child(line, "NewsLineType")) or local(line), [words])

    def _headline(self, element: etree._Element) -> None:
        found, given = self._text(element), self._draft.headline
        if given is None:
            self._draft.headline = found
        elif found is not None and found.text != given.text:
            self._draft.leave_out("headline", [found.text])

    def _dateline(self, element: etree._Element) -> None:
        words = text_of(element)
        if is_timestamp(words):
            self._draft.leave_out("dateline", [words])
        elif self._draft.dateline is None:
            house = self._draft.raw.house
            self._draft.dateline = dateline(words, self._markup.lines(element), house)

    def _notes(self, metadata: etree._Element) -> None:
        for each in children(metadata, "Property"):
            found = text(each.get("Value"), self._markup.lines(each))
            if found is None:
                continue
            if _name(each).lower() in _NOTES:
                self._draft.ed_note.append(found)
            elif _name(each).lower() == "author":
                self._draft.leave_out("author", [found.text])

    def _origin(self, component: etree._Element) -> None:
        """Who made it and for whom, as far as byline and dateline do not say so."""
        draft = self._draft
        for each in descendants(component, "Creator"):
            names = [_name(party) for party in children(each, "Party")]
            if draft.byline is None and any(len(n.split()) > 1 and persons(n) for n in names):
                draft.byline = byline(", ".join(names), self._markup.lines(each))
            elif draft.byline is None or any(n not in draft.byline.text for n in names):
                draft.leave_out("creator", names)
        for each in children(component, "NewsLines"):
            for line in children(each, "CreditLine"):
                self._credit(self._text(line))

    def _credit(self, credit: SourceText | None) -> None:
        given = self._draft.dateline
        if credit is None:
            return
        if given is not None and given.agency is None:
            self._draft.dateline = replace(given, agency=credit.text)
        elif given is None or credit.text != given.agency:
            self._draft.leave_out("credit line", [credit.text])

    # -- content ---------------------------------------------------------------------------------

    def _contents(self) -> None:
        for owner, content in _contents(self._story):
            data = child(content, "DataContent")
            role = "" if owner is self._story else _role(owner)
            if data is None or not text_of(data).strip() or _is_encoded(content):
                self._elsewhere(content)
            elif role in _TITLES:
                self._headline(data)
            elif role in _ABSTRACTS:
                self._draft.abstract += [found] if (found := self._text(data)) else []
            else:
                self._body(data)

    def _body(self, data: etree._Element) -> None:
        inner = next(children(data), None)
        if inner is None:
            plaincopy.fill(self._draft, text_of(data), self._markup.lines(data))
        elif local(inner) == "nitf":
            nitf.fill(self._draft, inner)
        else:
            plaincopy.fill_element(self._draft, data)

    def _elsewhere(self, content: etree._Element) -> None:
        """A picture that lies beside the file is a figure; any other address is only named."""
        href = " ".join((content.get("Href") or "").split())
        if not href:
            return
        kinds = [_name(each).lower() for each in children(content, "MediaType", "Format")]
        if any(kind.startswith(_PICTURES) for kind in kinds) and ":" not in href:
            self._draft.body.append(Figure(href, lines=self._markup.lines(content)))
        else:
            self._draft.leave_out("content elsewhere", [href])
