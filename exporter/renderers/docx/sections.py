"""The sections of the document: columns for the text where the style has them."""

from __future__ import annotations

from exporter.renderers.docx.body import StoryParts
from exporter.renderers.docx.markup import Element, w
from exporter.renderers.docx.page import Furniture, section
from exporter.renderers.docx.paragraphs import paragraph
from exporter.renderers.docx.template import Template


def lay_out(story: StoryParts, template: Template, furniture: Furniture) -> Element:
    """The body of the document.

    The title and the facts reach over all columns. Word balances columns where another section
    follows on the page: an empty one closes the story.
    """
    page, rtl = template.page, template.language.right_to_left

    def properties(columns: int, continued: bool) -> Element:
        return section(page, furniture, columns=columns, continued=continued, right_to_left=rtl)

    opening, text = story.opening, story.text
    if page.columns == 1 or not text:
        return w("body", *opening, *text, properties(1, continued=False))
    # A section ends with a paragraph that holds its properties: neither part ends with a table,
    # after which there is always a space.
    opening[-1][0].append(properties(1, continued=False))
    text[-1][0].append(properties(page.columns, continued=True))
    return w("body", *opening, *text, paragraph("Section End"), properties(1, continued=True))
