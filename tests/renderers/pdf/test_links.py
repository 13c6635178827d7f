"""The screen profile: links that lead somewhere, tagged, and only where a reader may be led."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from exporter.model import Document, Emphasis, ItemList, Link, ListItem, Paragraph, Text
from exporter.renderers import Profile, RenderOptions, Rendition
from exporter.renderers.pdf import render
from exporter.stylesheet import Stylesheet
from tests.renderers.pdf.conftest import SENTENCE, opened

Render = Callable[..., Rendition]
SCREEN = RenderOptions(profile=Profile.SCREEN)
LONG = "the page of the harbour office about the ferry, its ramps, and the storms of the last years"


def linked(href: str, *words: str) -> Link:
    return Link(href, tuple(Text(each) for each in words))


@pytest.fixture
def pdf(story: Document, wire: Stylesheet) -> pikepdf.Pdf:
    body = (
        Paragraph((Text("See "), linked("https://example.org/a(1)", LONG), Text(". " + SENTENCE))),
        ItemList(
            (ListItem((Link("mailto:desk@example.org", (Emphasis((Text("the desk"),)),)),)),), False
        ),
    )
    return opened(render(replace(story, body=body), wire, SCREEN))


def annotations(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [annotation for page in pdf.pages for annotation in page.get("/Annots", [])]


def test_each_link_is_an_annotation_with_its_address_and_its_words(pdf: pikepdf.Pdf) -> None:
    web, mail = annotations(pdf)
    assert str(web.A.URI) == "https://example.org/a(1)"
    assert str(web.Contents) == f"{LONG}: https://example.org/a(1)"
    assert str(mail.A.URI) == "mailto:desk@example.org"
    for link in (web, mail):
        assert (link.Subtype, link.A.S, int(link.F)) == ("/Link", "/URI", 4)


def test_each_leads_back_to_its_element(pdf: pikepdf.Pdf) -> None:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == len(owners)
    pages = {int(page.StructParents) for page in pdf.pages}
    for link in annotations(pdf):
        assert int(link.StructParent) not in pages
        element = owners[int(link.StructParent)]
        assert element.S == "/Link"
        (reference,) = (kid for kid in element.K if isinstance(kid, pikepdf.Dictionary))
        assert reference.Type == "/OBJR"
        assert reference.Obj.objgen == link.objgen
        # Its words belong to it too.
        assert [kid for kid in element.K if isinstance(kid, int)]


def test_a_link_stands_among_the_words_of_its_paragraph(pdf: pikepdf.Pdf) -> None:
    link = annotations(pdf)[0]
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    element = owners[int(link.StructParent)]
    kids = list(element.P.K)
    place = next(
        at for at, kid in enumerate(kids) if getattr(kid, "objgen", None) == element.objgen
    )
    assert 0 < place < len(kids) - 1
    assert kids[place - 1] < min(int(kid) for kid in element.K if isinstance(kid, int))


def test_a_link_of_two_lines_has_an_area_on_each(pdf: pikepdf.Pdf) -> None:
    web, mail = annotations(pdf)
    quads = list(map(float, web.QuadPoints))
    assert len(quads) == 16
    assert quads[1] > quads[9]
    left, bottom, right, top = map(float, web.Rect)
    assert (min(quads[::2]), max(quads[::2])) == (left, right)
    assert (min(quads[1::2]), max(quads[1::2])) == (bottom, top)
    assert "/QuadPoints" not in mail
    width, height = (float(edge) for edge in pdf.pages[0].MediaBox[2:])
    assert 0 < left < right < width
    assert 0 < bottom < top < height


def test_a_link_is_underlined_on_its_own_page_only(story: Document, wire: Stylesheet) -> None:
    words = ("first", "second")
    links = [Paragraph((linked(f"https://example.org/{word}", word),)) for word in words]
    body = (links[0], *[Paragraph.of(SENTENCE * 8)] * 9, links[1])
    made = opened(render(replace(story, body=body), wire, SCREEN))
    assert [int(len(page.get("/Annots", [])) > 0) for page in made.pages] == [1, 0, 1]
    hairlines = [
        re.findall(rb"0 G \S+ w \S+ \S+ m \S+ \S+ l S", page.Contents.read_bytes())
        for page in made.pages
    ]
    assert [len(each) for each in hairlines] == [1, 0, 1]


def test_a_screen_file_is_no_print_file(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as meta:
        assert "pdfxid:GTS_PDFXVersion" not in meta
        assert (meta["pdfaid:part"], meta["pdfuaid:part"]) == ("3", "1")
        # Only PDF/X demands a date.
        assert "xmp:CreateDate" not in meta
    assert "/CreationDate" not in pdf.docinfo
    assert all(page.Tabs == "/S" for page in pdf.pages)


def test_a_print_file_has_no_links_and_says_so(rendered: Render, story: Document) -> None:
    rendition = rendered(story)
    assert annotations(opened(rendition)) == []
    said = [each.message for each in rendition.diagnostics if each.code == "P006"]
    assert len(said) == 1
    assert "https://example.org/" in said[0]


def test_an_address_that_no_reader_should_be_led_to_stays_text(
    story: Document, wire: Stylesheet
) -> None:
    body = (Paragraph((linked("javascript:alert(1)", "this"), Text(" is no link"))),)
    rendition = render(replace(story, body=body), wire, SCREEN)
    assert annotations(opened(rendition)) == []
    assert [each.code for each in rendition.diagnostics if "javascript" in each.message] == ["P020"]
    assert "P001" not in [each.code for each in rendition.diagnostics]


@pytest.mark.parametrize("options", [RenderOptions(), SCREEN], ids=["print", "screen"])
def test_a_message_does_not_repeat_an_address_without_end(
    options: RenderOptions, story: Document, wire: Stylesheet
) -> None:
    body = (Paragraph((linked("https://example.org/" + "a" * 5000, "here"),)),)
    told = [
        d for d in render(replace(story, body=body), wire, options).diagnostics if d.code != "P001"
    ]
    assert [len(found.message) < 200 for found in told] == [True]
