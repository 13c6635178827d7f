"""Pictures with their words: HTML's figure and img, NITF's media."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from exporter.model import Figure, Inline, Text
from exporter.model.prose import tidy_text
from exporter.readers.xml import descendants, local

if TYPE_CHECKING:
    from exporter.readers.markup.flow import Markup

_CREDITS = ("media-producer", "credit")
_CREDIT_CLASSES = frozenset({"credit", "byline", "media-credit", "photo-credit"})
# NITF's media types that are no still picture.
_MOVING = ("video", "audio", "data", "text", "other")


def is_picture(element: etree._Element) -> bool:
    """Whether a figure holds a still picture, rather than a film, a recording or a table."""
    if local(element).lower() == "img":
        return True
    kind = (element.get("media-type") or "").lower()
    if kind:
        return not kind.startswith(_MOVING)
    return any(True for _ in descendants(element, "img", "media-reference"))


def figures(element: etree._Element, markup: Markup) -> Iterator[Figure]:
    """The pictures of an element; its words are the first one's, none where there are none.

    NITF's further references are other sizes of the same picture.
    """
    images = [element] if local(element).lower() == "img" else list(descendants(element, "img"))
    images = images or list(descendants(element, "media-reference"))[:1]
    credits_ = _credits(element)
    credit = "; ".join(filter(None, (markup.text(each) for each in credits_))) or None
    caption = markup.inlines(element, credits_ | dict.fromkeys(images)) or _titled(images)
    lines = markup.lines(element)
    source, alt = source_of(images[0]) if images else ("", None)
    if source or alt or caption or credit:
        yield Figure(source, alt, caption, credit, lines)
    for image in images[1:]:
        source, alt = source_of(image)
        if source or alt:
            yield Figure(source, alt, lines=lines)


def _titled(images: Sequence[etree._Element]) -> tuple[Inline, ...]:
    """The title of a picture, which Markdown has in place of a caption."""
    title = tidy_text(images[0].get("title") or "") if images else ""
    return (Text(title),) if title else ()


def source_of(image: etree._Element) -> tuple[str, str | None]:
    """Where a picture is, and what it shows."""
    source = image.get("src") or image.get("source") or image.get("data-src") or ""
    alt = tidy_text(image.get("alt") or image.get("alternate-text") or "")
    return " ".join(source.split()), alt or None


def _credits(element: etree._Element) -> dict[etree._Element, None]:
    """The outermost elements that say who made a picture."""
    found: dict[etree._Element, None] = {}
    for each in element.iterdescendants():
        if _is_credit(each) and not any(owner in found for owner in each.iterancestors()):
            found[each] = None
    return found


def _is_credit(element: etree._Element) -> bool:
    classes = (element.get("class") or "").lower().split()
    return local(element).lower() in _CREDITS or bool(_CREDIT_CLASSES.intersection(classes))
