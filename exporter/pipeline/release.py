"""Whether, and how much of it, the sender allows a story to be published now."""

from __future__ import annotations

from datetime import datetime

from exporter.diagnostics import Diagnostic, RefusedError, diagnose
from exporter.model import Document, PubStatus
from exporter.pipeline.dates import iso_datetime
from exporter.values import replace

_REFUSALS = {
    PubStatus.EMBARGOED: "X001",
    PubStatus.WITHHELD: "X002",
    PubStatus.CANCELED: "X003",
}


def lift_embargo(
    document: Document, now: datetime | None
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document, usable if it was embargoed until a time that is past."""
    until = iso_datetime(document.embargoed_until or "")
    if document.pub_status is not PubStatus.EMBARGOED or until is None or now is None:
        return document, ()
    if now < until:
        return document, ()
    passed = diagnose("X004", source=document.source.name, until=document.embargoed_until)
    return replace(document, pub_status=PubStatus.USABLE), (passed,)


def refuse(document: Document) -> None:
    """RefusedError when the document is embargoed, withheld or canceled."""
    code = _REFUSALS.get(document.pub_status)
    if code is None:
        return
    embargo = document.embargo
    until = document.embargoed_until or (embargo.text if embargo else None)
    raise RefusedError(
        diagnose(
            code,
            source=document.source.name,
            lines=embargo.lines if embargo else None,
            until=f": {until}" if until else "",
        )
    )
