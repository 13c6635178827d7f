"""The parts of a package and how they are related, as objects of python-docx."""

from __future__ import annotations

from typing import cast

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart, HeaderPart

from exporter.model import Document
from exporter.renderers.contract import RenderOptions
from exporter.renderers.docx.findings import Findings
from exporter.renderers.docx.markup import Element, part_root
from exporter.renderers.docx.numbering import LISTS, Numbering
from exporter.renderers.docx.package import FinishedPart
from exporter.renderers.docx.page import Furniture
from exporter.renderers.docx.properties import (
    application_properties,
    core_properties,
    custom_properties,
)
from exporter.renderers.docx.template import Template
from exporter.stylesheet import Stylesheet


def main_part(package: Package) -> DocumentPart:
    """An empty document in the package."""
    name = PackURI("/word/document.xml")
    main = DocumentPart(name, CT.WML_DOCUMENT_MAIN, _oxml(part_root("document")), package)
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    return main


def add_shared_parts(main: DocumentPart, template: Template) -> None:
    """Add the parts that all stories of a style and language have."""
    package = cast("Package", main.package)
    for static in template.parts:
        part = FinishedPart(static.name, static.content_type, static.packed, package)
        main.relate_to(part, static.relationship)


def add_furniture(main: DocumentPart, heads: tuple[Element, Element], foot: Element) -> Furniture:
    """Add head and foot to the document, those of the first page last.

    A foot is the same on all pages, but in a part for each: none is shared in what Word writes.
    """
    return Furniture(
        _add(main, "header1", heads[0]),
        _add(main, "footer1", foot),
        _add(main, "header2", heads[1]),
        _add(main, "footer2", foot),
    )


def _add(main: DocumentPart, name: str, root: Element) -> str:
    place, package = PackURI(f"/word/{name}.xml"), main.package
    if name.startswith("header"):
        head = HeaderPart(place, CT.WML_HEADER, _oxml(root), package)
        return main.relate_to(head, RT.HEADER)
    return main.relate_to(FooterPart(place, CT.WML_FOOTER, _oxml(root), package), RT.FOOTER)


def add_lists(main: DocumentPart, numbering: Numbering, template: Template) -> None:
    """Add the definitions of the lists and the lists that count for themselves."""
    name, package = f"/{LISTS}", cast("Package", main.package)
    if numbering:
        content = numbering.part(template.lists)
        part = Part(PackURI(name), CT.WML_NUMBERING, content, package)
    else:
        part = FinishedPart(name, CT.WML_NUMBERING, template.packed_lists, package)
    main.relate_to(part, RT.NUMBERING)


def add_properties(
    package: Package,
    document: Document,
    style: Stylesheet,
    options: RenderOptions,
    findings: Findings,
) -> None:
    """Add what the file says of itself."""
    rows = (
        ("core", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES,
         core_properties(document, options, findings)),
        ("app", CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES,
         application_properties(document, style, options, findings)),
        ("custom", CT.OFC_CUSTOM_PROPERTIES, RT.CUSTOM_PROPERTIES,
         custom_properties(document, options, findings)),
    )  # fmt: skip
    for name, content_type, relationship, content in rows:
        part = Part(PackURI(f"/docProps/{name}.xml"), content_type, content, package)
        package.relate_to(part, relationship)


def _oxml(element: Element) -> BaseOxmlElement:
    """The element by the type that python-docx's parts ask for."""
    return cast("BaseOxmlElement", element)
