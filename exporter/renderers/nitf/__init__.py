"""NITF 3.6: the News Industry Text Format, so that a story can enter a newsroom's system."""

from exporter.renderers.nitf.backend import render

__all__ = ["render"]
