"""From an edition to its files: each format by its backend, the PDF first."""

from __future__ import annotations

from exporter import typography
from exporter.diagnostics import Diagnostic, ExportError, Severity, diagnose
from exporter.model import Document
from exporter.pipeline.edition import Edition
from exporter.pipeline.provenance import fingerprint
from exporter.renderers import RenderOptions, Rendition, is_printed, renderer
from exporter.values import replace

# What became of each format: a file, or why there is none. What is no ExportError is a bug.
Renditions = dict[str, Rendition | Exception]


def render(edition: Edition, formats: tuple[str, ...]) -> Renditions:
    """Rendition or error of each format; ExportError for all when a warning is fatal.

    A rendition carries the diagnostics of every stage, its own last. A backend's bug costs its
    own format only, unless warnings are fatal: then it is raised.
    """
    typeset, repairs = _typeset(edition, formats)
    shared = (*edition.diagnostics, *_unembedded(edition, formats))
    made: Renditions = {}
    page_map: tuple[int, ...] | None = None
    for format_name in sorted(formats, key=lambda name: name != "pdf"):
        printed = is_printed(format_name)
        document, said = (typeset, (*shared, *repairs)) if printed else (edition.document, shared)
        options = _render_options(edition, document, format_name, formats, page_map)
        made[format_name] = result = _rendition(edition, document, format_name, options, said)
        if isinstance(result, Rendition) and result.page_map is not None:
            page_map = result.page_map
    if edition.options.strict:
        _stop_at_warnings(edition, made)
    return {name: made[name] for name in formats}


def _typeset(edition: Edition, formats: tuple[str, ...]) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document for readers; newsrooms set their own marks and are given the sender's."""
    return edition.typeset() if any(map(is_printed, formats)) else (edition.document, ())


def _render_options(
    edition: Edition,
    document: Document,
    format_name: str,
    formats: tuple[str, ...],
    page_map: tuple[int, ...] | None,
) -> RenderOptions:
    return RenderOptions(
        date=edition.date,
        dateline_date=edition.dateline_date,
        profile=edition.options.profile,
        marks=edition.options.marks,
        source=edition.source,
        fingerprint=fingerprint(edition, format_name, formats),
        hyphenator=typography.hyphenator(document.language),
        page_map=page_map,
        resources=edition.resources,
        docx_template=edition.options.docx_template,
        trace=edition.options.trace,
    )


def _rendition(
    edition: Edition,
    document: Document,
    format_name: str,
    options: RenderOptions,
    shared: tuple[Diagnostic, ...],
) -> Rendition | Exception:
    try:
        rendition = renderer(format_name)(document, edition.style, options)
    except ExportError as error:
        return type(error)(*shared, *error.diagnostics)
    except Exception as bug:  # the caller reports it; the other formats are none the worse
        return bug
    return replace(rendition, diagnostics=(*shared, *rendition.diagnostics))


def rendition_of(result: Rendition | Exception) -> Rendition:
    """The rendition; where there is none, what it failed by is raised."""
    if isinstance(result, Exception):
        raise result
    return result


def _unembedded(edition: Edition, formats: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """What is said when the source is to be embedded, and no file is made that can hold it."""
    if edition.source is None or "pdf" in formats:
        return ()
    return (diagnose("X015", source=edition.document.source.name),)


def _stop_at_warnings(edition: Edition, made: Renditions) -> None:
    """Raise ExportError with all diagnostics if one of them is a warning."""
    found = tuple(dict.fromkeys(each for result in made.values() for each in _said_by(result)))
    if any(diagnostic.severity is Severity.WARNING for diagnostic in found):
        raise ExportError(*found, diagnose("X005", source=edition.document.source.name))


def _said_by(result: Rendition | Exception) -> tuple[Diagnostic, ...]:
    if isinstance(result, Rendition | ExportError):
        return result.diagnostics
    raise result
