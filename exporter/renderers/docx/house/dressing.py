"""A story dressed in a house's template: its styles, lists, heads and feet, its page."""

from __future__ import annotations

from collections.abc import Mapping

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from docx.parts.document import DocumentPart
from lxml import etree

from exporter.renderers.docx.body import StoryParts
from exporter.renderers.docx.findings import Findings
from exporter.renderers.docx.house.carrying import Carrier
from exporter.renderers.docx.house.fields import fill_fields
from exporter.renderers.docx.house.housefile import Furnishing, HouseFile
from exporter.renderers.docx.house.housepage import house_section
from exporter.renderers.docx.house.lists import HouseLists
from exporter.renderers.docx.house.stylemap import StyleMap
from exporter.renderers.docx.markup import Element, W, in_place, part_root, serialise, w
from exporter.renderers.docx.page import Furniture, section
from exporter.renderers.docx.paragraphs import paragraph
from exporter.renderers.docx.styles import named_styles
from exporter.renderers.docx.template import Template
from exporter.values import Value, replace

_REFERENCES = tuple(f"{W}{tag}" for tag in ("pStyle", "rStyle", "tblStyle"))
_PARTS = {"header": (CT.WML_HEADER, RT.HEADER), "footer": (CT.WML_FOOTER, RT.FOOTER)}
_NO_FURNITURE = Furniture("", "", "", "")
# Names of parts that a template's own cannot have: it has heads and feet of its own by number.
_OUR_NAMES = {"header": "/word/storyHeader{}.xml", "footer": "/word/storyFooter{}.xml"}


class Heads(Value):
    """Ours, for a template that has none: the head and foot of every page, and the notice.

    `fields` are the results of fields in the template's own.
    """

    header: Element
    footer: Element
    notice: Element | None
    fields: Mapping[str, str]


class Dresser:
    """Puts one story into a template."""

    def __init__(
        self, main: DocumentPart, house: HouseFile, shared: Template, findings: Findings
    ) -> None:
        self._main = main
        self._package: Package = main.package
        self._carrier = Carrier(self._package)
        self._house = house
        self._shared = shared
        self._findings = findings
        specimen = replace(shared.specimen, complete=True)
        self._styles = StyleMap(house.styles, named_styles(specimen, shared.page))
        self._lists = HouseLists(house.numbering, shared.lists, self._styles)

    def dress(self, story: StoryParts, heads: Heads) -> None:
        """Fill the document with the story, and add the parts that the template gives."""
        elements = [*story.opening, *story.text]
        self._lists.settle(elements)
        references = self._furnish(heads)
        body = self._lay_out(story, references)
        self._name(body)
        self._main.element.append(body)
        self._lists.settle_styles()
        self._styles.speak(self._shared.language.tags)
        self._add_parts()
        self._report()

    # -- the text ------------------------------------------------------------------------------

    def _lay_out(self, story: StoryParts, references: Mapping[tuple[str, str], str]) -> Element:
        """As in our own page: title and facts across the columns, which an empty section ends."""
        page, rtl = self._shared.page, self._shared.language.right_to_left
        own = self._house.section
        if own is None:
            own = section(page, _NO_FURNITURE, columns=page.columns)

        def properties(*, columns: bool, continued: bool) -> Element:
            return house_section(
                own, dict(references), columns=columns, continued=continued, right_to_left=rtl
            )

        if page.columns == 1 or not story.text:
            last = properties(columns=False, continued=False)
            return w("body", *story.opening, *story.text, last)
        ends = (
            properties(columns=False, continued=False),
            properties(columns=True, continued=True),
        )
        for elements, end in zip((story.opening, story.text), ends, strict=True):
            # A story begins with its title, and no part of it ends with a table without its space.
            elements[-1][0].append(end)
        return w(
            "body", *story.opening, *story.text, paragraph("Section End"),
            properties(columns=False, continued=True),
        )  # fmt: skip

    def _name(self, root: Element) -> None:
        """Call styles as the template does; turn paragraphs where the language runs so."""
        for reference in root.iter(*_REFERENCES):
            reference.set(f"{W}val", self._styles.identifier(reference.get(f"{W}val", "")))
        if self._shared.language.right_to_left:
            for each in root.iter(f"{W}pPr"):
                in_place(each, w("bidi"))

    # -- heads and feet ------------------------------------------------------------------------

    def _furnish(self, heads: Heads) -> dict[tuple[str, str], str]:
        """The relationships of all heads and feet, by kind and pages."""
        references: dict[tuple[str, str], str] = {}
        for furnishing in self._house.furnishings:
            place = (furnishing.kind, furnishing.pages)
            if place not in references:
                references[place] = self._theirs(furnishing, heads)
        for kind, root in (("header", heads.header), ("footer", heads.footer)):
            if not any(known == kind for known, _ in references):
                self._findings.add("D026", kind={"header": "head", "footer": "foot"}[kind])
                references[kind, "default"] = self._ours(kind, root)
        if heads.notice is not None:
            self._forbid(heads.notice, references)
        return dict(sorted(references.items(), key=lambda item: item[0][0] != "header"))

    def _theirs(self, furnishing: Furnishing, heads: Heads) -> str:
        root = _tree(furnishing.carried.content)
        changed = fill_fields(root, heads.fields)
        if heads.notice is not None and furnishing.kind == "header":
            root.insert(0, self._named(heads.notice))
            changed = True
        content = serialise(root) if changed else None
        part = self._carrier.part(furnishing.carried, content)
        return self._main.relate_to(part, _PARTS[furnishing.kind][1])

    def _forbid(self, notice: Element, references: dict[tuple[str, str], str]) -> None:
        """Pages that would have no head have one for the notice."""
        own = self._house.section
        first = own is not None and own.find(f"{W}titlePg") is not None
        wanted = ["default", *(["first"] if first else [])]
        wanted += ["even"] if self._house.even_and_odd else []
        for pages in wanted:
            if ("header", pages) not in references:
                root = part_root("hdr", self._named(notice))
                references["header", pages] = self._ours("header", root)

    def _ours(self, kind: str, root: Element) -> str:
        self._name(root)
        content_type, relationship = _PARTS[kind]
        number = sum(part.partname.startswith("/word/story") for part in self._package.iter_parts())
        name = PackURI(_OUR_NAMES[kind].format(number + 1))
        part = Part(name, content_type, serialise(root), self._package)
        return self._main.relate_to(part, relationship)

    def _named(self, notice: Element) -> Element:
        root = part_root("hdr", notice)
        self._name(root)
        return root[0]

    # -- the parts -----------------------------------------------------------------------------

    def _add_parts(self) -> None:
        house = self._house
        self._add("styles", CT.WML_STYLES, RT.STYLES, serialise(self._styles.root))
        self._add("settings", CT.WML_SETTINGS, RT.SETTINGS, house.settings)
        numbering = serialise(self._lists.root)
        if house.numbering_part is not None:
            self._main.relate_to(self._carrier.part(house.numbering_part, numbering), RT.NUMBERING)
        elif len(self._lists.root):
            self._add("numbering", CT.WML_NUMBERING, RT.NUMBERING, numbering)
        for relationship, carried in house.beside:
            self._main.relate_to(self._carrier.part(carried), relationship)

    def _add(self, name: str, content_type: str, relationship: str, content: bytes) -> None:
        part = Part(PackURI(f"/word/{name}.xml"), content_type, content, self._package)
        self._main.relate_to(part, relationship)

    def _report(self) -> None:
        if self._styles.expected:
            self._findings.add("D024", styles=tuple(sorted(self._styles.expected)))
        if self._styles.supplied:
            self._findings.add("D025", styles=tuple(sorted(self._styles.supplied)))
        if self._house.has_text:
            self._findings.add("D027")


def _tree(content: bytes) -> Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
