"""Deflating small content without paying for a large window.

zlib makes its window and tables of 256 KB for a hundred bytes as well, which takes longer than
deflating them. Here they are no larger than the content asks for: nothing is deflated worse.
"""

from __future__ import annotations

import zlib

# zlib's window, in powers of two, and how far short of its size a match may reach back.
_WINDOWS = (9, 15)
_LOOKAHEAD = 262
# How many powers of two the hash table and the buffer of zlib's memory level 1 have less.
_MEMORY = 6
_MOST_MEMORY = 8


def deflated(content: bytes, level: int, *, raw: bool = False) -> bytes:
    """The content as a zlib stream (RFC 1950), or as a `raw` deflate stream (RFC 1951)."""
    least, most = _WINDOWS
    window = min(max((len(content) + _LOOKAHEAD - 1).bit_length(), least), most)
    memory = min(window - _MEMORY, _MOST_MEMORY)
    deflating = zlib.compressobj(level, zlib.DEFLATED, -window if raw else window, memory)
    return deflating.compress(content) + deflating.flush()
