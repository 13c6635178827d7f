"""A story made ready for the backends: what may be printed of it, in the house's style."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from exporter import stylesheet, typography
from exporter.diagnostics import Diagnostic, diagnose
from exporter.model import Document, SourceText, publishable
from exporter.pipeline.dates import written_date
from exporter.pipeline.manuscript import Manuscript
from exporter.pipeline.options import Options
from exporter.pipeline.pictures import pictures
from exporter.pipeline.release import lift_embargo, refuse
from exporter.stylesheet import Stylesheet
from exporter.values import Value, replace

# A title taken from the lead, and one taken from what else there is.
DERIVED_TITLE = ("R018", "R019")


class Edition(Value):
    """All that the backends of one run share.

    `document` is for the public, before typography. `dateline_date` is what its dateline says,
    whatever its `date` is. `source` is set only when it is to be
    embedded and may be, `resources` are the pictures of its figures.
    """

    document: Document
    style: Stylesheet
    date: datetime | None
    dateline_date: datetime | None
    source: bytes | None
    source_digest: str
    resources: Mapping[str, bytes]
    options: Options
    diagnostics: tuple[Diagnostic, ...]

    def typeset(self) -> tuple[Document, tuple[Diagnostic, ...]]:
        """The document with the marks of its language, and what was changed."""
        if self.options.verbatim:
            return self.document, ()
        return typography.refine(self.document, self.style.house)


def edit(manuscript: Manuscript, options: Options) -> Edition:
    """Edition of a manuscript; RefusedError when it may not be published, StyleError."""
    style, style_diagnostics = _house_style(options)
    document, lifted = lift_embargo(override(manuscript.document, options), options.now)
    if not options.allow_embargoed:
        refuse(document)
    source, unembedded = _embeddable(manuscript, options)
    public = publishable(document)
    written = story_date(public)
    return Edition(
        document=public,
        style=style,
        date=options.date or written or options.fallback_date,
        dateline_date=written,
        source=source,
        source_digest=manuscript.digest,
        resources={**pictures(public, manuscript.folder), **options.resources},
        options=options,
        diagnostics=(
            *public.diagnostics,
            *_barred(public),
            *lifted,
            *unembedded,
            *style_diagnostics,
        ),
    )


def _barred(document: Document) -> tuple[Diagnostic, ...]:
    """Where the parts are that no output shows: the reader's words for it may have gone too."""
    return tuple(
        diagnose("R017", source=document.source.name, lines=span, first=span.first, last=span.last)
        for span in document.unpublishable
    )


def override(document: Document, options: Options) -> Document:
    """The document with the caller's metadata in place of its own."""
    if options.language is not None:
        document = replace(document, language=options.language)
    if options.headline is None:
        return document
    return replace(
        document,
        headline=SourceText(options.headline),
        title=options.headline,
        title_derived=False,
        diagnostics=tuple(
            diagnostic
            for diagnostic in document.diagnostics
            if diagnostic.code not in DERIVED_TITLE
        ),
    )


def story_date(document: Document) -> datetime | None:
    """The date that the story itself gives in full, at midnight where it names no hour."""
    written = document.dateline.date if document.dateline else None
    return written_date(written) if written else None


def _house_style(options: Options) -> tuple[Stylesheet, tuple[Diagnostic, ...]]:
    style, diagnostics = stylesheet.load(options.style)
    house = style.house
    if options.no_ed_note:
        house = replace(house, print_ed_note=False)
    if options.cover is not None:
        house = replace(house, cover=options.cover)
    style = replace(style, house=house) if house is not style.house else style
    return style, diagnostics


def _embeddable(
    manuscript: Manuscript, options: Options
) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The source's bytes where they are wanted and hold nothing that is not for publication."""
    document = manuscript.document
    if not options.embed_source:
        return None, ()
    if document.unpublishable:
        return None, (diagnose("X006", source=document.source.name),)
    if manuscript.data is None:
        return None, (diagnose("X007", source=document.source.name),)
    return manuscript.data, ()
