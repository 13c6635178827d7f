"""JPEG files as they came, less what their cameras wrote into them (ITU-T T.81)."""

from __future__ import annotations

from collections.abc import Iterator

# Baseline, extended sequential and progressive, all Huffman coded: what DCTDecode reads
# (ISO 32000-1, 7.4.8).
_READABLE = frozenset({0xC0, 0xC1, 0xC2})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN = 0xDA
_COMMENT = 0xFE
_APPLICATION = range(0xE0, 0xF0)
# JFIF, and Adobe's, which says how three or four components are coded.
_KEPT = (0xE0, 0xEE)
# ICC.1:2022, B.4: a profile's segments.
_PROFILE, _PROFILE_NAME = 0xE2, b"ICC_PROFILE\0"


def bare(content: bytes, *, profiled: bool = False) -> bytes | None:
    """The file without metadata (places, names and previews are not for print).

    `profiled` leaves its colour profile in it. None where it is coded in a way that PDF and some
    screens do not know, or where its segments do not add up.
    """
    kept = [content[:2]]
    position = 2
    for marker, start, end in _segments(content):
        if marker in _FRAMES and (marker not in _READABLE or content[start + 4] != 8):
            return None
        named = content[start + 4 : start + 4 + len(_PROFILE_NAME)] == _PROFILE_NAME
        if (
            (marker not in _APPLICATION and marker != _COMMENT)
            or marker in _KEPT
            or (profiled and marker == _PROFILE and named)
        ):
            kept.append(content[start:end])
        position = end
        if marker == _SCAN:
            return b"".join((*kept, content[position:]))
    return None


def _segments(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, start and end of each segment, to the first scan's header (B.1.1.4)."""
    position = 2
    while position + 4 <= len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        end = position + 2 + int.from_bytes(content[position + 2 : position + 4], "big")
        yield marker, position, end
        position = end
