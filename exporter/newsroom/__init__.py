"""What the formats of newsrooms have in common, in writing and in reading back."""

from exporter.newsroom.carried import carried
from exporter.newsroom.markup import MarkupWriter
from exporter.newsroom.supplement import (
    NAME,
    Supplement,
    Tail,
    read_supplement,
    supplement,
    words_mark,
)

__all__ = [
    "NAME", "MarkupWriter", "Supplement", "Tail", "carried", "read_supplement", "supplement",
    "words_mark",
]  # fmt: skip
