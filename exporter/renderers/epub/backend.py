"""The backend's phases: write the story, draw the cover, describe the book, pack it."""

from __future__ import annotations

from exporter.model import Document, publishable
from exporter.renderers.contract import RenderOptions, Rendition
from exporter.renderers.epub.blocks import Heading
from exporter.renderers.epub.container import MEDIA_TYPE, Parts, book
from exporter.renderers.epub.content import Story, StoryWriter, notice_section
from exporter.renderers.epub.coverfile import cover_file, cover_page
from exporter.renderers.epub.css import css
from exporter.renderers.epub.findings import Findings
from exporter.renderers.epub.language import Language, spoken
from exporter.renderers.epub.markup import Markup
from exporter.renderers.epub.navigation import navigation
from exporter.renderers.epub.package import PackageMetadata, identifier, timestamp
from exporter.renderers.epub.page import page
from exporter.renderers.epub.pictures import Pictures
from exporter.renderers.epub.typecase import sorts
from exporter.stylesheet import Stylesheet

_NAMED = 5


def render(document: Document, stylesheet: Stylesheet, options: RenderOptions) -> Rendition:
    """The document as one EPUB 3.3 file."""
    document = publishable(document)
    markup = Markup()
    findings = Findings(markup.legal(document.source.name))
    language = _language(document, findings, markup)
    story = StoryWriter(document, stylesheet, options, markup, language).write(
        Pictures(options.resources), findings
    )
    content = book(_parts(document, stylesheet, options, markup, language, story, findings))
    _report(options, markup, findings)
    return Rendition(
        format="epub",
        content=content,
        media_type=MEDIA_TYPE,
        suffix=".epub",
        diagnostics=findings.all(),
    )


def _parts(
    document: Document,
    stylesheet: Stylesheet,
    options: RenderOptions,
    markup: Markup,
    language: Language,
    story: Story,
    findings: Findings,
) -> Parts:
    metadata = PackageMetadata(document, stylesheet, options, markup)
    cover = cover_file(document, stylesheet, markup, language, findings)
    inside = notice_section(document, stylesheet, markup) + cover_page(cover, markup)
    terms = stylesheet.terms_for(document.language)
    contents = navigation(document, stylesheet, story, markup, language)
    return Parts(
        identifier=identifier(document, markup),
        modified=timestamp(options.date),
        language=language,
        generator=markup.legal(options.generator),
        title=metadata.title(),
        cover_label=markup.legal(terms.cover),
        story_label=markup.legal(terms.story),
        metadata=tuple(metadata.entries(story, language)),
        contents_label=markup.legal(terms.contents),
        headings=tuple(_plain(heading, markup) for heading in story.headings),
        pages=story.pages,
        story=story.xhtml,
        cover=page(language, markup.line(document.title), inside, "cover"),
        cover_image=cover,
        navigation=contents,
        style=css(stylesheet),
        pictures=story.pictures,
        fonts=sorts(stylesheet, story.xhtml + contents, findings),
    )


def _plain(heading: Heading, markup: Markup) -> Heading:
    return Heading(heading.identifier, " ".join(markup.legal(heading.text).split()))


def _language(document: Document, findings: Findings, markup: Markup) -> Language:
    """The document's language, and what there is to say where EPUB cannot state it."""
    found = spoken(document)
    if document.language is None:
        findings.say("E009")
    elif found.tag != document.language:
        findings.say("E010", tag=markup.legal(document.language))
    return found


def _report(options: RenderOptions, markup: Markup, findings: Findings) -> None:
    """What there is to say of the book as a whole."""
    if options.date is None:
        findings.say("E001", date=timestamp(None))
    if markup.replaced:
        findings.say("E002", characters=_code_points(markup.replaced))


def _code_points(characters: set[str]) -> str:
    """The first few characters as Unicode names them."""
    first = [f"U+{ord(char):04X}" for char in sorted(characters)[:_NAMED]]
    return ", ".join(first) + (" and others" if len(characters) > _NAMED else "")
