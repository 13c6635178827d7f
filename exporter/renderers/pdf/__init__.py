"""PDF: one file that is PDF/A-3a, PDF/UA-1 and PDF/X-4 at once, written with ReportLab."""

from exporter.renderers.pdf.backend import render
from exporter.renderers.pdf.tokens import UNSUPPORTED

__all__ = ["UNSUPPORTED", "render"]
