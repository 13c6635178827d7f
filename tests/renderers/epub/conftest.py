"""Books made for the tests, opened with tools that are not the backend's."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from exporter.renderers import RenderOptions, Rendition
from exporter.renderers.epub import render

XHTML = "{http://www.w3.org/1999/xhtml}"
DC = "{http://purl.org/dc/elements/1.1/}"
OPF = "{http://www.idpf.org/2007/opf}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Book:
    """An EPUB file taken apart."""

    def __init__(self, rendition: Rendition) -> None:
        self.rendition = rendition
        self.archive = zipfile.ZipFile(io.BytesIO(rendition.content))
        self.names = self.archive.namelist()

    def read(self, name: str) -> bytes:
        return self.archive.read(f"EPUB/{name}")

    def tree(self, name: str) -> etree._Element:
        return etree.fromstring(self.read(name))

    @property
    def story(self) -> etree._Element:
        return self.tree("story.xhtml")

    @property
    def package(self) -> etree._Element:
        return self.tree("content.opf")

    def properties(self, name: str) -> list[str]:
        return [
            str(meta.text)
            for meta in self.package.iter(f"{OPF}meta")
            if meta.get("property") == name
        ]

    def dublin_core(self, name: str) -> list[str]:
        return [str(element.text) for element in self.package.iter(f"{DC}{name}")]

    def codes(self) -> list[str]:
        return [diagnostic.code for diagnostic in self.rendition.diagnostics]


def text_of(element: etree._Element) -> str:
    """What stands in an element, without what is hidden from readers' ears."""
    if element.get("aria-hidden") == "true":
        return ""
    inside = "".join(text_of(child) + (child.tail or "") for child in element)
    return (element.text or "") + inside


@pytest.fixture(scope="session")
def bind(wire):
    """Makes a book of a document in the default style."""

    def make(document, style=wire, **options) -> Book:
        return Book(render(document, style, RenderOptions(**options)))

    return make
