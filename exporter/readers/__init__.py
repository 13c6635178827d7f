"""From what an agency sends to the document model."""

from exporter.readers.house import NO_HOUSE, House, house_of
from exporter.readers.registry import FORMATS, LARGEST, Format, explain, read

__all__ = ["FORMATS", "LARGEST", "NO_HOUSE", "Format", "House", "explain", "house_of", "read"]
