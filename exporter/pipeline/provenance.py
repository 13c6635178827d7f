"""The fingerprint that tells from what an output was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from exporter import __version__
from exporter.pipeline.edition import Edition

# The formats that change when a PDF is made in the same run: their pages are named by its own.
_PAGED_BY_PDF = ("epub",)
# The formats that tell a copy's place in an archive.
_TRACED = ("pdf",)


def fingerprint(edition: Edition, format_name: str, formats: tuple[str, ...]) -> str:
    """SHA-256, as hexadecimal digits, over all that one output of a run depends on."""
    options = edition.options
    made_from: dict[str, object] = {
        "version": __version__,
        "source": edition.source_digest,
        "name": edition.document.source.name,
        "style": edition.style.digest,
        "date": edition.date.isoformat() if edition.date else None,
        "headline": options.headline,
        "language": edition.document.language,
        "status": edition.document.pub_status,
        "profile": options.profile,
        "marks": options.marks,
        "verbatim": options.verbatim,
        "embedded": edition.source is not None,
        "cover": edition.style.house.cover,
        "note": edition.style.house.print_ed_note,
        "resources": _digests(edition.resources),
        "conventions": options.house.digest,
        "template": _template(edition, format_name),
        "format": format_name,
        "paged": format_name in _PAGED_BY_PDF and "pdf" in formats,
    }
    if options.trace is not None and format_name in _TRACED:
        made_from["trace"] = [options.trace.identifier, options.trace.version]
    return hashlib.sha256(json.dumps(made_from, sort_keys=True).encode()).hexdigest()


def _template(edition: Edition, format_name: str) -> str | None:
    """The digest of the template that a Word file takes its look from."""
    template = edition.options.docx_template
    if template is None or format_name != "docx":
        return None
    return hashlib.sha256(template.content).hexdigest()


def _digests(resources: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in resources.items()}
