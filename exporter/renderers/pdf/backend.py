"""The backend's phases: compose, flow, draw, dress, save."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from exporter.diagnostics import Diagnostic, diagnose
from exporter.model import (
    UNDETERMINED,
    Document,
    is_language_tag,
    publishable,
)
from exporter.renderers.contract import UNDATED, Profile, RenderOptions, Rendition
from exporter.renderers.pdf.conformance.condition import condition
from exporter.renderers.pdf.conformance.dress import attach_source, dress, mark_headings
from exporter.renderers.pdf.conformance.metadata import Metadata
from exporter.renderers.pdf.fonts.findings import findings as font_findings
from exporter.renderers.pdf.pages.blocks import Piece, Placed
from exporter.renderers.pdf.pages.compose import Composer
from exporter.renderers.pdf.pages.draw import BASELINE, REPEATED, Painter
from exporter.renderers.pdf.pages.furniture import Furniture
from exporter.renderers.pdf.pages.geometry import Geometry, geometry
from exporter.renderers.pdf.pages.makeup import data_column, make_up
from exporter.renderers.pdf.pages.marks import REGISTRATION, Marks
from exporter.renderers.pdf.pages.palette import palette
from exporter.renderers.pdf.pages.whereabouts import bookmarks, page_map
from exporter.renderers.pdf.pictures.gallery import Gallery
from exporter.renderers.pdf.pictures.spaces import space_for
from exporter.renderers.pdf.writer.annotations import annotate
from exporter.renderers.pdf.writer.canvas import Canvas
from exporter.renderers.pdf.writer.structure import MarkedContent
from exporter.stylesheet import Inks, Stylesheet
from exporter.xmltext import legal

# How much of a word or of an address a message shows: either may be as long as the story.
_SHOWN = 80


def render(document: Document, stylesheet: Stylesheet, options: RenderOptions) -> Rendition:
    """The document as one conforming PDF."""
    document = publishable(document)
    language = _language(document)
    page = geometry(stylesheet, marks=options.marks)
    aim = condition(stylesheet, options.profile)
    gallery = Gallery(options.resources, space_for(aim.components))
    composer = Composer(
        document, stylesheet, options.hyphenator, page.column_width, language, gallery,
        page.measure, live_links=options.profile is Profile.SCREEN,
    )  # fmt: skip
    placed = _placed(composer, page)
    pages = max((row.page for row in placed), default=0) + 1

    canvas = Canvas(page.sheet, language)
    content = MarkedContent()
    painter = Painter(canvas, page, content, palette(options.profile))
    furniture = Furniture(
        document, stylesheet, page, composer.compositor, composer.breaker, composer.notice, gallery
    )
    by_page: list[list[Placed]] = [[] for _ in range(pages)]
    for row in placed:
        by_page[row.page].append(row)
    for index, rows in enumerate(by_page):
        painter.begin_page()
        if options.marks:
            furniture.slug(painter, Marks(page, stylesheet.press.inks), index, pages)
        furniture.draw(painter, index, pages)
        _draw(painter, rows, stylesheet)
        painter.end_page()

    metadata = _metadata(document, options, language)
    every_plate = options.marks and stylesheet.press.inks is Inks.CMYK
    _embed(canvas, painter, gallery, REGISTRATION if every_plate else "")
    if options.source is not None and not document.unpublishable:
        moment = options.date or UNDATED
        attach_source(canvas.document, options.source, document.source.name, moment)
    annotate(painter.links, canvas.document, content)
    dress(canvas.document, metadata, composer.root, content, aim)
    mark_headings(canvas.document, bookmarks(placed, composer.headings, painter))
    return Rendition(
        format="pdf",
        content=canvas.document.serialise(),
        media_type="application/pdf",
        suffix=".pdf",
        pages=pages,
        page_map=page_map(placed, composer.text(), pages),
        diagnostics=(
            *_findings(document, options, composer),
            *_logo_findings(document, stylesheet, furniture),
        ),
    )


def _placed(composer: Composer, page: Geometry) -> list[Placed]:
    """The story's rows, then those of the data column."""
    story = composer.story()
    return make_up(story, page) + data_column(story.beside, page)


def _draw(painter: Painter, rows: list[Placed], stylesheet: Stylesheet) -> None:
    for placed, piece in _cell_by_cell(rows):
        baseline = placed.top + placed.block.leading * BASELINE
        if piece.element is None:
            painter.furniture(piece.line, placed.x + piece.x, baseline, REPEATED)
        else:
            painter.text(piece.line, placed.x + piece.x, baseline, piece.element)
    for placed in rows:
        _draw_hairlines(painter, placed, stylesheet.page.hairline.pt)
        bottom = placed.top + placed.block.leading
        if placed.block.bar:
            x = placed.x + placed.block.bar / 2
            painter.rule(x, placed.top, x, bottom, placed.block.bar)
        if placed.block.picture:
            hanging = placed.block.picture
            painter.picture(hanging, placed.x + hanging.x, bottom - stylesheet.page.grid.pt / 4)


def _cell_by_cell(rows: list[Placed]) -> Iterator[tuple[Placed, Piece]]:
    """The pieces in the order in which they are read: all lines of a cell before the next cell."""
    for _, group in groupby(rows, key=lambda placed: id(placed.block)):
        cells: dict[object, list[tuple[Placed, Piece]]] = {}
        for placed in group:
            for piece in placed.row.pieces:
                cells.setdefault(piece.element, []).append((placed, piece))
        for pieces in cells.values():
            yield from pieces


def _draw_hairlines(painter: Painter, placed: Placed, weight: float) -> None:
    block, row, height = placed.block, placed.row, placed.block.leading
    foot = block.foot if placed.at_foot else None
    for ends, is_there, below_top in (
        (block.overline, row is block.rows[0], -block.rule_gap),
        (block.separator, True, height / 2),
        (block.underline or foot, row is block.rows[-1], height + block.rule_gap),
    ):
        if ends and is_there:
            left, right = (placed.x + end for end in ends)
            y = placed.top + below_top
            painter.rule(left, y, right, y, weight)


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
    """The document's language, undetermined where what it says is no language tag."""
    tag = document.language or "en"
    return tag if is_language_tag(tag) else UNDETERMINED


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


def _findings(
    document: Document, options: RenderOptions, composer: Composer
) -> Iterator[Diagnostic]:
    source = document.source.name
    if document.language is not None and not is_language_tag(document.language):
        yield diagnose("P007", source=source, language=document.language)
    if options.date is None and options.profile is Profile.PRINT:
        yield diagnose("P001", source=source, date=UNDATED.date().isoformat())
    if composer.compositor.missing:
        yield from font_findings(document, composer.compositor.missing)
    if composer.compositor.unprintable:
        yield diagnose("P003", source=source, count=composer.compositor.unprintable)
    for word in dict.fromkeys(composer.breaker.divided):
        yield diagnose("P004", source=source, word=word[:_SHOWN])
    for figure, code, facts in composer.pictures:
        yield diagnose(code, source=source, lines=figure.lines, picture=figure.src, **facts)
    refusal = "P006" if options.profile is Profile.PRINT else "P020"
    for address in composer.compositor.unlinked:
        yield diagnose(refusal, source=source, address=address[:_SHOWN])
    for lines, columns in composer.tables.crowded:
        yield diagnose("P040", source=source, lines=lines, columns=columns)


def _logo_findings(
    document: Document, style: Stylesheet, furniture: Furniture
) -> Iterator[Diagnostic]:
    if style.house.logo is not None and furniture.logo_fault:
        source, logo = document.source.name, style.house.logo.file
        yield diagnose("P053", source=source, logo=logo, reason=furniture.logo_fault)
