"""What a listener is told: the structure tree (ISO 32000-1, 14.7 and 14.8; ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporter.model import (
    Crosshead,
    Document,
    Paragraph,
    PubStatus,
    Table,
)
from exporter.renderers import RenderOptions, Rendition
from exporter.renderers.pdf import render
from exporter.stylesheet import load
from tests.renderers.pdf.conftest import SENTENCE, opened
from tests.renderers.pdf.structure import elements, found, outline, pages_of, root, types
from tests.renderers.pictures import png
from tests.strategies import documents

Render = Callable[..., Rendition]
WIRE = load("wire")[0]

EVERY_PART = """\
Document
  Art
    H1
    P
    Aside
      L /None
        LI
          Lbl
          LBody
        LI
          Lbl
          LBody
        LI
          Lbl
          LBody
        LI
          Lbl
          LBody
        LI
          Lbl
          LBody
        LI
          Lbl
          LBody
        LI
          Lbl
          LBody
        LI
          Lbl
          LBody
      Note
        P
        P
    P
    P
    P
    H2
    P
    L /Decimal
      LI
        Lbl
        LBody
          P
          L /Decimal
            LI
              Lbl
              LBody
                P
      LI
        Lbl
        LBody
          P
    Table
      THead
        TR
          TH /Column
          TH /Column
      TBody
        TR
          TD
          TD
        TR
          TD
          TD
    BlockQuote
      P
    P
    P
    P
    P
    P
    P
    P"""


def test_the_tree_reads_like_the_story(rendered: Render, story: Document) -> None:
    assert outline(root(opened(rendered(story)))) == EVERY_PART


# The name that generated figures have for their picture.
PICTURES = {"picture.jpg": png(300, 200)}


@given(documents, st.sampled_from([{}, PICTURES]))
@settings(suppress_health_check=list(HealthCheck), max_examples=60)
def test_nothing_is_empty_no_level_is_skipped_and_every_table_is_regular(
    document: Document, pictures: dict[str, bytes]
) -> None:
    pdf = opened(render(document, WIRE, RenderOptions(resources=pictures)))
    assert all(str(figure.Alt).strip() for figure in found(pdf, "Figure"))
    for element in elements(root(pdf)):
        assert len(element.K) or element.S in ("/TH", "/TD")
    headings = [each for each in types(pdf) if each in ("H1", "H2")]
    assert headings[:1] != ["H2"]
    for table in found(pdf, "Table"):
        rows = [each for each in elements(table) if each.S == "/TR"]
        assert len({len(row.K) for row in rows}) == 1


@given(documents)
@settings(suppress_health_check=list(HealthCheck), max_examples=20)
def test_every_marked_sequence_is_owned_by_the_element_that_the_page_names(
    document: Document,
) -> None:
    pdf = opened(render(document, WIRE, RenderOptions()))
    owners = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    for index, page in enumerate(pdf.pages):
        marked = [
            operands
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC" and "/MCID" in operands[1]
        ]
        named = [owners[page.StructParents][int(each[1].MCID)] for each in marked]
        assert [str(each[0]) for each in marked] == [str(owner.S) for owner in named]
        assert all(index in pages_of(pdf, owner) for owner in named)


def test_a_paragraph_that_runs_over_pages_is_one_element(rendered: Render, story: Document) -> None:
    pdf = opened(rendered(replace(story, body=(Paragraph.of(SENTENCE * 90),))))
    assert [0, 1, 2, 3] in [pages_of(pdf, each) for each in found(pdf, "P")]


def test_a_table_without_heads_has_no_head(rendered: Render, story: Document) -> None:
    pdf = opened(rendered(replace(story, body=(Table((("North", "12"), ("South", "9"))),))))
    assert "THead" not in types(pdf)
    assert "TH" not in types(pdf)
    assert len(found(pdf, "TR")) == 2


def test_a_table_of_blanks_says_nothing(rendered: Render, story: Document) -> None:
    pdf = opened(rendered(replace(story, body=(Table((("", " "), ("",))),))))
    assert "Table" not in types(pdf)


def test_labels_of_the_house_say_their_language_where_the_story_s_is_another(
    rendered: Render, story: Document
) -> None:
    greek = opened(rendered(replace(story, language="el")))
    assert str(greek.Root.Lang) == "el"
    labels = [each.get("/Lang") for each in found(greek, "Lbl")[:8]]
    # "Editing by" are the sender's own words.
    assert [str(tag) if tag else None for tag in labels] == [
        "en", "en", "en", None, "en", "en", "en", "en",
    ]  # fmt: skip
    heading, note = (each for each in found(greek, "Note")[0].K)
    assert heading.Lang == "en"
    assert "/Lang" not in note


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_labels_in_the_story_s_own_language_need_not_say_so(
    rendered: Render, story: Document, language: str
) -> None:
    pdf = opened(rendered(replace(story, language=language)))
    assert not [each for each in elements(root(pdf)) if "/Lang" in each]


def test_no_language_is_guessed_for_the_sender_s_words(rendered: Render, story: Document) -> None:
    pdf = opened(rendered(replace(story, language=None)))
    assert str(pdf.Root.Lang) == "und"
    assert {str(each.Lang) for each in elements(root(pdf)) if "/Lang" in each} == {"en"}


def test_a_notice_is_heard_first_and_once(rendered: Render, story: Document) -> None:
    held = replace(
        story, body=(Paragraph.of(SENTENCE * 90),), pub_status=PubStatus.WITHHELD, language="de"
    )
    pdf = opened(rendered(held))
    assert len(pdf.pages) > 1
    first, article = root(pdf).K
    assert (first.S, first.Lang, pages_of(pdf, first)) == ("/P", "en", [0])
    assert article.S == "/Art"


def test_a_note_has_an_identifier_by_which_it_is_found(rendered: Render, story: Document) -> None:
    pdf = opened(rendered(story))
    (note,) = found(pdf, "Note")
    tree = pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree)
    assert tree[str(note.ID)].objgen == note.objgen


def test_what_belongs_to_the_page_says_which_part_of_it(rendered: Render, story: Document) -> None:
    pdf = opened(rendered(story))
    content = pdf.pages[0].Contents.read_bytes()
    for kind in (b"/Subtype /Header", b"/Subtype /Footer", b"/Type /Layout"):
        assert b"/Artifact <</Type" in content
        assert kind in content
    assert b"/Artifact BMC" not in content


def test_crossheads_are_the_first_level_where_the_title_prints_nothing(
    rendered: Render, story: Document
) -> None:
    silent = replace(story, title="\N{ZERO WIDTH SPACE}", headline=None, subheadline=())
    pdf = opened(rendered(replace(silent, body=(Crosshead.of("What next"),))))
    assert [each for each in types(pdf) if each[0] == "H"] == ["H1"]
