"""One NITF document: the metadata of its head, then body.head, body.content and body.end.

The order of elements is that of the DTD: head (title, meta, docdata), body.head (hedline, rights,
byline, distributor, dateline, abstract), body.end (tagline).
"""

from __future__ import annotations

from collections.abc import Iterator

from exporter.model import Document, PubStatus, Text, publishable
from exporter.newsroom import NAME, carried, supplement
from exporter.newsroom.markup import attribute
from exporter.renderers.contract import RenderOptions, Rendition
from exporter.renderers.nitf.markup import NitfWriter
from exporter.stylesheet import Stylesheet

_MEDIA_TYPE = "application/nitf+xml"
_VERSION = "-//IPTC//DTD NITF 3.6//EN"
_FINGERPRINT = "exporter-fingerprint"
# ISO 8601 in its compact form, as NITF's norm attributes have it.
_NORM = "%Y%m%dT%H%M%S%z"


def render(document: Document, _stylesheet: Stylesheet, options: RenderOptions) -> Rendition:
    """The document as one NITF file; the house's look says nothing here."""
    story = carried(publishable(document))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', *_NitfFile(story, options).lines()]
    return Rendition(
        format="nitf",
        content=("\n".join(lines) + "\n").encode("utf-8", "replace"),
        media_type=_MEDIA_TYPE,
        suffix=".xml",
    )


class _NitfFile:
    """The lines of one file."""

    def __init__(self, story: Document, options: RenderOptions) -> None:
        self._story = story
        self._options = options
        self._writer = NitfWriter()

    def lines(self) -> Iterator[str]:
        """The file below its declaration."""
        language = self._story.language
        baselang = f" baselang={attribute(language)}" if language else ""
        yield f"<nitf version={attribute(_VERSION)}{baselang}>"
        yield "<head>"
        yield from self._head()
        yield "</head>"
        yield "<body>"
        yield "<body.head>"
        yield from self._body_head()
        yield "</body.head>"
        yield "<body.content>"
        yield from self._content()
        yield "</body.content>"
        yield from self._end()
        yield "</body>"
        yield "</nitf>"

    # -- head ------------------------------------------------------------------------------------

    def _head(self) -> Iterator[str]:
        yield self._element("title", self._story.title)
        yield self._meta(NAME, supplement(self._story).as_json())
        if self._options.fingerprint:
            yield self._meta(_FINGERPRINT, self._options.fingerprint)
        yield f"<docdata management-status={attribute(self._story.pub_status)}>"
        yield from self._docdata()
        yield "</docdata>"

    def _meta(self, name: str, content: str) -> str:
        return f"<meta name={attribute(name)} content={attribute(content)}/>"

    def _docdata(self) -> Iterator[str]:
        story = self._story
        yield f"<doc-id id-string={attribute(f'urn:exporter:{story.source.sha256}')}/>"
        if story.urgency is not None:
            yield f'<urgency ed-urg="{story.urgency}"/>'
        if self._options.date is not None:
            yield f'<date.issue norm="{self._options.date.strftime(_NORM)}"/>'
        if story.embargoed_until and story.pub_status is not PubStatus.USABLE:
            yield f"<date.release norm={attribute(story.embargoed_until)}/>"
        if story.slugline is not None:
            yield f"<du-key key={attribute(story.slugline.text)}/>"
        for note in story.ed_note:
            yield f"<ed-msg info={attribute(note.text)}/>"

    # -- body ------------------------------------------------------------------------------------

    def _body_head(self) -> Iterator[str]:
        story = self._story
        yield from self._hedline()
        if story.copyright is not None:
            yield self._element("rights", story.copyright.text)
        if story.byline is not None:
            yield self._element("byline", story.byline.text)
        if story.dateline is not None and story.dateline.agency:
            yield self._element("distributor", story.dateline.agency)
        if story.dateline is not None:
            yield self._element("dateline", story.dateline.text)
        if story.abstract:
            parts = (self._writer.paragraph((Text(part.text),)) for part in story.abstract)
            yield f"<abstract>{''.join(parts)}</abstract>"

    def _hedline(self) -> Iterator[str]:
        """NITF has no second headline without a first: the title stands for one."""
        story = self._story
        first = story.headline.text if story.headline else story.title
        if story.headline or story.subheadline:
            yield "<hedline>"
            yield self._element("hl1", first)
            yield from (self._element("hl2", part.text) for part in story.subheadline)
            yield "</hedline>"

    def _content(self) -> Iterator[str]:
        story = self._story
        yield from map(self._writer.block, story.body)
        for part in story.boilerplate:
            yield self._writer.paragraph((Text(part.text),), "boilerplate")
        if story.end_mark is not None:
            yield self._writer.paragraph((Text(story.end_mark.text),), "end-mark")

    def _end(self) -> Iterator[str]:
        if self._story.credits:
            credits_ = "<br/>".join(self._writer.text(each.text) for each in self._story.credits)
            yield f"<body.end><tagline>{credits_}</tagline></body.end>"

    def _element(self, name: str, text: str) -> str:
        return f"<{name}>{self._writer.text(text)}</{name}>"
