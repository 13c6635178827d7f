"""Marked-up text, be it XHTML, HTML or NITF, as the model's blocks and inlines."""

from exporter.readers.markup.flow import Markup

__all__ = ["Markup"]
