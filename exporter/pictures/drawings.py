"""Drawings as they are sent: read without a document type, and never with entities."""

from __future__ import annotations

import re
from typing import Any

from exporter.expressions import expression
from exporter.pictures.errors import PictureError

Tree = Any  # an element of lxml

NAMESPACE = "{http://www.w3.org/2000/svg}"
# Drawings of the news are smaller, and a page waits for four seconds for the dearest of this size.
_LARGEST = 2_000_000
# What may stand before a document type (XML 1.0, 2.8), and the mark that may begin a file.
_MISC = expression(r"\xef\xbb\xbf|\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
# A document type that declares nothing itself, as SVG 1.1, appendix A, has it.
_TYPE = expression(
    r"<!DOCTYPE\s+[\w:.-]+(?:\s+(?:PUBLIC\s+(?:\"[^\"]*\"|'[^']*')|SYSTEM)"
    r"\s+(?:\"[^\"]*\"|'[^']*'))?\s*(?:\[\s*\]\s*)?>"
)
# What may stand before the first mark of all, and how much of it is passed over.
_BLANK, _LONGEST_BEGIN = b"\xef\xbb\xbf \t\r\n", 4096
_DECLARING = "it is a drawing with entities or declarations of its own"


def is_drawing(content: bytes) -> bool:
    """Whether the bytes begin like a text in which there is SVG."""
    return content[:_LONGEST_BEGIN].lstrip(_BLANK).startswith(b"<") and b"<svg" in content


def parsed(content: bytes) -> Tree:
    """The root of an SVG; PictureError when it is none, or too large."""
    from lxml import etree  # few stories have a drawing

    if len(content) > _LARGEST:
        raise PictureError("it is too large a drawing")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(without_type(content), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PictureError("it is a drawing that is not well-formed") from error
    # A document type that an encoding hid.
    if root.getroottree().docinfo.internalDTD is not None:
        raise PictureError(_DECLARING)
    if root.tag != f"{NAMESPACE}svg":
        raise PictureError("it is not a drawing")
    return root


def without_type(content: bytes) -> bytes:
    """The SVG without its document type; PictureError when that declares anything itself.

    What it declares may be entities; and a book may name no external subset (EPUB 3.3, 3.9).
    """
    text = content.decode("latin-1")  # a character is a byte
    start = 0
    while (match := _MISC.match(text, start)) is not None:
        start = match.end()
    if not text.startswith("<!DOCTYPE", start):
        return content
    found = _TYPE.match(text, start)
    if found is None:
        raise PictureError(_DECLARING)
    return content[:start] + content[found.end() :]
