"""ReportLab's canvas and document, extended where they stop short of a conforming file.

What is private to ReportLab and used here (`_code`, `_doc`, `__NoDefault__`, the object table) is
why its version is pinned exactly.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas as pdfgen

from exporter.renderers.pdf.writer.file import file_of
from exporter.renderers.pdf.writer.objects import Raw, Stream
from exporter.values import Value

# X-4 is based on PDF 1.6 (ISO 15930-7, 6.1), which A-3 and UA-1 both allow.
_VERSION = (1, 6)

Box = tuple[float, float, float, float]


class Sheet(Value):
    """The sheet: its size and, inside, the bleed and trim boxes, all in points."""

    width: float
    height: float
    bleed: Box
    trim: Box


class _Page(pdfdoc.PDFPage):
    """A page that knows the keys of a tagged page (ISO 32000-1, 14.7.4.4; ISO 14289-1, 7.18.3)."""

    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs")


class _Catalog(pdfdoc.PDFCatalog):
    """A catalog that takes output intents and associated files."""

    __NoDefault__ = (*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents", "AF")


class Document(pdfdoc.PDFDocument):
    """ReportLab's object table, with one serialisation that makes every object conform.

    `resources` and `info` are filled in when the pages are drawn.
    """

    Catalog: Any
    resources: Raw
    info: Raw

    def __init__(self, language: str) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=_VERSION, lang=language)
        language_entry, pages = self.Catalog.Lang, self.Catalog.Pages
        self.Catalog = self._catalog = _Catalog()
        self.Catalog.Lang, self.Catalog.Pages = language_entry, pages
        self.resources = Raw()
        self.info = Raw()

    def add(self, item: pdfdoc.PDFObject) -> str:
        """Put an object in; its reference as text, ``12 0 R``."""
        reference: str = self.Reference(item).format(self).decode("latin-1")
        return reference

    def addPage(self, page: pdfdoc.PDFPage) -> None:  # noqa: N802
        """Take a page of the canvas, its content as a conforming stream."""
        page.__class__ = _Page
        page.Contents = Stream(page.stream.encode("latin-1"))
        page.Resources = self.resources
        page.StructParents = self.pageCounter - 1
        page.Tabs = pdfdoc.PDFName("S")
        # ReportLab's is an empty one: nothing is presented page by page.
        page.Trans = None
        super().addPage(page)

    def page_references(self) -> list[str]:
        """References to the pages in order."""
        return [self.add(page) for page in self.Pages.pages]

    def serialise(self) -> bytes:
        """The file."""
        root, info = self.add(self.Catalog), self.add(self.info)
        written: list[tuple[bytes, bool]] = []
        while (key := self.numberToId.get(len(written) + 1)) is not None:
            item = self.idToObject[key]
            body = pdfdoc.format(item, self, toplevel=1).rstrip(b"\n")
            written.append((body, isinstance(item, Stream)))
        return file_of(written, root, info)


class Canvas(pdfgen.Canvas):
    """ReportLab's canvas over our document; text comes as operators, shaped already."""

    def __init__(self, sheet: Sheet, language: str) -> None:
        super().__init__(
            BytesIO(),
            pagesize=(sheet.width, sheet.height),
            invariant=1,
            pageCompression=1,
            trimBox=sheet.trim,
            bleedBox=sheet.bleed,
        )
        self.document = self._doc = Document(language)

    def _make_preamble(self) -> None:
        """None: ReportLab's would name a font that the file does not embed."""
        self._preamble = ""

    def operators(self, *lines: str) -> None:
        """Append content-stream operators to the page."""
        self._code.extend(lines)
