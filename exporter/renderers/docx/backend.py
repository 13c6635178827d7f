"""The backend's phases: template, story, head and foot, properties, package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.package import Package

from exporter.model import Document, is_language_tag, publishable
from exporter.renderers.contract import UNDATED, RenderOptions, Rendition
from exporter.renderers.docx.blocks import BlockSetter
from exporter.renderers.docx.body import StoryParts, StorySetter
from exporter.renderers.docx.findings import Findings
from exporter.renderers.docx.header_footer import footer, header, running_notice
from exporter.renderers.docx.languages import likely_script
from exporter.renderers.docx.markup import Element
from exporter.renderers.docx.numbering import Numbering
from exporter.renderers.docx.package import write
from exporter.renderers.docx.parts import (
    add_furniture,
    add_lists,
    add_properties,
    add_shared_parts,
    main_part,
)
from exporter.renderers.docx.pictures import Pictures
from exporter.renderers.docx.runs import RunWriter
from exporter.renderers.docx.sections import lay_out
from exporter.renderers.docx.template import Template, template
from exporter.stylesheet import Stylesheet, notice
from exporter.values import replace

if TYPE_CHECKING:
    from exporter.renderers.docx.house import HouseFile

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def render(document: Document, stylesheet: Stylesheet, options: RenderOptions) -> Rendition:
    """The document as one Word file of named styles; RenderError when its template is unusable."""
    document = publishable(document)
    findings = Findings(document.source.name)
    _remark(document, options, findings)
    return Rendition(
        format="docx",
        content=write(_package(document, stylesheet, options, findings)),
        media_type=_MEDIA_TYPE,
        suffix=".docx",
        diagnostics=findings.diagnostics(),
    )


def _remark(document: Document, options: RenderOptions, findings: Findings) -> None:
    """Say what the file cannot state as it was given."""
    if options.date is None:
        findings.add("D001", date=UNDATED.date().isoformat())
    if document.language is not None and not is_language_tag(document.language):
        findings.add("D011", language=document.language)


def _package(
    document: Document, style: Stylesheet, options: RenderOptions, findings: Findings
) -> Package:
    house = None
    if options.docx_template is not None:
        # Few runs have a template: the others do not load what it takes.
        from exporter.renderers.docx.house import fitted, house_file

        house = house_file(options.docx_template)
        style = fitted(style, house.body_size)
    language = document.language or likely_script(document.title)
    shared = template(style, language, notice(document, style) is not None)
    setter = _Setter(document, style, shared, options, findings)
    return setter.in_ours() if house is None else setter.in_theirs(house)


class _Setter:
    """Sets one document into a package."""

    def __init__(
        self, document: Document, style: Stylesheet, shared: Template, options: RenderOptions,
        findings: Findings,
    ) -> None:  # fmt: skip
        self._document = document
        self._style = style
        self._shared = shared
        self._options = options
        self._findings = findings
        self._package = Package()
        self._main = main_part(self._package)
        rtl = shared.language.right_to_left
        self._writer = RunWriter(self._main, findings, rtl, style.house.emphasis)

    def in_ours(self) -> Package:
        """The package with the styles and the page that the stylesheet asks for."""
        numbering = Numbering()
        story = self._story(numbering)
        add_shared_parts(self._main, self._shared)
        heads = (self._header(story, first=False), self._header(story, first=True))
        furniture = add_furniture(self._main, heads, footer(self._document, self._writer))
        add_lists(self._main, numbering, self._shared)
        self._main.element.append(lay_out(story, self._shared, furniture))
        return self._with_properties()

    def in_theirs(self, house: HouseFile) -> Package:
        """The package with the styles, the page, the heads and feet of a house's template."""
        from exporter.renderers.docx.house import Dresser, Heads, field_results, house_sheet

        self._shared = replace(self._shared, page=house_sheet(house.section, self._shared.page))
        story = self._story(Numbering())
        heads = Heads(
            self._header(story, first=False),
            footer(self._document, self._writer),
            running_notice(self._document, self._style, self._writer),
            field_results(self._document),
        )
        Dresser(self._main, house, self._shared, self._findings).dress(story, heads)
        return self._with_properties()

    def _story(self, numbering: Numbering) -> StoryParts:
        page = self._shared.page
        pictures = Pictures(self._main, page.column, page.tallest_picture)
        blocks = BlockSetter(
            self._style, self._writer, numbering, pictures, self._options.resources,
            self._findings, page.column,
        )  # fmt: skip
        return StorySetter(self._document, self._style, blocks, page).story()

    def _header(self, story: StoryParts, *, first: bool) -> Element:
        return header(
            self._document, self._style, self._writer, self._shared.page, story.lengths,
            first=first,
        )  # fmt: skip

    def _with_properties(self) -> Package:
        add_properties(self._package, self._document, self._style, self._options, self._findings)
        return self._package
