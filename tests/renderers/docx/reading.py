"""What stands in a Word file, read without the code that wrote it."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from exporter.renderers import Rendition

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
W = f"{{{NAMES['w']}}}"


def part(rendition: Rendition, name: str = "word/document.xml") -> etree._Element:
    """The root of a part."""
    with zipfile.ZipFile(io.BytesIO(rendition.content)) as package:
        return etree.fromstring(package.read(name))


def members(rendition: Rendition) -> dict[str, bytes]:
    """Every file of the package."""
    with zipfile.ZipFile(io.BytesIO(rendition.content)) as package:
        return {info.filename: package.read(info) for info in package.infolist()}


def find(root: etree._Element, path: str) -> list[etree._Element]:
    """What an XPath with the prefixes w, wp and r finds."""
    return root.xpath(path, namespaces=NAMES)


def text(element: etree._Element) -> str:
    """The words of an element as a reader sees them; a paragraph ends with a line end."""
    pieces = []
    for node in element.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}p"):
        inside_tabs = node.getparent() is not None and node.getparent().tag == f"{W}tabs"
        if node.tag == f"{W}t":
            pieces.append(node.text or "")
        elif not inside_tabs:
            pieces.append("\n")
    return "".join(pieces).strip()


def paragraphs(root: etree._Element) -> list[tuple[str, str]]:
    """The style and the words of each paragraph, in order."""
    return [
        (find(p, "string(w:pPr/w:pStyle/@w:val)"), text(p))  # type: ignore[list-item]
        for p in find(root, "//w:p")
    ]


def styled(rendition: Rendition, style: str) -> list[str]:
    """The words of the paragraphs in a style."""
    return [words for name, words in paragraphs(part(rendition)) if name == style]
