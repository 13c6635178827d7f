"""The backend's phases: compose, flow, draw, dress, save."""

from __future__ import annotations

from exporter.model import (
    UNDETERMINED,
    Document,
    is_language_tag,
    publishable,
)
from exporter.renderers.contract import UNDATED, Profile, RenderOptions, Rendition
from exporter.renderers.pdf.conformance.condition import Condition, condition
from exporter.renderers.pdf.conformance.dress import attach_source, dress, mark_headings
from exporter.renderers.pdf.conformance.metadata import Metadata
from exporter.renderers.pdf.findings import findings, logo_findings
from exporter.renderers.pdf.pages.blocks import Placed
from exporter.renderers.pdf.pages.compose import Composer
from exporter.renderers.pdf.pages.draw import Painter
from exporter.renderers.pdf.pages.furniture import Furniture
from exporter.renderers.pdf.pages.geometry import Geometry, geometry
from exporter.renderers.pdf.pages.makeup import data_column, make_up
from exporter.renderers.pdf.pages.marks import REGISTRATION, Marks
from exporter.renderers.pdf.pages.paint import paint
from exporter.renderers.pdf.pages.palette import palette
from exporter.renderers.pdf.pages.whereabouts import bookmarks, page_map
from exporter.renderers.pdf.pictures.gallery import Gallery
from exporter.renderers.pdf.pictures.spaces import space_for
from exporter.renderers.pdf.writer.annotations import annotate
from exporter.renderers.pdf.writer.canvas import Canvas
from exporter.renderers.pdf.writer.structure import MarkedContent
from exporter.stylesheet import Inks, Stylesheet
from exporter.values import Struct
from exporter.xmltext import legal


class _Job(Struct):
    """What the phases of one rendition share."""

    document: Document
    style: Stylesheet
    options: RenderOptions
    language: str
    page: Geometry
    aim: Condition
    gallery: Gallery
    composer: Composer


class _Print(Struct):
    """The pages, printed."""

    canvas: Canvas
    content: MarkedContent
    painter: Painter
    furniture: Furniture


def render(document: Document, stylesheet: Stylesheet, options: RenderOptions) -> Rendition:
    """The document as one conforming PDF."""
    job = _job(publishable(document), stylesheet, options)
    placed = _placed(job.composer, job.page)
    pages = max((row.page for row in placed), default=0) + 1
    printed = _printed(job, placed, pages)
    _dressed(job, placed, printed)
    return Rendition(
        format="pdf",
        content=printed.canvas.document.serialise(),
        media_type="application/pdf",
        suffix=".pdf",
        pages=pages,
        page_map=page_map(placed, job.composer.text(), pages),
        diagnostics=(
            *findings(job.document, options, job.composer),
            *logo_findings(job.document, stylesheet, printed.furniture),
        ),
    )


def _job(document: Document, style: Stylesheet, options: RenderOptions) -> _Job:
    language = _language(document)
    page = geometry(style, marks=options.marks)
    aim = condition(style, options.profile)
    gallery = Gallery(options.resources, space_for(aim.components))
    composer = Composer(
        document, style, options.hyphenator, page.column_width, language, gallery,
        page.measure, live_links=options.profile is Profile.SCREEN,
    )  # fmt: skip
    return _Job(document, style, options, language, page, aim, gallery, composer)


def _placed(composer: Composer, page: Geometry) -> list[Placed]:
    """The story's rows, then those of the data column."""
    story = composer.story()
    return make_up(story, page) + data_column(story.beside, page)


def _printed(job: _Job, placed: list[Placed], pages: int) -> _Print:
    """The rows on their pages, with what stands around them."""
    canvas, content = Canvas(job.page.sheet, job.language), MarkedContent()
    painter = Painter(canvas, job.page, content, palette(job.options.profile))
    furniture = Furniture(
        job.document, job.style, job.page, job.composer.compositor, job.composer.breaker,
        job.composer.notice, job.gallery, job.options.trace,
    )  # fmt: skip
    by_page: list[list[Placed]] = [[] for _ in range(pages)]
    for row in placed:
        by_page[row.page].append(row)
    for index, rows in enumerate(by_page):
        painter.begin_page()
        if job.options.marks:
            furniture.slug(painter, Marks(job.page, job.style.press.inks), index, pages)
        furniture.draw(painter, index, pages)
        paint(painter, rows, job.style)
        painter.end_page()
    return _Print(canvas, content, painter, furniture)


def _dressed(job: _Job, placed: list[Placed], printed: _Print) -> None:
    """Put into the file what its pages need, and what the standards ask for."""
    file, options = printed.canvas.document, job.options
    every_plate = options.marks and job.style.press.inks is Inks.CMYK
    _embed(printed.canvas, printed.painter, job.gallery, REGISTRATION if every_plate else "")
    if options.source is not None and not job.document.unpublishable:
        moment = options.date or UNDATED
        attach_source(file, options.source, job.document.source, moment)
    annotate(printed.painter.links, file, printed.content)
    metadata = _metadata(job.document, options, job.language)
    dress(file, metadata, job.composer.root, printed.content, job.aim)
    mark_headings(file, bookmarks(placed, job.composer.headings, printed.painter))


def _embed(canvas: Canvas, painter: Painter, gallery: Gallery, colours: str) -> None:
    """Put fonts and pictures into the file, and all names into every page's resources."""
    fonts = " ".join(
        f"/{embedding.name} {embedding.write(canvas.document)}" for embedding in painter.embeddings
    )
    pictures = gallery.write(canvas.document)
    entries = {"Font": fonts, "XObject": pictures, "ColorSpace": colours}
    named = " ".join(f"/{key} << {value} >>" for key, value in entries.items() if value)
    canvas.document.resources.text = f"<< /ProcSet [/PDF /Text] {named} >>"


def _language(document: Document) -> str:
    """The document's language, undetermined where it says none or what is no language tag."""
    tag = document.language
    return tag if tag and is_language_tag(tag) else UNDETERMINED


def _metadata(document: Document, options: RenderOptions, language: str) -> Metadata:
    press = options.profile is Profile.PRINT
    return Metadata(
        title=_in_one_line(document.title) or document.title,
        authors=tuple(filter(None, map(_in_one_line, document.byline.names)))
        if document.byline
        else (),
        language=language,
        date=options.date or (UNDATED if press else None),
        generator=options.generator,
        identity=document.source.sha256,
        fingerprint=options.fingerprint,
        press=press,
        keywords=_in_one_line(document.slugline.text) if document.slugline else "",
    )


def _in_one_line(text: str) -> str:
    """As XMP and the information dictionary can both say it: XML holds less, and moves blanks."""
    return " ".join(legal(text).split())
