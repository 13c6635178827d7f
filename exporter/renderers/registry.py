"""The table of formats: another is one folder and one row.

Nothing here imports a backend, so that making an EPUB never loads ReportLab. An installed package
may add a format through the entry point group ``exporter.renderers``.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import cast

from exporter.diagnostics import UsageError, diagnose
from exporter.renderers.contract import Renderer
from exporter.values import Value


class Format(Value):
    """A format's name on the command line, its file suffix, and where its backend stands.

    `printed` is a copy for readers, set in the house's style; what is for newsrooms is the story
    as read, and has to be asked for by name.
    """

    name: str
    suffix: str
    media_type: str
    target: str
    printed: bool = True


FORMATS: dict[str, Format] = {
    row.name: row
    for row in (
        Format("pdf", ".pdf", "application/pdf", "exporter.renderers.pdf:render"),
        Format("epub", ".epub", "application/epub+zip", "exporter.renderers.epub:render"),
        Format(
            "docx",
            ".docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "exporter.renderers.docx:render",
        ),
        Format("ninjs", ".json", "application/json", "exporter.renderers.ninjs:render", False),
        Format("nitf", ".xml", "application/nitf+xml", "exporter.renderers.nitf:render", False),
    )
}


def is_printed(name: str) -> bool:
    """Whether a format is a copy for readers; a format that a package adds is one."""
    row = FORMATS.get(name)
    return row is None or row.printed


@cache
def renderer(name: str) -> Renderer:
    """The backend of a format, imported on first use; UsageError when there is none."""
    row = FORMATS.get(name)
    if row is not None:
        module, _, attribute = row.target.partition(":")
        return cast("Renderer", getattr(importlib.import_module(module), attribute))
    return _plugin(name)


def _plugin(name: str) -> Renderer:
    from importlib.metadata import entry_points

    for entry in entry_points(group="exporter.renderers", name=name):
        return cast("Renderer", entry.load())
    raise UsageError(diagnose("U001", format=name, known=", ".join(FORMATS)))
