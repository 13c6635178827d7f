"""Links: an address and the words that lead there."""

from __future__ import annotations

from exporter.values import Value


class Hyperlink(Value, eq=False):
    """One link of a story: its address, in ASCII as PDF wants it, and its words."""

    address: str
    words: str
