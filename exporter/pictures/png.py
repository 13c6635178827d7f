"""PNG files as they came, less what cameras and programs wrote into them (PNG, third edition)."""

from __future__ import annotations

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# 5.3: length and name stand before a chunk's content, a checksum after it.
_BEFORE, _AFTER = 8, 4
_END = b"IEND"
# 5.4: the bit that makes a name's first letter small, and its chunk one that may be left out.
_ANCILLARY = 0x20
# 11.3: what says how a picture looks, and how it moves; what remains are texts, Exif and times.
_KEPT = frozenset(
    {b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD",
     b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT"}
)  # fmt: skip


def bare(content: bytes) -> bytes | None:
    """The file without metadata, its pixels as they are; None where its chunks do not add up.

    What follows the end of the picture is left out, too.
    """
    kept = [content[: len(_SIGNATURE)]]
    position = len(_SIGNATURE)
    while position + _BEFORE <= len(content):
        name = content[position + 4 : position + _BEFORE]
        length = int.from_bytes(content[position : position + 4], "big")
        end = position + _BEFORE + length + _AFTER
        if end > len(content):
            return None
        if not name[0] & _ANCILLARY or name in _KEPT:
            kept.append(content[position:end])
        if name == _END:
            return b"".join(kept)
        position = end
    return None
