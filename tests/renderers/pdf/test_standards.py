"""What our files do about PDF/X-4, PDF/A-3 and PDF/UA-1 beside the rules that validators know.

The rules of PDF/X-4 are `exporter/validators/pdfx`, and `tests/validators/test_pdfx.py` tries them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from exporter.model import Document, Lines, SourceText
from exporter.renderers import Rendition
from exporter.renderers.pdf.conformance.profile import gray_profile
from tests.renderers.pdf.conftest import opened

Render = Callable[..., Rendition]


@pytest.fixture
def pdf(rendered: Render, story: Document) -> pikepdf.Pdf:
    return opened(rendered(story))


def test_the_version_is_the_one_that_x4_is_based_on(pdf: pikepdf.Pdf) -> None:
    assert pdf.pdf_version == "1.6"


def test_one_profile_serves_the_intents_of_x_and_of_a(pdf: pikepdf.Pdf) -> None:
    intents = {str(intent.S): intent for intent in pdf.Root.OutputIntents}
    assert set(intents) == {"/GTS_PDFX", "/GTS_PDFA1"}
    profiles = {intent.DestOutputProfile.objgen for intent in intents.values()}
    assert len(profiles) == 1
    assert intents["/GTS_PDFX"].DestOutputProfile.read_bytes() == gray_profile()


def test_the_metadata_name_all_three_standards_and_the_dates(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as meta:
        assert meta["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("3", "A")
        assert meta["pdfuaid:part"] == "1"
        assert meta["xmp:CreateDate"] == meta["xmp:ModifyDate"] == "2024-03-03T00:00:00Z"
        assert meta["xmpMM:DocumentID"]
        assert meta["dc:title"] == str(pdf.docinfo["/Title"])


def test_all_fonts_are_embedded_subsets(pdf: pikepdf.Pdf) -> None:
    fonts = pdf.pages[0].Resources.Font
    assert len(fonts) > 2
    for font in fonts.values():
        descendant = font.DescendantFonts[0]
        assert "/FontFile2" in descendant.FontDescriptor
        assert str(font.BaseFont)[7] == "+"
        assert "/ToUnicode" in font


def test_two_weights_of_a_family_have_two_names(pdf: pikepdf.Pdf) -> None:
    names = [str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()]
    assert len(set(names)) == len(names)


def test_black_text_is_pure_black_and_all_colour_is_gray(pdf: pikepdf.Pdf) -> None:
    operators = {
        str(operator): operands
        for page in pdf.pages
        for operands, operator in pikepdf.parse_content_stream(page)
    }
    assert "g" in operators
    assert not {"rg", "RG", "k", "K", "cs", "CS", "sc", "scn"} & set(operators)
    assert (
        b"\n0 g" in pdf.pages[0].Contents.read_bytes()
        or b" 0 g" in pdf.pages[0].Contents.read_bytes()
    )


def test_the_document_is_tagged_and_shows_its_title(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.Root.Lang) == "en"
    assert "/StructTreeRoot" in pdf.Root
    assert all(page.Tabs == "/S" for page in pdf.pages)


def test_the_source_is_embedded_only_when_it_is_given(rendered: Render, story: Document) -> None:
    assert "/AF" not in opened(rendered(story)).Root
    attached = opened(rendered(story, source=b"as sent"))
    assert attached.attachments["harbour.txt"].get_file().read_bytes() == b"as sent"
    assert attached.Root.AF[0].AFRelationship == "/Source"
    assert attached.Root.AF[0].EF.F.Subtype == "/text/plain"


def test_the_source_says_its_type(rendered: Render, story: Document) -> None:
    marked = replace(story, source=replace(story.source, media_type="application/nitf+xml"))
    attached = opened(rendered(marked, source=b"<nitf/>"))
    assert attached.Root.AF[0].EF.F.Subtype == "/application/nitf+xml"


def test_a_source_with_unpublishable_lines_is_never_embedded(
    rendered: Render, story: Document
) -> None:
    secret = replace(story, unpublishable=(Lines(40, 50),))
    rendition = rendered(secret, source=b"call the minister at home")
    assert "/AF" not in opened(rendition).Root
    assert not opened(rendition).attachments


def test_the_date_that_x4_demands_is_said_to_be_unknown(rendered: Render, story: Document) -> None:
    rendition = rendered(story, date=None)
    assert [d.code for d in rendition.diagnostics if d.code == "P001"]
    with opened(rendition).open_metadata() as meta:
        assert meta["xmp:CreateDate"] == "1980-01-01T00:00:00Z"


def test_the_fingerprint_can_be_read_back(rendered: Render, story: Document) -> None:
    rendition = rendered(story, fingerprint="f1" * 32)
    assert b"<exporter:fingerprint>" + b"f1" * 32 in rendition.content


def test_a_title_with_characters_that_xml_cannot_hold_still_makes_good_metadata(
    rendered: Render, story: Document
) -> None:
    pdf = opened(rendered(replace(story, title="A <b>\x07 & \ud800c", language="not a tag")))
    with pdf.open_metadata() as meta:
        assert meta["dc:title"] == "A <b>\ufffd & \ufffdc"
    assert str(pdf.Root.Lang) == "und"


def test_a_slug_with_blanks_and_controls_is_said_alike_in_both_places(
    rendered: Render, story: Document
) -> None:
    pdf = opened(rendered(replace(story, slugline=SourceText(" HARBOUR\x0b\n FERRY\x01 "))))
    with pdf.open_metadata() as meta:
        assert meta["pdf:Keywords"] == str(pdf.docinfo["/Keywords"]) == "HARBOUR\ufffd FERRY\ufffd"
