"""Wire copy in plain text that stands in a field of a machine format."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape
from textwrap import dedent

from lxml import etree

from exporter.diagnostics import Lines, ReadError
from exporter.expressions import expression
from exporter.model import Document, Kind, SourceText, publishable
from exporter.model.prose import letters
from exporter.readers.draft import Draft
from exporter.readers.html import fragment
from exporter.readers.keptback import keep_back
from exporter.readers.markup import Markup
from exporter.readers.newscopy import recognise
from exporter.readers.raw import RawStory
from exporter.readers.release import Release
from exporter.readers.wire import read
from exporter.readers.wire.formula import plain
from exporter.readers.wire.notices import names_end
from exporter.values import replace

_TAG = expression(r"</?(?P<name>[A-Za-z][A-Za-z0-9]{0,9})(?:\s[^<>]{0,2000})?/?>")
_ENDS = expression(r"\s*</?p(?:\s[^<>]{0,200})?/?>\s*|\s*<br(?:\s[^<>]{0,200})?/?>[ \t]*\n?")
_COMPONENT = expression(r"<NewsComponentRef\s+idref=\"(?P<id>[^\"<>]{0,80})\"\s*/>")
# Lines by which a text in one element is told from a paragraph that was merely broken.
_LEAST_COPY = 8
# Tags that say no more than line ends do, and those by which a text is known for HTML.
_LINES = frozenset({"p", "br"})
_HTML = _LINES | frozenset(
    """a b i u em strong span div h1 h2 h3 h4 h5 h6 ul ol li table tr td th blockquote figure img
    hr pre section article""".split()  # noqa: SIM905 - a list of names
)
# What reading a text gives to report that is not so where a format holds it.
_BESIDE_THE_POINT = frozenset({"R006", "R018", "R019"})


def fill(draft: Draft, copy: str, place: Lines | None, *, html: bool = False) -> None:
    """Put into a draft what a text says: bare copy, or HTML that is called so or looks so."""
    copy = _without_components(draft, copy, place)
    tags = {match["name"].lower() for match in _TAG.finditer(copy)} & _HTML
    if html or tags - _LINES:
        fill_markup(draft, copy, place)
        recognise(draft)
        return
    if tags:
        copy = unescape(_ENDS.sub(lambda match: "\n" if "<br" in match[0] else "\n\n", copy))
    try:
        sent = copy.encode("utf-8", "replace")
        story = read(RawStory(sent, draft.raw.name, draft.language, draft.raw.house))
    except ReadError:  # nothing stands in it
        return
    _take(draft, story, copy, place)


def _is_copy(text: str) -> bool:
    """Whether a text in one element is a whole story: its lines are the sender's own.

    A paragraph that a program has set out for the eye has fewer lines, all of them indented.
    """
    lines = [line for line in text.strip().split("\n")[1:] if line.strip()]
    flush = [line for line in lines if not line[0].isspace()]
    return len(lines) >= _LEAST_COPY and 2 * len(flush) > len(lines)


def _without_components(draft: Draft, copy: str, place: Lines | None) -> str:
    """The text without references to other components of its file."""
    for match in _COMPONENT.finditer(copy):
        draft.remarks.add("R047", place, element="NewsComponentRef", what=match["id"])
    return _COMPONENT.sub("", copy)


def fill_markup(draft: Draft, copy: str, place: Lines | None) -> None:
    """Put into a draft the blocks of a piece of HTML."""
    fill_element(draft, fragment(copy, draft.raw.name, draft.remarks), place)


def fill_element(draft: Draft, element: etree._Element, place: Lines | None = None) -> None:
    """Put into a draft the blocks of an element, which may hold a whole story as bare copy."""
    markup = Markup(draft.remarks, place)
    sole = markup.sole_text(element)
    if sole is not None and _is_copy(sole):
        fill(draft, dedent(sole), place or markup.lines(element))
    else:
        draft.body += markup.blocks(element)


def _take(draft: Draft, story: Document, copy: str, place: Lines | None) -> None:
    """What the text says and the format does not; on lines of the field."""
    lines = copy.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    barred = [
        SourceText(" ".join(words.split()), place)
        for span in story.unpublishable
        for words in lines[span.first - 1 : span.last]
        if words.strip()
    ]
    keep_back(draft, barred)
    public = publishable(story)
    _take_fields(draft, public, place)
    draft.body += (replace(block, lines=place) for block in public.body)
    draft.credits += (replace(credit, lines=place) for credit in public.credits)
    draft.ed_note += (replace(note, lines=place) for note in public.ed_note)
    draft.boilerplate += (replace(part, lines=place) for part in public.boilerplate)
    draft.abstract += (replace(part, lines=place) for part in public.abstract)
    draft.release.take(_release(story, lines))
    if story.kind in (Kind.PRESS_RELEASE, Kind.DIGEST):
        draft.kind = draft.kind or story.kind
    draft.remarks.extend(
        replace(found, lines=place)
        for found in public.diagnostics
        if found.code not in _BESIDE_THE_POINT
    )


def _release(story: Document, lines: Sequence[str]) -> Release:
    """What the text says of its publication; of an end that cannot be read a diagnostic tells."""
    release = Release(story.pub_status, story.embargoed_until)
    for found in story.diagnostics:
        if found.code == "R016" and found.lines is not None:
            words = " ".join(lines[found.lines.first - 1 : found.lines.last])
            release.endless = release.endless or names_end(plain(words))
    return release


def _take_fields(draft: Draft, story: Document, place: Lines | None) -> None:
    if story.headline is not None:
        _take_headline(draft, replace(story.headline, lines=place))
    draft.subheadline += (replace(part, lines=place) for part in story.subheadline)
    for name in ("slugline", "byline", "embargo", "end_mark", "copyright", "urgency"):
        found, given = getattr(story, name), getattr(draft, name)
        placed = found if found is None or name == "urgency" else replace(found, lines=place)
        if given is None:
            setattr(draft, name, placed)
        elif found is not None and name != "urgency" and found.text != given.text:
            draft.leave_out(name.replace("_", " "), [found.text])
    if story.dateline is not None:
        given_dateline = draft.dateline
        draft.dateline = replace(story.dateline, lines=place)
        if given_dateline is not None and given_dateline.text not in story.dateline.text:
            draft.leave_out("dateline", [given_dateline.text])


def _take_headline(draft: Draft, headline: SourceText) -> None:
    """A headline within the text; one that a format gives already is not said twice."""
    given = draft.headline
    if given is None:
        draft.headline = headline
    elif letters(given.text) != letters(headline.text):
        draft.subheadline.append(headline)
