"""The package, the navigation and the container."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from lxml import etree

from exporter.model import Byline, Credit, Figure, SourceText
from exporter.renderers import RenderOptions
from exporter.renderers.epub import render
from exporter.renderers.epub.package import timestamp
from exporter.renderers.epub.series import series
from exporter.stylesheet import load
from tests.conftest import ROOT
from tests.renderers.epub.conftest import OPF, XHTML, XML_LANG, Book
from tests.renderers.epub.stories import EMBARGOED, PLAIN, RICH
from tests.renderers.epub.test_pictures import CARRIED
from tests.strategies import documents

MOMENT = datetime(2021, 8, 25, 14, 30, tzinfo=UTC)


@given(documents)
def test_every_member_of_every_book_is_well_formed(document):
    book = Book(
        render(document, load("wire")[0], RenderOptions(generator="a\x00", fingerprint="f"))
    )
    for name in book.names:
        if name.endswith((".xhtml", ".opf", ".ncx", ".svg", ".xml")):
            etree.fromstring(book.archive.read(name))
    assert not any(diagnostic.severity == "error" for diagnostic in book.rendition.diagnostics)


def test_the_mimetype_comes_first_and_uncompressed(bind):
    first = bind(PLAIN).archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert first.extra == b""


def test_no_member_tells_the_clock(bind):
    dates = {info.date_time for info in bind(RICH, date=MOMENT).archive.infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_a_known_date_is_the_books_and_its_modification_date(bind):
    book = bind(RICH, date=MOMENT)
    assert book.properties("dcterms:modified") == ["2021-08-25T14:30:00Z"]
    assert book.dublin_core("date") == ["2021-08-25T14:30:00Z"]
    assert "E001" not in book.codes()


def test_an_unknown_date_is_left_out_and_the_modification_date_said_to_be_a_stand_in(bind):
    book = bind(RICH)
    assert book.properties("dcterms:modified") == ["1980-01-01T00:00:00Z"]
    assert book.dublin_core("date") == []
    assert "E001" in book.codes()


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (datetime(2021, 8, 25, 1, tzinfo=timezone(timedelta(hours=2))), "2021-08-24T23:00:00Z"),
        (
            datetime(2021, 8, 25, 1, 0, 0, 5),  # noqa: DTZ001 - a date without a zone
            "2021-08-25T01:00:00Z",
        ),
        (datetime(999, 1, 1, tzinfo=UTC), "0999-01-01T00:00:00Z"),
    ],
)
def test_a_date_is_written_in_utc_with_seconds(date, written):
    assert timestamp(date) == written


def test_the_identifier_is_of_the_source_alone(bind):
    one, other = bind(PLAIN), bind(RICH, date=MOMENT)
    assert one.dublin_core("identifier") == other.dublin_core("identifier")
    changed = replace(PLAIN, source=replace(PLAIN.source, sha256="0" * 64))
    assert bind(changed).dublin_core("identifier") != one.dublin_core("identifier")
    assert one.dublin_core("identifier")[0].startswith("urn:uuid:")


def test_the_package_says_who_wrote_what(bind):
    book = bind(RICH)
    assert book.dublin_core("creator") == ["Ada Finch", "Bo Reed"]
    assert book.dublin_core("contributor") == ["Cy Dunn"]
    assert book.dublin_core("publisher") == ["Anadolu Agency"]
    assert book.dublin_core("subject") == ["BC-Ferry-Repairs, 1st Ld"]
    assert book.dublin_core("rights") == ["© 2021 Example News"]
    assert book.properties("role") == ["aut", "aut", "aut"]


def test_the_package_says_from_what_it_was_made(bind):
    book = bind(RICH)
    assert book.dublin_core("source") == ["ferry.txt"]
    # RFC 6920, section 3: the digest in base64url, without padding.
    assert book.properties("dcterms:source") == [
        "ni:///sha-256;P5p3wQS-XSA_mnfBBL5dID-ad8EEvl0gP5p3wQS-XSA"
    ]
    assert book.properties("dcterms:spatial") == ["PORT ELLEN", "OBAN"]
    for other in ("not a digest", "5eed"):
        hostile = replace(PLAIN, source=replace(PLAIN.source, sha256=other))
        assert bind(hostile).properties("dcterms:source") == []


def test_the_updates_of_one_slug_are_a_series(bind):
    book = bind(RICH)
    assert book.properties("belongs-to-collection") == ["BC-Ferry-Repairs"]
    assert book.properties("collection-type") == ["series"]
    assert book.properties("group-position") == ["2"]
    later = bind(replace(RICH, slugline=SourceText("BC-Ferry-Repairs, 3rd Ld-Writethru,0412")))
    assert later.properties("group-position") == ["4"]
    assert later.properties("dcterms:identifier") == book.properties("dcterms:identifier")
    assert bind(PLAIN).properties("belongs-to-collection") == []


SLUGS = {
    "BC-Ferry-Repairs,0412": ("BC-Ferry-Repairs", 1),
    "AM-Gulf Rdp, 3rd Ld-Writethru, a0723,1392": ("AM-Gulf Rdp", 4),
    "BC-WEA--Global Weather,": ("BC-WEA--Global Weather", 1),
    "Switzerland/migration/UN/": ("Switzerland/migration/UN/", None),
    "MEDIA RELEASE PR67255": None,
    " , ": None,
    "": None,
}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_slug_tells_the_series_and_the_place_in_it(slug):
    found = series(slug, "AA")
    assert (found and (found.name, found.position)) == SLUGS[slug]


def test_the_series_of_two_agencies_are_two():
    assert series("BC-Ferry", "AA").identifier != series("BC-Ferry", "AP").identifier


def test_an_editor_is_an_editor(bind):
    credit = Credit("Editing by Di Moss", "editing", ("Di Moss", " "))
    book = bind(replace(PLAIN, credits=(credit,), byline=Byline("By staff")))
    assert (book.dublin_core("creator"), book.properties("role")) == ([], ["edt"])


def test_the_fingerprint_can_be_read_back(bind):
    book = bind(RICH, fingerprint="ab" * 32)
    assert book.properties("exporter:fingerprint") == ["ab" * 32]
    assert "exporter: urn:exporter:ns#" in book.package.get("prefix")


def test_the_package_states_its_language(bind):
    book = bind(replace(RICH, language="pt-BR"))
    assert book.package.get(XML_LANG) == "pt-BR"
    assert book.dublin_core("language") == ["pt-BR"]


def test_a_described_book_claims_conformance_and_says_who_claims_it(bind):
    book = bind(RICH)
    assert book.properties("dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.1 Level AA"]
    assert book.properties("a11y:certifiedBy") == ["exporter"]
    assert book.properties("schema:accessModeSufficient") == ["textual"]
    assert book.properties("schema:accessibilityHazard") == ["none"]


def test_a_picture_that_may_move_makes_the_hazards_unknown(bind):
    document = replace(PLAIN, body=(Figure("a", "A wave"),))
    book = bind(document, resources={"a": CARRIED["gif"][0]})
    assert book.properties("schema:accessibilityHazard") == ["unknown"]
    assert book.properties("dcterms:conformsTo") == []


def test_the_cover_opens_the_spine_and_is_the_books_image(bind):
    package = bind(RICH).package
    assert [ref.get("idref") for ref in package.iter(f"{OPF}itemref")] == [
        "cover", "story", "nav",
    ]  # fmt: skip
    assert [ref.get("linear") for ref in package.iter(f"{OPF}itemref")][-1] == "no"
    images = [i for i in package.iter(f"{OPF}item") if i.get("properties") == "cover-image"]
    assert [image.get("href") for image in images] == ["cover.svg"]


def test_contents_and_landmarks_lead_to_what_exists(bind):
    book = bind(EMBARGOED)
    story = {element.get("id") for element in book.story.iter() if element.get("id")}
    links = [a.get("href") for a in book.tree("nav.xhtml").iter(f"{XHTML}a")]
    assert links == [
        "cover.xhtml", "story.xhtml", "story.xhtml#crosshead-1",
        "cover.xhtml", "nav.xhtml#toc", "story.xhtml",
    ]  # fmt: skip
    assert "crosshead-1" in story


def test_old_readers_find_the_same_contents(bind):
    sources = [c.get("src") for c in bind(RICH).tree("toc.ncx").iter("{*}content")]
    assert sources == ["cover.xhtml", "story.xhtml", "story.xhtml#crosshead-1"]


def test_the_title_of_several_lines_is_one_line_in_the_package(bind):
    book = bind(replace(PLAIN, title="One\n  two\tthree", abstract=(SourceText(" "),)))
    assert book.dublin_core("title") == ["One two three"]


_SCRIPT = """
import hashlib
from datetime import UTC, datetime
from exporter.renderers import RenderOptions
from exporter.renderers.epub import render
from exporter.stylesheet import CoverKind, load
from exporter.values import replace
from tests.renderers.epub.stories import RICH
from tests.renderers.pictures import png
options = RenderOptions(
    date=datetime(2021, 8, 25, tzinfo=UTC), resources={"ramp.png": png()}, page_map=(0, 9)
)
wire = load("wire")[0]
made = hashlib.sha256()
for cover in CoverKind:
    style = replace(wire, house=replace(wire.house, cover=cover))
    made.update(render(RICH, style, options).content)
print(made.hexdigest())
"""


def test_the_bytes_are_the_same_in_every_process_time_zone_and_hash_seed():
    def digest(seed: str, zone: str) -> str:
        settings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        run = [sys.executable, "-W", "error", "-c", _SCRIPT]
        return subprocess.run(run, env=settings, capture_output=True, check=True, text=True).stdout

    assert digest("1", "Asia/Kathmandu") == digest("77", "America/St_Johns")


def test_the_bytes_do_not_depend_on_what_was_made_before(bind):
    first = bind(RICH).rendition.content
    bind(EMBARGOED)
    assert bind(RICH).rendition.content == first
