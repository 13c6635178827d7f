"""The package: parts and their relationships, written so that the same story gives the same bytes.

python-docx's own writer stamps each member of the zip file with the clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast
from xml.sax.saxutils import quoteattr

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import NAMESPACE
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.package import Package

from exporter.container import Member, pack

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Known by suffix (ISO/IEC 29500-2, 10.1.2.2); all other parts are named.
_DEFAULTS = {
    "rels": CT.OPC_RELATIONSHIPS,
    "xml": CT.XML,
    "png": "image/png",
    "gif": "image/gif",
    "jpg": "image/jpeg",
}


def write(package: Package) -> bytes:
    """The package as a file, its content types first."""
    return pack(_members(package))


def _members(package: Package) -> Iterator[Member]:
    parts = list(package.iter_parts())
    yield Member(CONTENT_TYPES_URI.membername, _content_types(parts))
    yield _relationships(PACKAGE_URI, package.rels)
    for part in parts:
        yield Member(part.partname.membername, part.blob)
        if part.rels:
            yield _relationships(part.partname, part.rels)


def _relationships(source: PackURI, relationships: Relationships) -> Member:
    # Declared as text by python-docx 1.2.0, but serialised with its XML declaration.
    return Member(source.rels_uri.membername, cast("bytes", relationships.xml))


def _content_types(parts: list[Part]) -> bytes:
    suffixes = {part.partname.ext for part in parts} | {"rels"}
    defaults = "".join(
        f'<Default Extension="{suffix}" ContentType="{media_type}"/>'
        for suffix, media_type in _DEFAULTS.items()
        if suffix in suffixes
    )
    overrides = "".join(
        f'<Override PartName={quoteattr(part.partname)} ContentType="{part.content_type}"/>'
        for part in parts
        if _DEFAULTS.get(part.partname.ext) != part.content_type
    )
    return (
        f'{_DECLARATION}<Types xmlns="{NAMESPACE.OPC_CONTENT_TYPES}">{defaults}{overrides}</Types>'
    ).encode()
