"""The table of rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from exporter.validators.pdfx import content, identity, intent, objects, pages
from exporter.values import Value

if TYPE_CHECKING:
    import pikepdf


class Rule(Value):
    """One rule: its clause, and what says each violation of it."""

    clause: str
    check: Callable[[pikepdf.Pdf], Iterator[str]]


RULES = (
    Rule("ISO 15930-7, 6.1", objects.version),
    Rule("ISO 15930-7, 6.4", intent.one_intent),
    Rule("ISO 15930-7, 6.4", intent.profile),
    Rule("ISO 15930-7, 6.4", content.colours),
    Rule("ISO 15930-7, 6.5", content.fonts),
    Rule("ISO 15930-7, 6.10", identity.identification),
    Rule("ISO 15930-7, 6.10", identity.agreement),
    Rule("ISO 15930-7, 6.13", content.graphics_states),
    Rule("ISO 15930-7, 6.14", objects.postscript),
    Rule("ISO 15930-7, 6.17", pages.printed_over),
    Rule("ISO 15930-7, 6.18", objects.actions),
    Rule("ISO 15930-7, 6.19", content.compatibility),
    # The standard lets transparency be; a page of ours has no need of it, and no press trouble.
    Rule("no transparency (ISO 15930-7, 6.20)", content.transparency),
    Rule("ISO 15930-7, 6.23", content.rendering_intents),
    Rule("ISO 15930-7, 6.24", objects.optional_content),
    Rule("ISO 15930-7, 6.25", content.nesting),
    Rule("ISO 15930-7, 6.26", objects.forms),
    Rule("trapping (ISO 32000-1, 14.11.6)", identity.trapping),
    Rule("boxes (ISO 32000-1, 14.11.2)", pages.boxes),
    Rule("encryption (ISO 32000-1, 7.6)", objects.encryption),
    Rule("identifiers (ISO 32000-1, 14.4)", objects.identifiers),
    Rule("filters (ISO 32000-1, 7.4)", objects.filters),
    Rule("what is elsewhere (ISO 32000-1, 7.3.8, 8.9.5.4, 8.10.4, 14.11.7)", objects.elsewhere),
)
