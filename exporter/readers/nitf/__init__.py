"""NITF 3.x: the News Industry Text Format of the IPTC."""

from __future__ import annotations

from lxml import etree

from exporter.diagnostics import Lines, ReadError
from exporter.model import Document
from exporter.readers import plaincopy
from exporter.readers.draft import Draft, document
from exporter.readers.newscopy import recognise
from exporter.readers.nitf.story import NitfStory
from exporter.readers.raw import RawStory
from exporter.readers.remarks import Remarks
from exporter.readers.xml import local, parse, tree

MEDIA_TYPE = "application/nitf+xml"

__all__ = ["MEDIA_TYPE", "fill", "fill_text", "read"]


def read(raw: RawStory) -> Document:
    """The document of an NITF file; ReadError when it is not well-formed or says nothing."""
    xml = parse(raw, "NITF")
    draft = Draft(raw, MEDIA_TYPE, Remarks(raw.name), xml.encoding)
    draft.remarks.extend(xml.findings)
    fill(draft, xml.root)
    recognise(draft)
    return document(draft)


def fill(draft: Draft, nitf: etree._Element) -> None:
    """Put into a draft what a ``nitf`` element says and the draft does not say yet."""
    NitfStory(draft, nitf).fill()


def fill_text(draft: Draft, text: str, place: Lines | None) -> None:
    """The same of NITF that stands as text in a field; what is no NITF is copy."""
    try:
        root, findings = tree(text, "NITF", draft.raw.name)
    except ReadError:
        plaincopy.fill(draft, text, place, html=True)
        return
    draft.remarks.extend(findings)
    if local(root) == "nitf":
        NitfStory(draft, root, place).fill()
    else:
        plaincopy.fill_markup(draft, text, place)
