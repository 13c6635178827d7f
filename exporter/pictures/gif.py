"""GIF files as they came, less what programs wrote into them (GIF89a)."""

from __future__ import annotations

# 17 and 18: the signature, and the screen's measures, of which the fifth byte tells of colours.
_SIGNATURE, _SCREEN = 6, 7
# 20: where a picture stands, how large it is, and whether it has colours of its own.
_IMAGE_HEADER = 10
_IMAGE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
# 23 and 25: how long a picture stands and what is clear in it; words that are drawn.
_KEPT = frozenset({0xF9, 0x01})
# 26: an application's own, of which these say how often a film is shown and what its colours are.
_APPLICATION = 0xFF
_KEPT_APPLICATIONS = frozenset({b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"})


def bare(content: bytes) -> bytes | None:
    """The file without comments and metadata, its pixels as they are; None if it does not add up.

    What follows the end of the picture is left out, too.
    """
    try:
        return _bare(content)
    except IndexError:  # it is cut off
        return None


def _bare(content: bytes) -> bytes | None:
    position = _SIGNATURE + _SCREEN + _colours(content[_SIGNATURE + 4])
    kept = [content[:position]]
    while position < len(content) and (kind := content[position]) != _END:
        if kind == _IMAGE:
            colours = _colours(content[position + _IMAGE_HEADER - 1])
            # After the colours stands the size of the codes.
            end = _after_blocks(content, position + _IMAGE_HEADER + colours + 1)
        elif kind == _EXTENSION:
            end = _after_blocks(content, position + 2)
        else:
            return None
        if kind == _IMAGE or _is_kept(content[position + 1], content[position + 3 : position + 14]):
            kept.append(content[position:end])
        position = end
    return b"".join((*kept, bytes([_END])))


def _colours(flags: int) -> int:
    """The length of the table of colours that the flags tell of (18 and 20)."""
    return 3 * 2 ** ((flags & 0x07) + 1) if flags & 0x80 else 0


def _after_blocks(content: bytes, position: int) -> int:
    """Where a row of blocks ends: each begins with its length, and one of none is the last (15)."""
    while (length := content[position]) > 0:
        position += 1 + length
    return position + 1


def _is_kept(label: int, name: bytes) -> bool:
    return label in _KEPT or (label == _APPLICATION and name in _KEPT_APPLICATIONS)
