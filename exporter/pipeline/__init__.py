"""The order of the stages: read, edit, typeset, render."""

from exporter.pipeline.api import export, read
from exporter.pipeline.dates import source_date_epoch
from exporter.pipeline.edition import Edition, edit
from exporter.pipeline.manuscript import Manuscript, Source, printable, read_source
from exporter.pipeline.options import Options, headline, known_format, language_tag, moment, profile
from exporter.pipeline.press import Renditions, render
from exporter.pipeline.provenance import fingerprint

__all__ = [
    "Edition",
    "Manuscript",
    "Options",
    "Renditions",
    "Source",
    "edit",
    "export",
    "fingerprint",
    "headline",
    "known_format",
    "language_tag",
    "moment",
    "printable",
    "profile",
    "read",
    "read_source",
    "render",
    "source_date_epoch",
]
