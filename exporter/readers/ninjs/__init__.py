"""ninjs 1 to 3, the IPTC's News in JSON, and the dialects of Superdesk, AP, PA and TT."""

from __future__ import annotations

from typing import Any

from exporter.diagnostics import ReadError, diagnose
from exporter.model import Document
from exporter.readers.draft import Draft, document
from exporter.readers.located import loads
from exporter.readers.ninjs.items import story_in
from exporter.readers.ninjs.story import NewsObject
from exporter.readers.raw import RawStory
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import physical_findings

MEDIA_TYPE = "application/ninjs+json"

__all__ = ["MEDIA_TYPE", "read"]


def read(raw: RawStory) -> Document:
    """The document of a text item; ReadError for anything else, and when it is not valid."""
    item = story_in(_value(raw), raw)
    draft = Draft(raw, MEDIA_TYPE, Remarks(raw.name), raw.decoded.encoding)
    draft.remarks.extend(physical_findings(raw.decoded, raw.name))
    NewsObject(draft, item).fill()
    return document(draft)


def _value(raw: RawStory) -> Any:
    try:
        return loads(raw.decoded.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        reason = str(error)[:200]
        raise ReadError(diagnose("R040", source=raw.name, format="ninjs", reason=reason)) from error
