"""ninjs 3.0: the IPTC's News in JSON, so that a story can enter a newsroom's system."""

from exporter.renderers.ninjs.backend import render

__all__ = ["render"]
