"""NewsML-G2: a news item with NITF, XHTML or plain copy inside, alone or in a message."""

from __future__ import annotations

from exporter.model import Document
from exporter.readers.draft import Draft, document
from exporter.readers.newsml_g2.items import items_in, name_of, story_in
from exporter.readers.newsml_g2.story import NewsItem
from exporter.readers.raw import RawStory
from exporter.readers.remarks import Remarks
from exporter.readers.xml import parse

MEDIA_TYPE = "application/vnd.iptc.g2.newsitem+xml"

__all__ = ["MEDIA_TYPE", "read"]


def read(raw: RawStory) -> Document:
    """The document of a text item; ReadError for anything else, and for several stories."""
    xml = parse(raw, "NewsML-G2")
    item = story_in(xml.root, raw)
    draft = Draft(raw, MEDIA_TYPE, Remarks(raw.name), xml.encoding)
    draft.remarks.extend(xml.findings)
    others = [each for each in items_in(xml.root) if each is not item]
    draft.leave_out("other items", (name_of(each) for each in others))
    NewsItem(draft, item).fill()
    return document(draft)
