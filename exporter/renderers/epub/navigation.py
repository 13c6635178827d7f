"""The navigation document: table of contents, page list and landmarks."""

from __future__ import annotations

from exporter.model import Document
from exporter.model.characters import shows_nothing
from exporter.renderers.epub.blocks import Heading
from exporter.renderers.epub.content import Story, notice_section
from exporter.renderers.epub.language import Language, house_attributes
from exporter.renderers.epub.markup import Markup
from exporter.renderers.epub.page import page
from exporter.renderers.epub.pagebreaks import identifier
from exporter.stylesheet import Stylesheet

NAVIGATION = "nav.xhtml"
COVER = "cover.xhtml"
STORY = "story.xhtml"


def navigation(
    document: Document,
    stylesheet: Stylesheet,
    story: Story,
    markup: Markup,
    language: Language,
) -> str:
    """The navigation document (EPUB 3.3, 7): contents, the PDF's pages, and landmarks."""
    terms = stylesheet.terms_for(document.language)
    in_house = house_attributes(document, stylesheet)
    contents, cover, text = (
        markup.line(word) for word in (terms.contents, terms.cover, terms.story)
    )
    title = markup.line(document.title)
    named = text if shows_nothing(document.title) else title
    inside = (
        f"{notice_section(document, stylesheet, markup)}"
        '<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="contents">\n'
        f'<h1 class="crosshead" id="contents"{in_house}>{contents}</h1>\n<ol>\n'
        f'<li><a href="{COVER}"{in_house}>{cover}</a></li>\n'
        f'<li><a href="{STORY}">{named}</a>{_entries(story.headings, markup)}</li>\n'
        f"</ol>\n</nav>\n{_page_list(story.pages)}"
        '<nav epub:type="landmarks" hidden="hidden">\n<ol>\n'
        f'<li><a epub:type="cover" href="{COVER}"{in_house}>{cover}</a></li>\n'
        f'<li><a epub:type="toc" href="{NAVIGATION}#toc"{in_house}>{contents}</a></li>\n'
        f'<li><a epub:type="bodymatter" href="{STORY}"{in_house}>{text}</a></li>\n'
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


def _page_list(pages: tuple[int, ...]) -> str:
    """Where the PDF's pages begin; nothing where no PDF was made."""
    if not pages:
        return ""
    entries = "".join(
        f'<li><a href="{STORY}#{identifier(number)}">{number}</a></li>\n' for number in pages
    )
    return (
        '<nav epub:type="page-list" role="doc-pagelist" hidden="hidden">\n'
        f"<ol>\n{entries}</ol>\n</nav>\n"
    )
