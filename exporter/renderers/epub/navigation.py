"""The navigation document: table of contents and landmarks."""

from __future__ import annotations

from exporter.model import Document
from exporter.renderers.epub.blocks import Heading
from exporter.renderers.epub.content import notice_section
from exporter.renderers.epub.language import Language, house_attributes
from exporter.renderers.epub.markup import Markup, shows_nothing
from exporter.renderers.epub.page import page
from exporter.stylesheet import Stylesheet

COVER = "cover.xhtml"
STORY = "story.xhtml"


def navigation(
    document: Document,
    stylesheet: Stylesheet,
    headings: tuple[Heading, ...],
    markup: Markup,
    language: Language,
) -> str:
    """The navigation document (EPUB 3.3, 7): cover, story and its crossheads."""
    terms = stylesheet.terms_for(document.language)
    in_house = house_attributes(document, stylesheet)
    contents, cover, story = (
        markup.line(word) for word in (terms.contents, terms.cover, terms.story)
    )
    title = markup.line(document.title)
    named = story if shows_nothing(document.title) else title
    inside = (
        f"{notice_section(document, stylesheet, markup)}"
        '<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">\n'
        f'<h1 class="crosshead" id="contents"{in_house}>{contents}</h1>\n<ol>\n'
        f'<li><a href="{COVER}"{in_house}>{cover}</a></li>\n'
        f'<li><a href="{STORY}">{named}</a>{_entries(headings, markup)}</li>\n'
        "</ol>\n</nav>\n"
        '<nav epub:type="landmarks" hidden="hidden">\n<ol>\n'
        f'<li><a epub:type="cover" href="{COVER}"{in_house}>{cover}</a></li>\n'
        f'<li><a epub:type="bodymatter" href="{STORY}"{in_house}>{story}</a></li>\n'
        "</ol>\n</nav>\n"
    )
    return page(language, title, inside)


def _entries(headings: tuple[Heading, ...], markup: Markup) -> str:
    if not headings:
        return ""
    entries = "".join(
        f'<li><a href="{STORY}#{heading.identifier}">{markup.line(heading.text)}</a></li>\n'
        for heading in headings
    )
    return f"\n<ol>\n{entries}</ol>\n"
