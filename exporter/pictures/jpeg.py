"""JPEG files as they came, less what their cameras wrote into them (ITU-T T.81)."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Baseline, extended sequential and progressive, all Huffman coded: what DCTDecode reads
# (ISO 32000-1, 7.4.8).
_READABLE = frozenset({0xC0, 0xC1, 0xC2})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_EIGHT_BITS = b"\x08"  # to a sample
_SCAN, _END = 0xDA, 0xD9
_COMMENT = 0xFE
_APPLICATION = range(0xE0, 0xF0)
# JFIF, and Adobe's, which says how three or four components are coded.
_KEPT = (0xE0, 0xEE)
# ICC.1:2022, B.4: a profile's segments.
_PROFILE, _PROFILE_NAME = 0xE2, b"ICC_PROFILE\0"
# B.1.1.2 and B.1.1.5: in the data of a scan every marker but those that restart it ends it, and
# what is no marker is followed by a zero.
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def bare(content: bytes, *, profiled: bool = False) -> bytes | None:
    """The file without metadata (places, names and previews are not for print).

    What follows the end of the picture, such as a film, is left out, too. `profiled` leaves its
    colour profile in it. None where it is coded in a way that PDF and some screens do not know, or
    where its segments do not add up.
    """
    kept = [content[:2]]
    has_scan = False
    for marker, start, end in _segments(content):
        bits = content[start + 4 : start + 5]
        if marker in _FRAMES and (marker not in _READABLE or bits != _EIGHT_BITS):
            return None
        named = content[start + 4 : start + 4 + len(_PROFILE_NAME)] == _PROFILE_NAME
        if (
            (marker not in _APPLICATION and marker != _COMMENT)
            or marker in _KEPT
            or (profiled and marker == _PROFILE and named)
        ):
            kept.append(content[start:end])
        has_scan = has_scan or marker == _SCAN
    return b"".join(kept) if has_scan else None


def _segments(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, start and end of each segment, to the picture's end; a scan's with its data (B.2)."""
    position = 2
    while position + 2 <= len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if marker == _END:
            yield marker, position, position + 2
            return
        end = position + 2 + int.from_bytes(content[position + 2 : position + 4], "big")
        if marker == _SCAN:
            following = _MARKER.search(content, end)
            end = following.start() if following else len(content)
        yield marker, position, end
        position = end
