"""The backend's phases: template, story, head and foot, properties, package."""

from __future__ import annotations

from docx.package import Package

from exporter.model import Document, is_language_tag, publishable
from exporter.renderers.contract import UNDATED, RenderOptions, Rendition
from exporter.renderers.docx.blocks import BlockSetter
from exporter.renderers.docx.body import StorySetter
from exporter.renderers.docx.findings import Findings
from exporter.renderers.docx.header_footer import footer, header
from exporter.renderers.docx.languages import likely_script
from exporter.renderers.docx.numbering import Numbering
from exporter.renderers.docx.package import write
from exporter.renderers.docx.parts import (
    add_furniture,
    add_lists,
    add_properties,
    main_part,
)
from exporter.renderers.docx.pictures import Pictures
from exporter.renderers.docx.runs import RunWriter
from exporter.renderers.docx.sections import lay_out
from exporter.renderers.docx.template import template
from exporter.stylesheet import Stylesheet, notice

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def render(document: Document, stylesheet: Stylesheet, options: RenderOptions) -> Rendition:
    """The document as one Word file of named styles."""
    document = publishable(document)
    findings = Findings(document.source.name)
    _remark(document, stylesheet, options, findings)
    return Rendition(
        format="docx",
        content=write(_package(document, stylesheet, options, findings)),
        media_type=_MEDIA_TYPE,
        suffix=".docx",
        diagnostics=findings.diagnostics(),
    )


def _remark(
    document: Document, style: Stylesheet, options: RenderOptions, findings: Findings
) -> None:
    """Say what the file cannot state as it was given."""
    if options.date is None:
        findings.add("D001", date=UNDATED.date().isoformat())
    if document.language is not None and not is_language_tag(document.language):
        findings.add("D011", language=document.language)


def _package(
    document: Document, style: Stylesheet, options: RenderOptions, findings: Findings
) -> Package:
    language = document.language or likely_script(document.title)
    shared = template(style, language, notice(document, style) is not None)
    package = Package()
    main = main_part(package, shared)
    writer = RunWriter(main, findings, shared.language.right_to_left, style.house.emphasis)
    numbering = Numbering()
    pictures = Pictures(main, shared.page.column, shared.page.tallest_picture)
    blocks = BlockSetter(
        style, writer, numbering, pictures, options.resources, findings, shared.page.column
    )
    story = StorySetter(document, style, blocks, shared.page).story()
    others, first = (
        header(document, style, writer, shared.page, story.lengths, first=is_first)
        for is_first in (False, True)
    )
    furniture = add_furniture(main, (others, first), footer(document, writer))
    add_lists(main, numbering, shared)
    main.element.append(lay_out(story, shared, furniture))
    add_properties(package, document, style, options, findings)
    return package
