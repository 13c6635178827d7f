"""From what an agency sends to the document model."""

from exporter.readers.registry import FORMATS, LARGEST, Format, explain, read

__all__ = ["FORMATS", "LARGEST", "Format", "explain", "read"]
