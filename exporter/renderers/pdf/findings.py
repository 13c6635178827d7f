"""What a user is told about a PDF: what could not be printed, or not as sent."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.diagnostics import Diagnostic, diagnose
from exporter.model import Document, is_language_tag
from exporter.renderers.contract import UNDATED, Profile, RenderOptions
from exporter.renderers.pdf.fonts.findings import findings as font_findings
from exporter.renderers.pdf.pages.compose import Composer
from exporter.renderers.pdf.pages.furniture import Furniture
from exporter.stylesheet import Stylesheet

# How much of a word or of an address a message shows: either may be as long as the story.
_SHOWN = 80


def findings(
    document: Document, options: RenderOptions, composer: Composer
) -> Iterator[Diagnostic]:
    """What is to be said of the story as it was composed."""
    source = document.source.name
    if document.language is None:
        yield diagnose("P008", source=source)
    elif not is_language_tag(document.language):
        yield diagnose("P007", source=source, language=document.language)
    if options.date is None and options.profile is Profile.PRINT:
        yield diagnose("P001", source=source, date=UNDATED.date().isoformat())
    if composer.compositor.missing:
        yield from font_findings(document, composer.compositor.missing)
    if composer.compositor.unprintable:
        yield diagnose("P003", source=source, count=composer.compositor.unprintable)
    for word in dict.fromkeys(composer.breaker.divided):
        yield diagnose("P004", source=source, word=word[:_SHOWN])
    for figure, code, facts in composer.pictures:
        yield diagnose(code, source=source, lines=figure.lines, picture=figure.src, **facts)
    refusal = "P006" if options.profile is Profile.PRINT else "P020"
    for address in composer.compositor.unlinked:
        yield diagnose(refusal, source=source, address=address[:_SHOWN])
    for lines, columns in composer.tables.crowded:
        yield diagnose("P040", source=source, lines=lines, columns=columns)


def logo_findings(
    document: Document, style: Stylesheet, furniture: Furniture
) -> Iterator[Diagnostic]:
    """What is to be said of the house's logo, once the pages have been printed."""
    if style.house.logo is not None and furniture.logo_fault:
        source, logo = document.source.name, style.house.logo.file
        yield diagnose("P053", source=source, logo=logo, reason=furniture.logo_fault)
