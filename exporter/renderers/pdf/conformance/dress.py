"""The catalog's entries that no page shows: intents, metadata, tags, the source text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache

from reportlab.pdfbase import pdfdoc

from exporter.model import Source
from exporter.renderers.pdf.conformance.condition import Condition
from exporter.renderers.pdf.conformance.metadata import Metadata, information, xmp
from exporter.renderers.pdf.writer.canvas import Document
from exporter.renderers.pdf.writer.objects import Raw, Stream, deflate, name, text_string
from exporter.renderers.pdf.writer.outline import Bookmark, outline
from exporter.renderers.pdf.writer.structure import Element, MarkedContent


def dress(
    document: Document,
    metadata: Metadata,
    root: Element,
    content: MarkedContent,
    aim: Condition,
) -> None:
    """Give the document its catalog entries; its pages and fonts must be there already."""
    catalog = document.Catalog
    tree = content.write(root, document, document.page_references())
    catalog.Outlines = None
    catalog.StructTreeRoot = document.Reference(tree)
    catalog.MarkInfo = _indirect(document, "<< /Marked true >>")
    catalog.ViewerPreferences = _indirect(document, "<< /DisplayDocTitle true >>")
    catalog.OutputIntents = _indirect(document, _output_intents(document, aim))
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


def attach_source(document: Document, content: bytes, source: Source, date: datetime) -> None:
    """Embed the source as an associated file, with its name and type (ISO 19005-3, 6.8)."""
    stamp = date.strftime("(D:%Y%m%d%H%M%S+00'00')")
    # The digest is a checksum that the standard defines (ISO 32000-1, table 46), no protection.
    checksum = hashlib.md5(content, usedforsecurity=False).hexdigest()
    embedded = document.add(
        Stream(
            content,
            f"/Type /EmbeddedFile /Subtype {name(source.media_type)} /Params << "
            f"/Size {len(content)} /ModDate {stamp} /CheckSum <{checksum}> >>",
        )
    )
    title = text_string(source.name)
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
def _deflated(profile: Callable[[], bytes]) -> bytes:
    return deflate(profile())


def _output_intents(document: Document, aim: Condition) -> str:
    """One profile for all intents: for PDF/X (ISO 15930-7, 6.4) and for PDF/A (6.2.3)."""
    profile = document.add(Stream(_deflated(aim.profile), f"/N {aim.components}", deflated=True))
    registry = f"/RegistryName ({aim.registry}) " if aim.registry else ""
    entries = (
        f"/OutputConditionIdentifier ({aim.identifier}) {registry}"
        f"/OutputCondition ({aim.description}) /Info ({aim.description}) "
        f"/DestOutputProfile {profile}"
    )
    intents = " ".join(
        f"<< /Type /OutputIntent /S /{standard} {entries} >>" for standard in aim.intents
    )
    return f"[{intents}]"


def _indirect(document: Document, text: str) -> pdfdoc.PDFObjectReference:
    """An object of its own: ReportLab's catalog takes references where a value may be one."""
    return document.Reference(Raw(text))
