"""A paragraph in a named style."""

from __future__ import annotations

from copy import copy
from functools import lru_cache

from exporter.renderers.docx.markup import Element, w
from exporter.renderers.docx.names import style_id


def paragraph(style: str, *properties: Element) -> Element:
    """Empty paragraph in the style that Word shows under the name."""
    element = copy(_empty(style))
    if properties:
        element[0].extend(properties)
    return element


@lru_cache(maxsize=64)
def _empty(style: str) -> Element:
    """What the paragraphs of a style are copied from: a copy costs a tenth of making one."""
    return w("p", w("pPr", w("pStyle", val=style_id(style))))


def holds_words(element: Element) -> bool:
    """Whether the element is a paragraph with text in it."""
    return element.tag.endswith("}p") and next(element.iter("{*}t"), None) is not None
