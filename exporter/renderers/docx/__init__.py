"""DOCX: a WordprocessingML package of named styles, written with python-docx."""

from exporter.renderers.docx.backend import render
from exporter.renderers.docx.unsupported import UNSUPPORTED

__all__ = ["UNSUPPORTED", "render"]
