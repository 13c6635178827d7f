"""From an edition to its files: each format by its backend, the PDF first."""

from __future__ import annotations

from dataclasses import replace

from exporter import typography
from exporter.diagnostics import Diagnostic, ExportError, Severity, diagnose
from exporter.model import Document
from exporter.pipeline.edition import Edition
from exporter.pipeline.provenance import fingerprint
from exporter.renderers import RenderOptions, Rendition, renderer

# What became of each format: a file, or the reason why there is none.
Renditions = dict[str, Rendition | ExportError]


def render(edition: Edition, formats: tuple[str, ...]) -> Renditions:
    """Rendition or error of each format; ExportError for all when a warning is fatal.

    A rendition carries the diagnostics of every stage, its own last.
    """
    document, repairs = edition.typeset()
    shared = (*edition.diagnostics, *repairs)
    made: Renditions = {}
    page_map: tuple[int, ...] | None = None
    for format_name in sorted(formats, key=lambda name: name != "pdf"):
        options = _render_options(edition, document, format_name, formats, page_map)
        made[format_name] = result = _rendition(edition, document, format_name, options, shared)
        if isinstance(result, Rendition) and result.page_map is not None:
            page_map = result.page_map
    if edition.options.strict:
        _stop_at_warnings(edition, made)
    return {name: made[name] for name in formats}


def _render_options(
    edition: Edition,
    document: Document,
    format_name: str,
    formats: tuple[str, ...],
    page_map: tuple[int, ...] | None,
) -> RenderOptions:
    return RenderOptions(
        date=edition.date,
        profile=edition.options.profile,
        source=edition.source,
        fingerprint=fingerprint(edition, format_name, formats),
        hyphenator=typography.hyphenator(document.language),
        page_map=page_map,
        resources=edition.resources,
    )


def _rendition(
    edition: Edition,
    document: Document,
    format_name: str,
    options: RenderOptions,
    shared: tuple[Diagnostic, ...],
) -> Rendition | ExportError:
    try:
        rendition = renderer(format_name)(document, edition.style, options)
    except ExportError as error:
        return type(error)(*shared, *error.diagnostics)
    return replace(rendition, diagnostics=(*shared, *rendition.diagnostics))


def _stop_at_warnings(edition: Edition, made: Renditions) -> None:
    """Raise ExportError with all diagnostics if one of them is a warning."""
    found = tuple(dict.fromkeys(each for result in made.values() for each in result.diagnostics))
    if any(diagnostic.severity is Severity.WARNING for diagnostic in found):
        raise ExportError(*found, diagnose("X005", source=edition.document.source.name))
