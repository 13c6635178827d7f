"""The parts that a template brings along, with what they relate to; all else stays behind."""

from __future__ import annotations

from collections.abc import Iterator

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import _Relationship
from docx.package import Package

from exporter.addresses import usable
from exporter.expressions import expression
from exporter.renderers.docx.house.opening import TemplateError, parsed
from exporter.renderers.docx.markup import Element, W
from exporter.values import Value

# What a style, a head or a foot may relate to besides an address.
_EMBEDDED = {RT.IMAGE, RT.FONT}
# Fields that fetch or run something (ISO/IEC 29500-1, 17.16.5), and those that Word has beside.
_REACHING = {
    "AUTOTEXT", "AUTOTEXTLIST", "DATABASE", "DDE", "DDEAUTO", "EMBED", "HTMLACTIVEX", "IMPORT",
    "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "MACROBUTTON", "RD",
}  # fmt: skip
_FIRST_WORD = expression(r"\s*\\?([A-Za-z]+)")
_ACTIVE = {f"{W}{tag}" for tag in ("object", "control", "altChunk", "subDoc", "movie")}
_VML = "{urn:schemas-microsoft-com:vml}"
_HREF = "{urn:schemas-microsoft-com:office:office}href"
_OUTSIDE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}link"


class Relation(Value):
    """One relationship: to an address, or to a part that comes along."""

    identifier: str
    kind: str
    address: str | None = None
    target: Carried | None = None


class Carried(Value):
    """A part as the template has it."""

    name: str
    content_type: str
    content: bytes
    relations: tuple[Relation, ...] = ()


class Carrier:
    """Brings parts into another package, each once: several heads may show one logo."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._brought: dict[str, Part] = {}

    def part(self, carried: Carried, content: bytes | None = None) -> Part:
        """The part in the package, with other content if any is given."""
        known = self._brought.get(carried.name)
        if known is not None:
            return known
        blob = carried.content if content is None else content
        part = Part(PackURI(carried.name), carried.content_type, blob, self._package)
        self._brought[carried.name] = part
        for relation in carried.relations:
            if relation.target is None:
                address = str(relation.address)
                part.rels.add_relationship(relation.kind, address, relation.identifier, True)
            else:
                target = self.part(relation.target)
                part.rels.add_relationship(relation.kind, target, relation.identifier)
        return part


def carried(part: Part) -> Carried:
    """The part with what it relates to; TemplateError when that is not all its own."""
    relations = tuple(_relation(part, relation) for relation in part.rels.values())
    return Carried(str(part.partname), part.content_type, part.blob, relations)


def carried_markup(part: Part) -> Carried:
    """A head or foot; TemplateError, too, when it holds what Word would fetch or run."""
    root = parsed(part)
    for element in root.iter():
        if element.tag in _ACTIVE:
            raise TemplateError("D023", reason=f"{part.partname} holds an embedded object")
        if element.get(_OUTSIDE) is not None or _shows_what_lies_elsewhere(element):
            raise TemplateError("D022", part=part.partname, target="a linked picture")
    for code in _field_codes(root):
        name = field_name(code)
        if name in _REACHING:
            raise TemplateError("D022", part=part.partname, target=f"the field {name}")
    return carried(part)


def field_name(code: str) -> str:
    """The name of a field, with which its code begins."""
    found = _FIRST_WORD.match(code)
    return found[1].upper() if found else ""


def _shows_what_lies_elsewhere(element: Element) -> bool:
    """Whether an old drawing (ISO/IEC 29500-4, 19.1.2) names a picture by its address."""
    is_drawn = isinstance(element.tag, str) and element.tag.startswith(_VML)
    return is_drawn and any(name in element.attrib for name in ("src", _HREF))


def _relation(part: Part, relation: _Relationship) -> Relation:
    if relation.is_external:
        address = usable(relation.target_ref)
        if relation.reltype != RT.HYPERLINK or address is None:
            raise TemplateError("D022", part=part.partname, target=relation.target_ref[:120])
        return Relation(relation.rId, relation.reltype, address=address)
    if relation.reltype not in _EMBEDDED:
        kind = relation.reltype.rpartition("/")[2]
        raise TemplateError("D023", reason=f"{part.partname} holds an embedded {kind}")
    target = relation.target_part
    embedded = Carried(str(target.partname), target.content_type, target.blob)
    return Relation(relation.rId, relation.reltype, target=embedded)


def _field_codes(root: Element) -> Iterator[str]:
    """The code of each field, whole: Word puts one together from any number of runs."""
    yield from (field.get(f"{W}instr", "") for field in root.iter(f"{W}fldSimple"))
    open_fields: list[str] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        if element.tag == f"{W}instrText":
            if open_fields:
                open_fields[-1] += element.text or ""
        elif element.get(f"{W}fldCharType") == "begin":
            open_fields.append("")
        elif element.get(f"{W}fldCharType") == "end" and open_fields:
            yield open_fields.pop()
    yield from open_fields
