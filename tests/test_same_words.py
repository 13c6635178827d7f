"""The three formats say the same words, told by tools that are not ours."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

import exporter
from exporter.model import (
    Block,
    Crosshead,
    Document,
    Figure,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Table,
    plain_text,
)
from exporter.stylesheet import Stylesheet, facts, note_to_editors
from tests.conftest import ROOT, SEED

STORIES = [SEED, *sorted((ROOT / "tests" / "stories").glob("*.txt"))]
FORMATS = ("pdf", "epub", "docx")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
# Bullets and numbers of lists are drawn by the reader's program in two of the formats.
_MARKERS = re.compile(r"[•■]|^\d+\.$", re.MULTILINE)


def said(document: Document, style: Stylesheet) -> list[str]:
    """Every word that a document and its style have to say."""
    parts = [document.title, *(part.text for part in document.subheadline)]
    for fact in facts(document, style):
        parts += [fact.label, fact.value]
    notes = note_to_editors(document, style)
    parts += [style.terms_for(document.language).ed_note, *notes] if notes else []
    parts += [part.text for part in document.abstract]
    parts += [document.dateline.text] if document.dateline else []
    parts += [text for block in document.body for text in _texts(block)]
    parts += [part.text for part in document.boilerplate]
    parts += [part.text for part in (document.end_mark, document.copyright) if part]
    return " ".join(parts).split()


def _texts(block: Block) -> list[str]:
    match block:
        case Paragraph() | Crosshead():
            return [block.text]
        case ItemList(items):
            return [text for item in items for text in _item(item)]
        case Table(rows):
            return [plain_text(block.caption), *(cell for row in rows for cell in row)]
        case Quotation(blocks):
            return [text for inner in blocks for text in _texts(inner)]
        case Figure():
            return [text for text in (block.alt, plain_text(block.caption), block.credit) if text]
        case _:
            return []


def _item(item: ListItem) -> list[str]:
    return [item.text, *(text for inner in item.items for text in _item(inner))]


def extracted(name: str, content: bytes, folder: Path) -> list[str]:
    return {"pdf": _from_pdf, "epub": _from_epub, "docx": _from_docx}[name](content, folder)


def _from_pdf(content: bytes, folder: Path) -> list[str]:
    """By the structure tree, which leaves out what belongs to the page."""
    path = folder / "story.pdf"
    path.write_bytes(content)
    run = subprocess.run(
        ["pdfinfo", "-struct-text", str(path)], capture_output=True, check=True, text=True
    )
    texts = re.findall(r'^\s*"(.*)"$', run.stdout, re.MULTILINE)
    return _MARKERS.sub("", "\n".join(texts)).split()


def _from_epub(content: bytes, _folder: Path) -> list[str]:
    """The body of the one document of the spine that holds the story."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        pages = [n for n in book.namelist() if n.endswith("story.xhtml")]
        (page,) = [etree.fromstring(book.read(name)) for name in pages]
    for element in page.iter(f"{_XHTML}p", f"{_XHTML}dt", f"{_XHTML}dd", f"{_XHTML}li"):
        element.tail = " " + (element.tail or "")
    body = page.find(f"{_XHTML}body")
    assert body is not None
    return _MARKERS.sub("", "\n".join(_paragraphs(body))).split()


_BLOCKS = {"p", "h1", "h2", "h3", "dt", "dd", "li", "td", "th", "figcaption", "address", "div"}


def _paragraphs(body: etree._Element) -> list[str]:
    """The text, with a line end wherever a block begins or ends."""
    out: list[str] = []

    def walk(element: etree._Element) -> None:
        is_block = etree.QName(element).localname in _BLOCKS
        out.append("\n" if is_block else "")
        out.append(element.text or "")
        for child in element:
            walk(child)
            out.append(child.tail or "")
        out.append("\n" if is_block else "")

    walk(body)
    return ["".join(out)]


def _from_docx(content: bytes, _folder: Path) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    paragraphs = []
    for paragraph in body.iter(f"{_W}p"):
        pieces = []
        for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
            pieces.append(element.text or "" if element.tag == f"{_W}t" else " ")
        paragraphs.append("".join(pieces))
    return _MARKERS.sub("", "\n".join(paragraphs)).split()


@pytest.fixture(scope="module")
def style() -> Stylesheet:
    from exporter.stylesheet import load

    return load("wire")[0]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_every_word_is_said_exactly_once(
    story: Path, name: str, style: Stylesheet, tmp_path: Path
) -> None:
    if name == "pdf" and not shutil.which("pdfinfo"):
        pytest.skip("pdfinfo is missing")
    document = exporter.model.publishable(exporter.read(story))
    rendition = exporter.export(story, format=name, verbatim=True, allow_embargoed=True)
    found = extracted(name, rendition.content, tmp_path)
    if document.pub_status != "usable":
        # The notice that every page carries is the house's, beside the story's own words.
        assert not Counter(said(document, style)) - Counter(found)
    else:
        assert Counter(found) == Counter(said(document, style))


@pytest.mark.parametrize("name", FORMATS)
def test_typography_changes_no_letter_and_no_figure(name: str, tmp_path: Path) -> None:
    if name == "pdf" and not shutil.which("pdfinfo"):
        pytest.skip("pdfinfo is missing")
    kept = [
        Counter(re.findall(r"\w", " ".join(extracted(name, rendition.content, tmp_path))))
        for rendition in (
            exporter.export(SEED, format=name),
            exporter.export(SEED, format=name, verbatim=True),
        )
    ]
    assert kept[0] == kept[1]
