"""The order of the stages: read, edit, typeset, render."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exporter.pipeline.api import export, read
    from exporter.pipeline.dates import source_date_epoch
    from exporter.pipeline.edition import Edition, edit
    from exporter.pipeline.manuscript import Manuscript, Source, printable, read_source
    from exporter.pipeline.options import (
        Options,
        conventions,
        cover,
        docx_template,
        headline,
        known_format,
        language_tag,
        moment,
        profile,
    )
    from exporter.pipeline.press import Renditions, render, rendition_of
    from exporter.pipeline.provenance import fingerprint

__all__ = [
    "Edition",
    "Manuscript",
    "Options",
    "Renditions",
    "Source",
    "conventions",
    "cover",
    "docx_template",
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
    "rendition_of",
    "source_date_epoch",
]

_HOMES = {
    "api": ("export", "read"),
    "dates": ("source_date_epoch",),
    "edition": ("Edition", "edit"),
    "manuscript": ("Manuscript", "Source", "printable", "read_source"),
    "options": (
        "Options",
        "conventions",
        "cover",
        "docx_template",
        "headline",
        "known_format",
        "language_tag",
        "moment",
        "profile",
    ),
    "press": ("Renditions", "render", "rendition_of"),
    "provenance": ("fingerprint",),
}


def __getattr__(name: str) -> object:
    """A name from its home on first use: who only reads a story loads no style and no backend."""
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'exporter.pipeline' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"exporter.pipeline.{home}"), name)
    globals()[name] = value
    return value
