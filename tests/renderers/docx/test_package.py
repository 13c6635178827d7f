"""The file: valid for python-docx, the same bytes everywhere, whatever the story holds."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace

import docx
from hypothesis import given
from lxml import etree

from exporter.container import Member, pack
from exporter.model import Document, SourceText
from exporter.renderers import RenderOptions
from exporter.renderers.docx import render
from exporter.stylesheet import load
from tests import strategies
from tests.conftest import ROOT
from tests.renderers.docx.reading import find, members, part
from tests.renderers.docx.stories import ARABIC, OPTIONS, PLAIN, RICH, SLUGGED

WIRE = load("wire")[0]
_DIGEST = """
import hashlib
from exporter.renderers.docx import render
from exporter.stylesheet import load
from tests.renderers.docx.stories import ARABIC, OPTIONS, RICH
wire = load("wire")[0]
files = [render(story, wire, OPTIONS).content for story in (RICH, ARABIC)]
print(hashlib.sha256(b"".join(files)).hexdigest())
"""


def digest() -> str:
    files = [render(story, WIRE, OPTIONS).content for story in (RICH, ARABIC)]
    return hashlib.sha256(b"".join(files)).hexdigest()


@given(strategies.documents)
def test_every_document_becomes_a_package_that_python_docx_opens(document: Document):
    rendition = render(document, WIRE, RenderOptions(resources={"picture.jpg": b"\xff\xd8\xff"}))
    for name, content in members(rendition).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(content)
    opened = docx.Document(io.BytesIO(rendition.content))
    assert all(paragraph.style is not None for paragraph in opened.paragraphs)


@given(strategies.documents)
def test_every_style_that_is_used_is_defined(document: Document):
    rendition = render(document, WIRE, OPTIONS)
    defined = set(find(part(rendition, "word/styles.xml"), "//w:style/@w:styleId"))
    used = "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"
    for name in ("document", "header1", "header2", "footer1", "footer2", "numbering"):
        assert set(find(part(rendition, f"word/{name}.xml"), used)) <= defined
    bases = "//w:basedOn/@w:val | //w:next/@w:val | //w:link/@w:val"
    assert set(find(part(rendition, "word/styles.xml"), bases)) <= defined


def test_nothing_is_formatted_directly_but_what_no_style_can_say():
    """The count of a list, what holds a table together, and what stands in the data column."""
    root = part(render(RICH, WIRE, OPTIONS))
    formats = {each.tag.rpartition("}")[2] for each in find(root, "//w:pPr/*")}
    assert formats == {"pStyle", "numPr", "keepNext", "framePr"}
    assert not find(root, "//w:pPr[w:keepNext and not(ancestor::w:tbl)]")
    runs = {each.tag.rpartition("}")[2] for each in find(root, "//w:rPr/*")}
    assert runs == {"rStyle", "b", "bCs"}, "bold is for the words within a link"


def test_another_process_zone_and_hash_seed_give_the_same_bytes():
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Asia/Kathmandu"}
    command = [sys.executable, "-c", _DIGEST]
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == digest()


def test_renditions_do_not_influence_one_another():
    before = render(RICH, WIRE, OPTIONS)
    render(ARABIC, WIRE, OPTIONS)
    render(RICH, replace(WIRE, page=replace(WIRE.page, columns=2)), OPTIONS)
    assert render(RICH, WIRE, OPTIONS) == before


def test_the_package_is_written_by_the_container():
    rendition = render(RICH, WIRE, OPTIONS)
    again = pack(Member(name, content) for name, content in members(rendition).items())
    assert _entries(rendition.content) == _entries(again)


def _entries(content):
    """What the directory says of each member but how much it was deflated and where it stands."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [
            (each.filename, each.date_time, each.CRC, each.file_size, each.flag_bits, each.extra,
             each.create_system, each.external_attr, each.compress_type)
            for each in archive.infolist()
        ]  # fmt: skip


def test_the_source_is_not_in_the_file():
    options = replace(OPTIONS, source=b"the source as it was sent")
    assert render(RICH, WIRE, options) == render(RICH, WIRE, OPTIONS)


def test_the_core_properties_say_what_the_story_is():
    core = docx.Document(io.BytesIO(render(SLUGGED, WIRE, OPTIONS).content)).core_properties
    assert core.title == SLUGGED.title
    assert core.author == "Kari Holm; Ola Vik"
    assert core.subject == "NORWAY-HARBOUR/WALL (UPDATE 2)"
    assert core.keywords == "NORWAY, HARBOUR, WALL, (UPDATE, 2)"
    assert core.language == "en"
    assert (core.category, core.content_status) == ("story", "usable")
    assert core.created == core.modified == OPTIONS.date
    assert core.last_modified_by == "exporter"


def test_the_agency_is_the_company():
    application = members(render(SLUGGED, WIRE, OPTIONS))["docProps/app.xml"]
    assert b"<Company>Anadolu Agency</Company>" in application
    assert b"Company" not in members(render(PLAIN, WIRE, OPTIONS))["docProps/app.xml"]


def test_an_unknown_date_is_the_first_that_a_zip_file_can_hold_and_is_reported():
    rendition = render(PLAIN, WIRE, RenderOptions())
    core = members(rendition)["docProps/core.xml"]
    assert core.count(b"1980-01-01T00:00:00Z") == 2
    assert [f"{d.code} {d.severity}" for d in rendition.diagnostics] == ["D001 info"]


def test_the_custom_properties_tell_the_origin_and_the_fingerprint():
    root = etree.fromstring(members(render(SLUGGED, WIRE, OPTIONS))["docProps/custom.xml"])
    said = {each.get("name"): each[0].text for each in root}
    assert said == {
        "Slug": "NORWAY-HARBOUR/WALL (UPDATE 2)",
        "Urgency": "3",
        "Agency": "AA",
        "Source name": "harbour.txt",
        "Source SHA-256": SLUGGED.source.sha256,
        "Fingerprint": OPTIONS.fingerprint,
    }
    assert [each.get("pid") for each in root] == [str(number) for number in range(2, 8)]


def test_a_property_longer_than_word_shows_is_cut_and_reported():
    rendition = render(replace(PLAIN, slugline=SourceText("x" * 300)), WIRE, OPTIONS)
    core = docx.Document(io.BytesIO(rendition.content)).core_properties
    assert core.subject == "x" * 254 + "…"
    assert {d.code for d in rendition.diagnostics} == {"D009"}


def test_a_malformed_language_is_not_stated():
    rendition = render(replace(PLAIN, language='en" x'), WIRE, OPTIONS)
    assert [f"{d.code} {d.severity}" for d in rendition.diagnostics] == ["D011 warning"]
    assert b"dc:language" not in members(rendition)["docProps/core.xml"]
