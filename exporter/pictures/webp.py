"""WebP files as they came, less what cameras and programs wrote into them (RFC 9649)."""

from __future__ import annotations

# 2.3: a chunk's name and the length of its content, which is filled up to an even number.
_HEADER = 8
# 2.4: the name of the container, its length, and what it holds.
_FILE_HEADER = 12
# 2.7: what makes the picture; what remains are Exif, XMP and chunks of which nobody knows.
_KEPT = frozenset({b"VP8X", b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L"})
_PIXELS = frozenset({b"ANMF", b"VP8 ", b"VP8L"})
# 2.7.1: the flags that say that there are Exif and XMP.
_EXTENDED, _METADATA = b"VP8X", 0x08 | 0x04


def bare(content: bytes) -> bytes | None:
    """The file without metadata, its pixels as they are; None where its chunks do not add up.

    What follows the end of the container is left out, too.
    """
    end = _HEADER + int.from_bytes(content[4:_HEADER], "little")
    if end > len(content):
        return None
    kept: list[bytes] = []
    has_pixels = False
    position = _FILE_HEADER
    while position + _HEADER <= end:
        name = content[position : position + 4]
        length = int.from_bytes(content[position + 4 : position + _HEADER], "little")
        following = position + _HEADER + length + length % 2
        if following > end:
            return None
        if name in _KEPT:
            kept.append(_unflagged(name, content[position:following]))
            has_pixels = has_pixels or name in _PIXELS
        position = following
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body if has_pixels else None


def _unflagged(name: bytes, chunk: bytes) -> bytes:
    if name != _EXTENDED or len(chunk) == _HEADER:
        return chunk
    flags = chunk[_HEADER] & ~_METADATA
    return chunk[:_HEADER] + bytes([flags]) + chunk[_HEADER + 1 :]
