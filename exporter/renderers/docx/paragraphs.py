"""A paragraph in a named style."""

from __future__ import annotations

from exporter.renderers.docx.markup import Element, w
from exporter.renderers.docx.names import style_id


def paragraph(style: str, *properties: Element) -> Element:
    """Empty paragraph in the style that Word shows under the name."""
    return w("p", w("pPr", w("pStyle", val=style_id(style)), *properties))


def holds_words(element: Element) -> bool:
    """Whether the element is a paragraph with text in it."""
    return element.tag.endswith("}p") and next(element.iter("{*}t"), None) is not None
