"""What the file says of itself: docProps/core.xml, app.xml and custom.xml."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import cast
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.coreprops import CoreProperties
from docx.opc.packuri import PackURI
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package

from exporter.model import Document, is_language_tag
from exporter.renderers.contract import UNDATED, RenderOptions
from exporter.renderers.docx.findings import Findings
from exporter.renderers.docx.markup import Element
from exporter.stylesheet import Stylesheet

# Word shows no longer property.
_LONGEST = 255
_ELLIPSIS = "…"
_KEYWORD_ENDS = re.compile(r"[\s,;/_-]+")
_INTEGERS = range(-(1 << 31), 1 << 31)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
# The property set that custom properties belong to, and their first number (Part 1, 22.3.2.2).
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_ID = 2
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def core_properties(
    document: Document, options: RenderOptions, package: Package, findings: Findings
) -> CorePropertiesPart:
    """Title, authors, language and date, in Dublin Core's terms; no clock, no user."""
    element = CT_CoreProperties.new()
    core = CoreProperties(element)
    core.title = _short("title", document.title, findings)
    names = [name for name in (document.byline.names if document.byline else ()) if name.strip()]
    if names:
        core.author = _short("authors", "; ".join(names), findings)
    if document.slugline and document.slugline.text.strip():
        slug = document.slugline.text
        core.subject = _short("subject", slug, findings)
        core.keywords = _short("keywords", _keywords(slug), findings)
    if document.language and is_language_tag(document.language):
        core.language = document.language
    core.last_modified_by = _short("program", options.generator, findings)
    core.revision = 1
    _date(core, element, options.date or UNDATED)
    name = PackURI("/docProps/core.xml")
    return CorePropertiesPart(name, CT.OPC_CORE_PROPERTIES, element, package)


def application_properties(style: Stylesheet, options: RenderOptions, findings: Findings) -> bytes:
    """The root of docProps/app.xml: the style as the template, and the program."""
    return (
        f'{_DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">'
        f"<Template>{escape(findings.legal(style.name))}</Template>"
        f"<Application>{escape(findings.legal(options.generator))}</Application>"
        "</Properties>"
    ).encode()


def custom_properties(document: Document, options: RenderOptions, findings: Findings) -> bytes:
    """The root of docProps/custom.xml: where the story came from, and what the file was made of."""
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
        typed = f"<vt:lpwstr>{escape(_short(name, str(value), findings))}</vt:lpwstr>"
    return (
        f'<property fmtid="{_FORMAT_ID}" pid="{identifier}" name={quoteattr(name)}>'
        f"{typed}</property>"
    )


def _short(name: str, text: str, findings: Findings) -> str:
    legal = " ".join(findings.legal(text).split())
    if len(legal) <= _LONGEST:
        return legal
    findings.add("D009", name=name.lower(), most=_LONGEST)
    return legal[: _LONGEST - 1] + _ELLIPSIS


def _keywords(slug: str) -> str:
    return ", ".join(word for word in _KEYWORD_ENDS.split(slug) if word)


def _date(core: CoreProperties, element: CT_CoreProperties, date: datetime) -> None:
    """python-docx writes the type of the elements, but years of fewer than four digits as such."""
    core.created = core.modified = date
    moment = date if date.tzinfo is None else date.astimezone(UTC)
    stamp = moment.replace(tzinfo=None, microsecond=0).isoformat() + "Z"
    for tag in ("created", "modified"):
        cast("Element", element).find(f"{{*}}{tag}").text = stamp  # type: ignore[union-attr]
