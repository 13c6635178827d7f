"""The catalog's entries that no page shows: intents, metadata, tags, the source text."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from functools import cache

from reportlab.pdfbase import pdfdoc

from exporter.renderers.pdf.conformance.metadata import Metadata, information, xmp
from exporter.renderers.pdf.conformance.profile import gray_profile
from exporter.renderers.pdf.writer.canvas import Document
from exporter.renderers.pdf.writer.objects import Raw, Stream, deflate, name, text_string
from exporter.renderers.pdf.writer.outline import Bookmark, outline
from exporter.renderers.pdf.writer.structure import Element, MarkedContent

_CONDITION = "Black ink on coated paper, ISO 12647-2"


def dress(document: Document, metadata: Metadata, root: Element, content: MarkedContent) -> None:
    """Give the document its catalog entries; its pages and fonts must be there already."""
    catalog = document.Catalog
    tree = content.write(root, document, document.page_references())
    catalog.Outlines = None
    catalog.StructTreeRoot = document.Reference(tree)
    catalog.MarkInfo = _indirect(document, "<< /Marked true >>")
    catalog.ViewerPreferences = _indirect(document, "<< /DisplayDocTitle true >>")
    catalog.OutputIntents = _indirect(document, _output_intents(document))
    catalog.Metadata = document.Reference(
        Stream(xmp(metadata), "/Type /Metadata /Subtype /XML", plain=True)
    )
    document.info.text = information(metadata)


def mark_headings(document: Document, bookmarks: Sequence[Bookmark]) -> None:
    """Give the document its outline; its structure must be written already.

    The headline of a story on one page, without crossheads, leads nowhere: it has none. No panel
    opens by itself (PageMode stays UseNone): most stories fit in a page or two.
    """
    pages = document.page_references()
    if len(bookmarks) > 1 or (bookmarks and len(pages) > 1):
        document.Catalog.Outlines = document.Reference(outline(bookmarks, document, pages))


def attach_source(document: Document, source: bytes, file_name: str, date: datetime) -> None:
    """Embed the source text as an associated file (ISO 19005-3, 6.8)."""
    stamp = date.strftime("(D:%Y%m%d%H%M%S+00'00')")
    # The digest is a checksum that the standard defines (ISO 32000-1, table 46), no protection.
    checksum = hashlib.md5(source, usedforsecurity=False).hexdigest()
    embedded = document.add(
        Stream(
            source,
            f"/Type /EmbeddedFile /Subtype {name('text/plain')} /Params << "
            f"/Size {len(source)} /ModDate {stamp} /CheckSum <{checksum}> >>",
        )
    )
    title = text_string(file_name)
    specification = document.add(
        Raw(
            f"<< /Type /Filespec /F {title} /UF {title} /Desc (The story as received) "
            f"/AFRelationship /Source /EF << /F {embedded} /UF {embedded} >> >>"
        )
    )
    catalog = document.Catalog
    catalog.Names = _indirect(
        document, f"<< /EmbeddedFiles << /Names [{title} {specification}] >> >>"
    )
    catalog.AF = _indirect(document, f"[{specification}]")


@cache
def _deflated_profile() -> bytes:
    return deflate(gray_profile())


def _output_intents(document: Document) -> str:
    """One profile, named once for PDF/X (ISO 15930-7, 6.3) and once for PDF/A (6.2.3)."""
    profile = document.add(Stream(_deflated_profile(), "/N 1", deflated=True))
    entries = (
        f"/OutputConditionIdentifier (Custom) /OutputCondition ({_CONDITION}) "
        f"/Info ({_CONDITION}) /DestOutputProfile {profile}"
    )
    intents = " ".join(
        f"<< /Type /OutputIntent /S /{standard} {entries} >>"
        for standard in ("GTS_PDFX", "GTS_PDFA1")
    )
    return f"[{intents}]"


def _indirect(document: Document, text: str) -> pdfdoc.PDFObjectReference:
    """An object of its own: ReportLab's catalog takes references where a value may be one."""
    return document.Reference(Raw(text))
