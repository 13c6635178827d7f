"""A template's package, opened as the stranger that it is; RenderError says what is wrong."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from exporter.diagnostics import RenderError, diagnose
from exporter.expressions import expression
from exporter.renderers.docx.markup import Element

# A template is some hundred kilobytes; these are for pictures in its head. Uncompressed bytes.
_MOST_MEMBERS = 500
_LARGEST_MEMBER = 16_000_000
_LARGEST = 64_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MACROS = ("macroEnabled", "vbaProject", "vbaData", "activeX")
_STRICT = "http://purl.oclc.org/ooxml/"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_ENCODING = expression(r"""<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_KNOWN_ENCODINGS = {"utf-8", "utf-16", "us-ascii", "ascii"}
_MARKUP_DECLARATION = expression(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class TemplateError(Exception):
    """What makes a template unusable: the code of a diagnostic, and its facts."""

    def __init__(self, code: str, reason: str = "", *, part: str = "", target: str = "") -> None:
        super().__init__(code)
        self._code, self._reason, self._part, self._target = code, reason, part, target

    def told(self, name: str) -> RenderError:
        """The error for the user of the template of that name."""
        return RenderError(
            diagnose(
                self._code, name=name, reason=self._reason, part=self._part, target=self._target
            )
        )


def main_part_of(content: bytes) -> Part:
    """The document of a template, its parts behind it; TemplateError when there is none."""
    try:
        _look_over(content)
        package = Package.open(io.BytesIO(content))
        main = package.part_related_by(RT.OFFICE_DOCUMENT)
        _see_related(package)
    except TemplateError:
        raise
    except Exception as error:  # python-docx meets a damaged package in many ways
        raise TemplateError("D020", reason="it is damaged") from error
    if main.content_type not in (CT.WML_DOCUMENT_MAIN, _TEMPLATE):
        raise TemplateError("D020", reason="it is an Office file of another kind")
    return main


def parsed(part: Part) -> Element:
    """The tree of a part; TemplateError when it is not well-formed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(part.blob, parser)
    except etree.XMLSyntaxError as error:
        raise TemplateError("D020", reason=f"{part.partname} is damaged") from error
    if any(_STRICT in uri for uri in root.nsmap.values()):
        raise TemplateError("D020", reason="it is Strict Open XML, not a .docx")
    return root


def _see_related(package: Package) -> None:
    """A relationship has an identifier and a type (ISO/IEC 29500-2, 9.3.2.2)."""
    for part in package.iter_parts():
        for relation in part.rels.values():
            if not relation.rId or not relation.reltype:
                reason = f"{part.partname} is related to something, and not told how"
                raise TemplateError("D020", reason=reason)


def _look_over(content: bytes) -> None:
    """Nothing is inflated before its size is known, nor parsed before it is seen to be plain."""
    if content.startswith(_OLE):
        reason = "it is an old Word file (.doc, .dot), or protected by a password"
        raise TemplateError("D020", reason=reason)
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise TemplateError("D020", reason="it is no zip container")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
        _measure(members)
        names = [member.filename for member in members]
        if len({name.lower() for name in names}) < len(names):
            raise TemplateError("D023", reason="two of its parts have one name")
        if "[Content_Types].xml" not in names:
            raise TemplateError("D020", reason="it is a zip container of another kind")
        for name, text in _markup(archive, names):
            _examine(name, text)


def _measure(members: list[zipfile.ZipInfo]) -> None:
    sizes = [member.file_size for member in members]
    if len(members) > _MOST_MEMBERS:
        raise TemplateError("D023", reason=f"it has more than {_MOST_MEMBERS} parts")
    if sum(sizes) > _LARGEST or max(sizes, default=0) > _LARGEST_MEMBER:
        raise TemplateError("D023", reason=f"it unpacks to more than {_LARGEST:,} bytes")
    if any(member.flag_bits & 1 for member in members):
        raise TemplateError("D020", reason="it is protected by a password")


def _markup(archive: zipfile.ZipFile, names: list[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        if name.lower().endswith((".xml", ".rels", ".vml")):
            yield name, _text(name, archive.read(name))


def _text(name: str, content: bytes) -> str:
    """XML as Word may write it (ISO/IEC 29500-2, 8.1.4): in UTF-8 or UTF-16."""
    try:
        text = content.decode("utf-16" if content[:2] in _UTF_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateError("D023", reason=f"{name} is in another encoding than UTF-8") from error
    declared = _ENCODING.match(text.lstrip())
    if "\0" in text or (declared and declared[1].lower() not in _KNOWN_ENCODINGS):
        raise TemplateError("D023", reason=f"{name} is in another encoding than UTF-8")
    return text


def _examine(name: str, text: str) -> None:
    """No document type (29500-2, 8.1.4), so that no entity is ever declared; no macros."""
    if _MARKUP_DECLARATION.search(text):
        raise TemplateError("D023", reason=f"{name} declares a document type or entities")
    if name == "[Content_Types].xml" and any(word in text for word in _MACROS):
        raise TemplateError("D021")
