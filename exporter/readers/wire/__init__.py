"""Wire copy in plain text."""

from exporter.readers.wire.story import read

__all__ = ["read"]
