"""The document outline: bookmarks for the headline and, below it, the crossheads."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.renderers.pdf.writer.objects import Raw, Table, number, text_string
from exporter.renderers.pdf.writer.structure import Element
from exporter.values import Value


class Bookmark(Value):
    """A heading and where it stands: `page` from 0, `top` in points from the page's lower edge."""

    title: str
    element: Element
    page: int
    top: float


def outline(bookmarks: Sequence[Bookmark], table: Table, pages: Sequence[str]) -> Raw:
    """The outline's root (ISO 32000-1, 12.3.3), the first bookmark above all others.

    Destinations, not actions: a print file has none of these (ISO 15930-7, 6.18).
    """
    headline, *crossheads = bookmarks
    root, first = Raw(), Raw()
    root_reference, parent = table.add(root), table.add(first)
    below = [Raw() for _ in crossheads]
    references = [table.add(each) for each in below]
    for index, (raw, bookmark) in enumerate(zip(below, crossheads, strict=True)):
        beside = f" /Prev {references[index - 1]}" if index else ""
        if index + 1 < len(references):
            beside += f" /Next {references[index + 1]}"
        raw.text = f"<< {_entries(bookmark, parent, pages)}{beside} >>"
    inside = ""
    if references:
        inside = f" /First {references[0]} /Last {references[-1]} /Count {len(references)}"
    first.text = f"<< {_entries(headline, root_reference, pages)}{inside} >>"
    root.text = f"<< /Type /Outlines /First {parent} /Last {parent} /Count {1 + len(references)} >>"
    return root


def _entries(bookmark: Bookmark, parent: str, pages: Sequence[str]) -> str:
    """Title, destination at the zoom that the reader has, and the structure element."""
    return (
        f"/Title {text_string(bookmark.title)} /Parent {parent} "
        f"/Dest [{pages[bookmark.page]} /XYZ null {number(bookmark.top)} null] "
        f"/SE {bookmark.element.reference}"
    )
