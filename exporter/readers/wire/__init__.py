"""Wire copy in plain text."""

from exporter.readers.wire.story import explain, read

__all__ = ["explain", "read"]
