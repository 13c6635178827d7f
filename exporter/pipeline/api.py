"""What Python callers see: `exporter.read` and `exporter.export`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date as day
from datetime import datetime

from exporter.model import Document
from exporter.pipeline.dates import source_date_epoch
from exporter.pipeline.edition import edit
from exporter.pipeline.manuscript import Source, read_source
from exporter.pipeline.options import Options, known_format, moment
from exporter.pipeline.options import conventions as read_conventions
from exporter.pipeline.options import cover as cover_of
from exporter.pipeline.options import docx_template as read_template
from exporter.pipeline.options import profile as profile_of
from exporter.pipeline.press import render, rendition_of
from exporter.readers import NO_HOUSE
from exporter.renderers import Rendition


def read(
    source: Source,
    *,
    name: str | None = None,
    language: str | None = None,
    conventions: str | os.PathLike[str] | None = None,
) -> Document:
    """The document of a story given as bytes or as a path; ReadError when it cannot be read.

    `name` is the source's file name where bytes have none. `language` is a BCP 47 tag, for what
    does not say its own. `conventions` is the path of a TOML file of the house's own forms of copy.
    """
    house = NO_HOUSE if conventions is None else read_conventions(conventions)
    return read_source(source, name=name, language=language, house=house).document


def export(
    source: Source,
    *,
    format: str,  # noqa: A002 - the word that everybody looks for
    style: str | os.PathLike[str] = "wire",
    name: str | None = None,
    headline: str | None = None,
    language: str | None = None,
    date: str | day | None = None,
    profile: str = "print",
    marks: bool = False,
    cover: str | None = None,
    verbatim: bool = False,
    embed_source: bool = False,
    no_ed_note: bool = False,
    allow_embargoed: bool = False,
    strict: bool = False,
    now: datetime | None = None,
    resources: Mapping[str, bytes] | None = None,
    docx_template: str | os.PathLike[str] | None = None,
    conventions: str | os.PathLike[str] | None = None,
) -> Rendition:
    """One file of a story, given as bytes, as a path or as a document; ExportError if impossible.

    Keywords are the command line's options. `format` is pdf, epub, docx, ninjs or nitf. `style` is
    a built-in name or the path of a TOML file. `name` is the source's file name where bytes have
    none; the file's bytes depend on it. `headline`, `language` (a BCP 47 tag) and `date` (ISO 8601,
    UTC without a zone) stand in place of the story's own.

    Of a PDF, `profile` is print or screen, and `marks` asks for printer's marks; of a book, `cover`
    is svg or raster; of a Word file, `docx_template` is the path of the house's template.
    `verbatim` leaves punctuation as sent, `no_ed_note` leaves out notes to editors, `embed_source`
    puts the source into a PDF, `allow_embargoed` exports what may not be published, and `strict`
    has a warning stop the story.

    `now`, with a zone, is what a dated embargo is compared with: the clock is never read, and
    without it none has passed. `resources` holds the pictures that figures name, as bytes; those
    beside the story's file need not be given. `conventions` is the path of a TOML file of the
    house's own forms of copy.
    """
    formats = (known_format(format),)
    options = Options(
        style=os.fspath(style),
        headline=headline,
        language=language,
        date=moment(date),
        fallback_date=source_date_epoch(os.environ),
        now=moment(now),
        profile=profile_of(profile),
        marks=marks,
        cover=None if cover is None else cover_of(cover),
        verbatim=verbatim,
        embed_source=embed_source,
        no_ed_note=no_ed_note,
        allow_embargoed=allow_embargoed,
        strict=strict,
        resources=resources or {},
        docx_template=None if docx_template is None else read_template(docx_template),
        house=NO_HOUSE if conventions is None else read_conventions(conventions),
    )
    manuscript = read_source(source, name=name, language=options.language, house=options.house)
    edition = edit(manuscript, options)
    return rendition_of(render(edition, formats)[format])
