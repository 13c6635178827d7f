"""The EPUB backend: EPUB 3.3 with EPUB Accessibility 1.1, by ebooklib."""

from exporter.renderers.epub.backend import render
from exporter.renderers.epub.unsupported import UNSUPPORTED

__all__ = ["UNSUPPORTED", "render"]
