"""The identifier that a machine format gives a story, which stays the same in its updates.

It is no part of what the story says, so the document does not have it: who keeps stories asks here.
"""

from __future__ import annotations

from lxml import etree

from exporter.diagnostics import ReadError
from exporter.readers import signatures
from exporter.readers.filename import safe_name
from exporter.readers.raw import RawStory
from exporter.readers.xml import child, parse, text_of


def guid(data: bytes, name: str, *, language: str | None = None) -> str | None:
    """The identifier in the bytes of a story that can be read; None where it has none.

    ninjs 3.0 `uri`, or the `guid` that Superdesk writes; NewsML-G2 `guid`; NITF `doc-id`;
    NewsML 1.x the URN of RFC 3085 without its revision. `language` chooses among several texts, as
    in reading.
    """
    raw = RawStory(data, safe_name(name), language)
    try:
        found = _guid(raw)
    except ReadError:
        return None
    return " ".join(found.split()) or None


def _guid(raw: RawStory) -> str:
    if signatures.is_model(raw):
        return ""
    if signatures.is_nitf(raw):
        return _of_nitf(parse(raw, "NITF").root)
    if signatures.is_newsml_g2(raw):
        from exporter.readers.newsml_g2.items import story_in

        return story_in(parse(raw, "NewsML-G2").root, raw).get("guid") or ""
    if signatures.is_newsml_1(raw):
        return _of_newsml_1(raw)
    return _of_ninjs(raw) if signatures.is_ninjs(raw) else ""


def _of_nitf(root: etree._Element) -> str:
    identity = child(root, "head", "docdata", "doc-id")
    return "" if identity is None else identity.get("id-string") or ""


def _of_newsml_1(raw: RawStory) -> str:
    from exporter.readers.newsml_1 import story_in

    item, _ = story_in(parse(raw, "NewsML").root, raw)
    path = ("Identification", "NewsIdentifier")
    parts = [text_of(child(item, *path, n)) for n in ("ProviderId", "DateId", "NewsItemId")]
    return ":".join(("urn:newsml", *parts)) if all(parts) else ""


def _of_ninjs(raw: RawStory) -> str:
    import json

    from exporter.readers.ninjs.items import story_in

    try:
        value = json.loads(raw.decoded.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return ""
    item = story_in(value, raw)
    names = (item.get(key) for key in ("uri", "guid"))
    return next((name for name in names if isinstance(name, str) and name.strip()), "")
