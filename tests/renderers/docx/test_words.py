"""The words of a Word file are the model's, each said once and in order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from exporter.model import Document, Emphasis, Link, Paragraph, SourceText, Text
from exporter.renderers.docx import render
from exporter.stylesheet import EmphasisStyle, load
from tests import strategies
from tests.renderers.docx.reading import find, part, text
from tests.renderers.docx.stories import (
    ARABIC,
    DERIVED,
    EMBARGOED,
    OPTIONS,
    PLAIN,
    RELEASED,
    RICH,
)
from tests.renderers.words import document_words, squeezed

WIRE = load("wire")[0]
# Where the house's mark stands no test of words can tell.
UNMARKED = replace(WIRE, house=replace(WIRE.house, end_mark=""))


def found(document: Document) -> str:
    """What the file says, the alternative text of a picture in its place."""
    root = part(render(document, UNMARKED, OPTIONS))
    for properties in find(root, "//wp:docPr"):
        properties.getparent().getparent().tag = find(root, "//w:t")[0].tag
        holder = properties.getparent().getparent()
        holder.text = properties.get("descr")
    return squeezed(text(root))


def test_hand_made_stories_are_told_word_for_word():
    for document in (PLAIN, RICH, DERIVED, EMBARGOED, RELEASED, ARABIC):
        assert found(document) == document_words(document, WIRE)


def test_a_headline_stands_below_a_title_that_says_something_else():
    story = replace(PLAIN, headline=SourceText("Wall will be rebuilt"))
    assert found(story).startswith(squeezed(f"{PLAIN.title} Wall will be rebuilt"))


@given(strategies.documents)
def test_generated_documents_are_told_word_for_word(document: Document):
    forms = (document_words(document, WIRE), found(document))
    # Control characters are blanks to Python and U+FFFD to XML: neither side counts them.
    assert forms[0].replace("\ufffd", "") == forms[1].replace("\ufffd", "")


def test_emphasis_is_bold_where_the_house_has_it_so_in_links_too():
    wire = load("wire")[0]
    words = (Emphasis((Text("loud"),)), Link("https://example.org", (Emphasis((Text("far"),)),)))
    story = replace(PLAIN, body=(Paragraph(words),))
    for emphasis, tag in ((EmphasisStyle.BOLD, "b"), (EmphasisStyle.ITALIC, "i")):
        style = replace(wire, house=replace(wire.house, emphasis=emphasis))
        rendition = render(story, style, OPTIONS)
        styles, body = part(rendition, "word/styles.xml"), part(rendition)
        named = find(styles, "//w:style[@w:styleId='Emphasis']/w:rPr/*")
        assert [element.tag.partition("}")[2] for element in named] == [tag, f"{tag}Cs"]
        linked = find(body, "//w:hyperlink/w:r/w:rPr/*")
        assert [element.tag.partition("}")[2] for element in linked][1:] == [tag, f"{tag}Cs"]
