"""The fields of a news object on their way into a draft."""

from __future__ import annotations

from exporter.diagnostics import ReadError, diagnose
from exporter.model import Figure, Text
from exporter.model.prose import tidy_text
from exporter.model.words import words_of
from exporter.newsroom import NAME, Supplement, read_supplement
from exporter.readers import nitf, plaincopy
from exporter.readers.draft import Draft, language, text, urgency
from exporter.readers.fields import byline, dateline
from exporter.readers.newscopy import recognise
from exporter.readers.ninjs.forms import (
    Item,
    bodies,
    forms,
    objects,
    place_of,
    richness,
    string,
    strings,
)
from exporter.readers.ninjs.items import kind_of, lowered
from exporter.readers.notices import read_notices
from exporter.readers.remarks import Remarks
from exporter.readers.supplement import restore
from exporter.values import replace

_MAIN = frozenset({"", "main", "headline"})
_SUMMARIES = frozenset({"", "text", "html", "xhtml", "summary", "abstract", "lead", "teaser"})


class NewsObject:
    """A text item on its way into a draft."""

    def __init__(self, draft: Draft, item: Item) -> None:
        self._draft = draft
        self._item = item

    def fill(self) -> None:
        """Metadata, headlines, text, pictures; what the text says itself wins."""
        draft = self._draft
        draft.supplement = self._supplement()
        tag = self._get("language")
        draft.language = tidy_text(tag) or None if draft.supplement else language(tag)
        self._management()
        self._headlines()
        self._rights()
        by = self._get("by", "byline")
        draft.byline = byline(by, place_of(by))
        self._descriptions()
        self._text()
        if draft.supplement is not None:
            restore(draft, draft.supplement)
            return
        self._origin()
        self._associations()
        read_notices(draft)
        for name in ("keywords", "keyword"):
            draft.leave_out("keywords", strings(self._item.get(name)))

    def _get(self, *names: str) -> str:
        """The first of these fields that has a text."""
        values = (string(self._item.get(name)) for name in names)
        return next((value for value in values if value.strip()), "")

    def _supplement(self) -> Supplement | None:
        """What the exporter added when it wrote the file."""
        own = (value for role, value in forms(self._item, "descriptions", "") if role == NAME)
        return read_supplement(next(own, ""))

    def _management(self) -> None:
        draft, remarks = self._draft, self._draft.remarks
        status = self._get("pubstatus", "status")
        draft.release.read_status(status, remarks, place_of(status))
        for name in ("embargoeduntil", "embargoed"):
            for until in strings(self._item.get(name)):
                draft.release.read_until(until, remarks, place_of(until))
        draft.urgency = urgency(self._item.get("urgency"))
        for note in strings(self._item.get("ednote")):
            found = (text(line, place_of(note)) for line in note.split("\n"))
            draft.ed_note += filter(None, found)
        slug = self._get("slugline", "slug")
        draft.slugline = text(slug, place_of(slug))

    def _headlines(self) -> None:
        draft = self._draft
        for role, value in forms(self._item, "headlines", "headline"):
            found = text(value, place_of(value))
            if found is None:
                continue
            if draft.headline is None and role in _MAIN:
                draft.headline = found
            else:
                draft.subheadline.append(found)
        below = self._get("subhead", "subheadline")
        draft.subheadline += filter(None, [text(below, place_of(below))])
        title = tidy_text(self._get("title"))
        if draft.headline is None or draft.supplement is not None:
            draft.title = title or None
        elif title != draft.headline.text:
            draft.leave_out("title", [title])

    def _rights(self) -> None:
        """The notice, or who holds the right; then the terms of use."""
        notice, holder = self._get("copyrightnotice"), self._get("copyrightholder")
        terms = strings(self._item.get("usageterms")) + strings(self._item.get("usage"))
        first = notice or (f"© {holder}" if holder else "")
        words = [tidy_text(part) for part in (first, *terms)]
        place = place_of(notice) or place_of(holder) or (place_of(terms[0]) if terms else None)
        self._draft.copyright = text("; ".join(filter(None, words)), place)

    def _descriptions(self) -> None:
        seen: set[str] = set()
        given = [*forms(self._item, "descriptions", "description")]
        for role, value in [*given, ("", self._get("abstract"))]:
            written = role == NAME or self._draft.supplement is not None
            words = tidy_text(value) if written else _without_tags(value, self._draft)
            if not words or role == NAME or (words in seen and not written):
                continue
            seen.add(words)
            if role in _SUMMARIES:
                self._draft.abstract += filter(None, [text(words, place_of(value))])
            else:
                self._draft.leave_out("description", [words])

    def _text(self) -> None:
        found = sorted(bodies(self._item), key=richness)
        if not found:
            self._refuse_text_elsewhere()
            return
        role, value = found[0]
        if "<nitf" in value and "nitf" in role:
            nitf.fill_text(self._draft, value, place_of(value))
            recognise(self._draft)
        else:
            plaincopy.fill(self._draft, value, place_of(value), html="html" in role)

    def _refuse_text_elsewhere(self) -> None:
        """An item of headline and renditions of the text is no alert."""
        renditions = objects(self._item.get("renditions"))
        if any(each.get("type") == "text" for each in renditions):
            raise ReadError(diagnose("R048", source=self._draft.raw.name))

    def _origin(self) -> None:
        """Authors and place, as far as byline and dateline do not say them."""
        draft = self._draft
        authors = objects(self._item.get("authors"))
        names = [tidy_text(string(each.get("name"))) for each in authors]
        if draft.byline is None and any(names):
            draft.byline = byline(", ".join(filter(None, names)))
        else:
            draft.leave_out("authors", names)
        located = self._get("located", "location")
        if draft.dateline is None:
            draft.dateline = dateline(located, place_of(located))
        elif located.casefold() not in draft.dateline.text.casefold():
            draft.leave_out("located", [located])
        self._agency()

    def _agency(self) -> None:
        """The sender: the dateline's agency, where it does not name one."""
        draft = self._draft
        names = [string(each.get("name")) for each in objects(self._item.get("infosources"))]
        names += [self._get("source"), self._get("creditline")]
        found = list(dict.fromkeys(filter(None, map(tidy_text, names))))
        if found and draft.dateline is not None and draft.dateline.agency is None:
            draft.dateline = replace(draft.dateline, agency=found.pop(0))
        agency = draft.dateline.agency if draft.dateline else None
        draft.leave_out("source", (name for name in found if name != agency))

    # -- pictures --------------------------------------------------------------------------------

    def _associations(self) -> None:
        said = " ".join(map(words_of, self._draft.body))
        for each in objects(self._item.get("associations")):
            item = lowered(each)
            found = _figure(item) if kind_of(item) in ("picture", "graphic") else None
            if found is None:
                name = string(item.get("headline")) or string(item.get("name"))
                self._draft.leave_out("association", [name or string(item.get("uri"))])
            elif not found.caption or words_of(found).strip() not in said:
                self._draft.body.append(found)


def _figure(item: Item) -> Figure | None:
    """The picture of an association: its best rendition that lies beside the file, else any."""
    words = [value for _, value in forms(item, "descriptions", "description") if value.strip()]
    caption = tidy_text(words[0]) if words else ""
    credit = tidy_text(string(item.get("by")) or string(item.get("byline")))
    headline = next((value for _, value in forms(item, "headlines", "headline")), "")
    source = _source(item)
    if not (source or caption):
        return None
    place = place_of(words[0]) if words else place_of(item.get("uri"))
    inlines = (Text(caption),) if caption else ()
    return Figure(source, tidy_text(headline) or None, inlines, credit or None, place)


def _source(item: Item) -> str:
    hrefs = [string(each.get("href")) for each in objects(item.get("renditions"))]
    hrefs = [" ".join(href.split()) for href in hrefs if href.strip()]
    near = next((href for href in hrefs if ":" not in href), None)
    return near or (hrefs[0] if hrefs else " ".join(string(item.get("uri")).split()))


def _without_tags(value: str, draft: Draft) -> str:
    """The words of a description, which may be marked up."""
    if "<" not in value:
        return tidy_text(value)
    scratch = Draft(draft.raw, draft.media_type, Remarks(draft.raw.name))
    plaincopy.fill_markup(scratch, value, None)
    return tidy_text(" ".join(map(words_of, scratch.body)))
