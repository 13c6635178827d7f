"""XMP and the document information dictionary, saying the same (ISO 19005-3, 6.6.2 and 6.6.3)."""

from __future__ import annotations

import uuid
from datetime import datetime
from functools import cache

from exporter.renderers.contract import NAMESPACE
from exporter.renderers.pdf.writer.objects import text_string
from exporter.values import Value
from exporter.xmltext import escaped, legal

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "exporter": NAMESPACE,
}
# PDF/A knows none of these by itself: each is described in an extension schema (6.6.2.3.3).
_EXTENSIONS = (
    ("pdfuaid", "PDF/UA identification", "part", "Integer", "Part of ISO 14289 that is met"),
    ("pdfxid", "PDF/X identification", "GTS_PDFXVersion", "Text", "PDF/X version that is met"),
    ("pdf", "Adobe PDF", "Trapped", "Text", "Whether the file is trapped"),
    ("exporter", "Exporter", "fingerprint", "Text", "Digest of source, style and options"),
)
_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_TAIL = '<?xpacket end="r"?>'


class Metadata(Value):
    """What the file says of itself.

    `date` is in UTC, and known where the file is PDF/X too, as `press` says; `identity` is a digest
    of the source.
    """

    title: str
    authors: tuple[str, ...]
    language: str
    date: datetime | None
    generator: str
    identity: str
    fingerprint: str
    keywords: str
    press: bool


def information(metadata: Metadata) -> str:
    """The document information dictionary."""
    stamp = metadata.date.strftime("(D:%Y%m%d%H%M%S+00'00')") if metadata.date else None
    entries = {
        "Title": text_string(metadata.title),
        "Author": text_string(", ".join(metadata.authors)) if metadata.authors else None,
        "Keywords": text_string(metadata.keywords) if metadata.keywords else None,
        "Creator": text_string(metadata.generator),
        "Producer": text_string(_producer()),
        "CreationDate": stamp,
        "ModDate": stamp,
        "Trapped": "/False",
    }
    body = " ".join(f"/{key} {value}" for key, value in entries.items() if value)
    return f"<< {body} >>"


def xmp(metadata: Metadata) -> bytes:
    """The XMP packet, which stays uncompressed."""
    return "\n".join(
        (
            _HEAD,
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
            _description(metadata),
            _extension_schemas(metadata.press),
            "</rdf:RDF></x:xmpmeta>",
            _TAIL,
        )
    ).encode("utf-8")


def _producer() -> str:
    from reportlab import __version__

    return f"ReportLab {__version__}"


def _description(metadata: Metadata) -> str:
    namespaces = " ".join(
        f'xmlns:{prefix}="{uri}"'
        for prefix, uri in _NAMESPACES.items()
        if metadata.press or prefix != "pdfxid"
    )
    stamp = metadata.date.strftime("%Y-%m-%dT%H:%M:%SZ") if metadata.date else ""
    document = uuid.uuid5(uuid.NAMESPACE_OID, metadata.identity)
    instance = uuid.uuid5(document, metadata.fingerprint)
    properties = (
        ("dc:format", "application/pdf"),
        ("dc:title", _container("Alt", [metadata.title], ' xml:lang="x-default"')),
        ("dc:creator", _container("Seq", metadata.authors) if metadata.authors else ""),
        ("dc:language", _container("Bag", [metadata.language])),
        ("xmp:CreateDate", stamp),
        ("xmp:ModifyDate", stamp),
        ("xmp:MetadataDate", stamp),
        ("xmp:CreatorTool", _escape(metadata.generator)),
        ("xmpMM:DocumentID", f"uuid:{document}"),
        ("xmpMM:InstanceID", f"uuid:{instance}"),
        ("xmpMM:VersionID", "1"),
        ("xmpMM:RenditionClass", "default"),
        ("pdf:Producer", _escape(_producer())),
        ("pdf:Keywords", _escape(metadata.keywords)),
        ("pdf:Trapped", "False"),
        ("pdfaid:part", "3"),
        ("pdfaid:conformance", "A"),
        ("pdfuaid:part", "1"),
        ("pdfxid:GTS_PDFXVersion", "PDF/X-4" if metadata.press else ""),
        ("exporter:fingerprint", metadata.fingerprint),
    )
    body = "\n".join(f"<{key}>{value}</{key}>" for key, value in properties if value)
    return f'<rdf:Description rdf:about="" {namespaces}>\n{body}\n</rdf:Description>'


def _escape(text: str) -> str:
    return escaped(legal(text))


def _container(kind: str, items: tuple[str, ...] | list[str], attribute: str = "") -> str:
    body = "".join(f"<rdf:li{attribute}>{_escape(item)}</rdf:li>" for item in items)
    return f"<rdf:{kind}>{body}</rdf:{kind}>"


@cache
def _extension_schemas(press: bool) -> str:
    rows = (row for row in _EXTENSIONS if press or row[0] != "pdfxid")
    schemas = "\n".join(_extension(*row) for row in rows)
    return (
        '<rdf:Description rdf:about="" '
        'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
        'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
        'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\n'
        f"<pdfaExtension:schemas><rdf:Bag>\n{schemas}\n</rdf:Bag></pdfaExtension:schemas>\n"
        "</rdf:Description>"
    )


def _extension(prefix: str, schema: str, prop: str, value_type: str, description: str) -> str:
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaSchema:schema>{schema}</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{_NAMESPACES[prefix]}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{prop}</pdfaProperty:name>"
        f"<pdfaProperty:valueType>{value_type}</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{description}</pdfaProperty:description>"
        "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>"
    )
