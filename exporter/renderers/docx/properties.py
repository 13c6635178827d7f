"""What the file says of itself: docProps/core.xml, app.xml and custom.xml."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from exporter.expressions import expression
from exporter.model import Document, is_language_tag
from exporter.renderers.contract import UNDATED, RenderOptions
from exporter.renderers.docx.findings import Findings
from exporter.stylesheet import Stylesheet
from exporter.xmltext import escaped

# Word shows no longer property.
_LONGEST = 255
_ELLIPSIS = "…"
_KEYWORD_ENDS = expression(r"[\s,;/_-]+")
_INTEGERS = range(-(1 << 31), 1 << 31)
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
# The property set that custom properties belong to, and their first number (Part 1, 22.3.2.2).
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_ID = 2
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def core_properties(document: Document, options: RenderOptions, findings: Findings) -> bytes:
    """docProps/core.xml: title, authors, language and date, in Dublin Core's terms.

    No clock, no user.
    """
    stamp = _stamp(options.date or UNDATED)
    stated = (*_described(document, findings), *_made(options, findings))
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        + "".join(f"<{name}>{escaped(value)}</{name}>" for name, value in stated)
        + f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()


def _described(document: Document, findings: Findings) -> Iterator[tuple[str, str]]:
    """What the story says of itself."""
    yield "dc:title", _short("title", document.title, findings)
    names = [name for name in (document.byline.names if document.byline else ()) if name.strip()]
    if names:
        yield "dc:creator", _short("authors", "; ".join(names), findings)
    if document.slugline and document.slugline.text.strip():
        slug = document.slugline.text
        yield "dc:subject", _short("subject", slug, findings)
        yield "cp:keywords", _short("keywords", _keywords(slug), findings)
    if document.language and is_language_tag(document.language):
        yield "dc:language", document.language
    yield "cp:category", document.kind
    yield "cp:contentStatus", document.pub_status


def _made(options: RenderOptions, findings: Findings) -> Iterator[tuple[str, str]]:
    """What the program says of its work."""
    yield "cp:lastModifiedBy", _short("program", options.generator, findings)
    yield "cp:revision", "1"


def application_properties(
    document: Document, style: Stylesheet, options: RenderOptions, findings: Findings
) -> bytes:
    """The bytes of docProps/app.xml: the style as the template, the program, the agency."""
    tag = document.dateline.agency if document.dateline else None
    agency = style.agency_name(tag) if tag and tag.strip() else ""
    company = escaped(_short("company", agency, findings))
    return (
        f'{_DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">'
        f"<Template>{escaped(findings.legal(style.name))}</Template>"
        f"<Application>{escaped(findings.legal(options.generator))}</Application>"
        + (f"<Company>{company}</Company>" if company else "")
        + "</Properties>"
    ).encode()


def custom_properties(document: Document, options: RenderOptions, findings: Findings) -> bytes:
    """The bytes of docProps/custom.xml: where the story came from, what the file was made of."""
    given: dict[str, str | int | None] = {
        "Slug": document.slugline.text if document.slugline else None,
        "Urgency": document.urgency,
        "Agency": document.dateline.agency if document.dateline else None,
        "Source name": document.source.name,
        "Source SHA-256": document.source.sha256,
        "Fingerprint": options.fingerprint,
    }
    stated = [(name, value) for name, value in given.items() if value not in (None, "")]
    return (
        f'{_DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes">'
        + "".join(
            _custom(identifier, name, value, findings)
            for identifier, (name, value) in enumerate(stated, _FIRST_ID)
        )
        + "</Properties>"
    ).encode()


def _custom(identifier: int, name: str, value: str | int | None, findings: Findings) -> str:
    if isinstance(value, int) and value in _INTEGERS:
        typed = f"<vt:i4>{value}</vt:i4>"
    else:
        typed = f"<vt:lpwstr>{escaped(_short(name, str(value), findings))}</vt:lpwstr>"
    return f'<property fmtid="{_FORMAT_ID}" pid="{identifier}" name="{name}">{typed}</property>'


def _short(name: str, text: str, findings: Findings) -> str:
    legal = " ".join(findings.legal(text).split())
    if len(legal) <= _LONGEST:
        return legal
    findings.add("D009", name=name.lower(), most=_LONGEST)
    return legal[: _LONGEST - 1] + _ELLIPSIS


def _keywords(slug: str) -> str:
    return ", ".join(word for word in _KEYWORD_ENDS.split(slug) if word)


def _stamp(date: datetime) -> str:
    """The moment as W3CDTF, to the second; a date without zone is UTC."""
    moment = date if date.tzinfo is None else date.astimezone(UTC)
    return moment.replace(tzinfo=None, microsecond=0).isoformat() + "Z"
