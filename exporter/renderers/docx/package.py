"""The package: parts and their relationships, written so that the same story gives the same bytes.

python-docx's own writer stamps each member of the zip file with the clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import NAMESPACE
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.package import Package
from docx.parts.image import ImagePart

from exporter.container import Member, Packed, pack, packed

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Known by suffix (ISO/IEC 29500-2, 10.1.2.2); all other parts are named.
_DEFAULTS = {
    "rels": CT.OPC_RELATIONSHIPS,
    "xml": CT.XML,
    "png": "image/png",
    "gif": "image/gif",
    "jpg": "image/jpeg",
}
# The relationships and the content types of so many kinds of package are kept.
_MOST_KEPT = 32


def write(package: Package) -> bytes:
    """The package as a file, its content types first."""
    return pack(_members(package))


class FinishedPart(Part):
    """A part that is the same in many packages: it is deflated once, by who keeps it."""

    def __init__(self, name: str, content_type: str, packed: Packed, package: Package) -> None:
        super().__init__(PackURI(name), content_type, None, package)
        self.packed = packed


def _members(package: Package) -> Iterator[Member | Packed]:
    parts = list(package.iter_parts())
    yield _content_types(tuple((part.partname, part.content_type) for part in parts))
    yield _relationships(PACKAGE_URI, package.rels)
    for part in parts:
        if isinstance(part, FinishedPart):
            yield part.packed
        else:
            yield Member(part.partname.membername, part.blob)
        if part.rels:
            yield _relationships(part.partname, part.rels)


def _relationships(source: PackURI, relationships: Relationships) -> Member | Packed:
    """The part that states them; those of stories without links and pictures are the same."""
    given = relationships.values()
    if any(rel.is_external or isinstance(rel.target_part, ImagePart) for rel in given):
        return Member(source.rels_uri.membername, _xml(relationships))
    return _among_parts(
        source, tuple((rel.rId, rel.reltype, rel.target_part.partname) for rel in given)
    )


@lru_cache(maxsize=_MOST_KEPT)
def _among_parts(source: PackURI, targets: tuple[tuple[str, str, PackURI], ...]) -> Packed:
    """The part that states how one part is related to others."""
    relationships = Relationships(source.baseURI)
    for identifier, kind, name in targets:
        relationships.add_relationship(kind, Part(name, CT.XML), identifier)
    return packed(Member(source.rels_uri.membername, _xml(relationships)))


def _xml(relationships: Relationships) -> bytes:
    # Declared as text by python-docx 1.2.0, but serialised with its XML declaration.
    return cast("bytes", relationships.xml)


@lru_cache(maxsize=_MOST_KEPT)
def _content_types(parts: tuple[tuple[PackURI, str], ...]) -> Packed:
    """The part that states the types of the parts of these names."""
    suffixes = {name.ext for name, _ in parts} | {"rels"}
    defaults = "".join(
        f'<Default Extension="{suffix}" ContentType="{media_type}"/>'
        for suffix, media_type in _DEFAULTS.items()
        if suffix in suffixes
    )
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{content_type}"/>'
        for name, content_type in parts
        if _DEFAULTS.get(name.ext) != content_type
    )
    content = (
        f'{_DECLARATION}<Types xmlns="{NAMESPACE.OPC_CONTENT_TYPES}">{defaults}{overrides}</Types>'
    )
    return packed(Member(CONTENT_TYPES_URI.membername, content.encode()))
