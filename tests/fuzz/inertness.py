"""Files that do nothing by themselves: no script, no action, nothing fetched."""

from __future__ import annotations

import io
import re
import zipfile

import pikepdf
from lxml import etree

from exporter.renderers import Rendition

# Actions and what starts them (ISO 32000-1, 12.6), and files that could be run.
_ACTIVE = re.compile(
    rb"/(JavaScript|JS|Launch|SubmitForm|ImportData|GoToR|GoToE|RichMedia|Movie|Sound|OpenAction|AA|"
    rb"XFA|Rendition)\b"
)
_SCRIPTS = re.compile(rb"<\s*(script|iframe|object|embed|form)\b|javascript:", re.IGNORECASE)
_HANDLER = re.compile(r"on[a-z]+")
_LOADS = ("src", "data", "poster", "{http://www.w3.org/1999/xlink}href")
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_MACROS = re.compile(r"vbaProject|activeX|embeddings|attachedTemplate", re.IGNORECASE)


def assert_inert(rendition: Rendition) -> None:
    """AssertionError when a file is damaged, or does anything when it is opened."""
    {"pdf": _pdf, "epub": _epub, "docx": _docx}[rendition.format](rendition.content)


def _pdf(content: bytes) -> None:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.pages
        for each in pdf.objects:
            if isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
                found = [key for key in dict(each) if _ACTIVE.fullmatch(key.encode())]
                assert not found, found


def _epub(content: bytes) -> None:
    for name, member in _members(content):
        if name.endswith((".xhtml", ".svg", ".opf", ".ncx", ".xml")):
            root = etree.fromstring(member, _PARSER)
            if not name.endswith((".opf", ".ncx", ".xml")):
                assert not _SCRIPTS.search(_tags(root)), name
                _assert_local(name, root)


def _assert_local(name: str, root: etree._Element) -> None:
    for element in root.iter(etree.Element):
        for key, value in element.attrib.items():
            assert not _HANDLER.fullmatch(str(key)), (name, key)
            if key in _LOADS:
                assert not _ELSEWHERE.match(str(value)), (name, value)


def _tags(root: etree._Element) -> bytes:
    """The document without its text, in which a story may well speak of scripts."""
    for element in root.iter(etree.Element):
        element.text = element.tail = None
    return etree.tostring(root)


def _docx(content: bytes) -> None:
    for name, member in _members(content):
        assert not _MACROS.search(name), name
        if name.endswith((".xml", ".rels")):
            root = etree.fromstring(member, _PARSER)
            for relation in root.iter("{*}Relationship"):
                facts = dict(relation.attrib)
                is_outside = facts.get("TargetMode") == "External"
                assert not is_outside or facts["Type"].endswith("/hyperlink"), (name, facts)


def _members(content: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        assert not [name for name in names if name.startswith("/") or ".." in name.split("/")]
        return [(name, archive.read(name)) for name in names]


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
