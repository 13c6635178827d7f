"""A news agency's story in; a print-ready PDF, an EPUB and a Word file out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exporter.diagnostics import Diagnostic, ExportError
    from exporter.model import (
        Block,
        Break,
        Byline,
        Credit,
        Crosshead,
        Dateline,
        Document,
        Emphasis,
        Figure,
        Inline,
        ItemList,
        Kind,
        LineBreak,
        Link,
        ListItem,
        Paragraph,
        PubStatus,
        Quotation,
        Source,
        SourceText,
        Strong,
        Table,
        Text,
    )
    from exporter.pipeline import export, read
    from exporter.renderers import Rendition

__version__ = "0.1.0"

__all__ = [
    "Block",
    "Break",
    "Byline",
    "Credit",
    "Crosshead",
    "Dateline",
    "Diagnostic",
    "Document",
    "Emphasis",
    "ExportError",
    "Figure",
    "Inline",
    "ItemList",
    "Kind",
    "LineBreak",
    "Link",
    "ListItem",
    "Paragraph",
    "PubStatus",
    "Quotation",
    "Rendition",
    "Source",
    "SourceText",
    "Strong",
    "Table",
    "Text",
    "__version__",
    "export",
    "read",
]

_HOMES = {
    "Diagnostic": "exporter.diagnostics",
    "ExportError": "exporter.diagnostics",
    "Rendition": "exporter.renderers",
    "export": "exporter.pipeline",
    "read": "exporter.pipeline",
}


def __getattr__(name: str) -> object:
    """A public name, from its home on first use: importing the package loads nothing else."""
    if name not in __all__:
        raise AttributeError(f"module 'exporter' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(_HOMES.get(name, "exporter.model")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
