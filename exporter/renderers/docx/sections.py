"""The sections of the document: columns for the text where the style has them."""

from __future__ import annotations

from exporter.renderers.docx.body import StoryParts
from exporter.renderers.docx.markup import Element, w
from exporter.renderers.docx.page import section
from exporter.renderers.docx.paragraphs import paragraph
from exporter.renderers.docx.template import Template


def lay_out(story: StoryParts, template: Template, header: str, footer: str) -> Element:
    """The body of the document.

    The title and the facts reach over all columns. Word balances columns where another section
    follows on the page, so what closes the story is one, be it without words.
    """
    page, rtl = template.page, template.language.right_to_left

    def properties(columns: int, continued: bool) -> Element:
        return section(
            page, header, footer, columns=columns, continued=continued, right_to_left=rtl
        )

    opening, text, closing = story.opening, story.text, story.closing
    if page.columns == 1 or not text:
        return w("body", *opening, *text, *closing, properties(1, continued=False))
    _end_section(opening, properties(1, continued=False))
    _end_section(text, properties(page.columns, continued=True))
    closing = closing or [paragraph("Section End")]
    return w("body", *opening, *text, *closing, properties(1, continued=True))


def _end_section(elements: list[Element], properties: Element) -> None:
    """A section ends with a paragraph that holds its properties."""
    last = elements[-1]
    if not last.tag.endswith("}p"):
        last = paragraph("Section End")
        elements.append(last)
    last[0].append(properties)
