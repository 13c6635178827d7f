"""ICC profiles, version 2.4, as bytes (ICC.1:2001-04)."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

# The PCS illuminant D50 as s15Fixed16 (6.1.3).
D50 = (0xF6D6, 0x10000, 0xD32D)
_VERSION = 0x02400000
# A constant: the day has no meaning for what a profile says.
_DATE = (2000, 1, 1, 0, 0, 0)


def profile(device: bytes, space: bytes, connection: bytes, tags: Mapping[str, bytes]) -> bytes:
    """The profile of a device class and colour space; tags of equal content share it (6.2)."""
    position = 128 + 4 + 12 * len(tags)
    directory, data = struct.pack(">I", len(tags)), b""
    places: dict[bytes, int] = {}
    for signature, content in tags.items():
        if content not in places:
            places[content] = position + len(data)
            data += content + b"\0" * (-len(content) % 4)
        directory += signature.encode("ascii") + struct.pack(">2I", places[content], len(content))
    body = directory + data
    return _header(128 + len(body), device, space, connection) + body


def _header(size: int, device: bytes, space: bytes, connection: bytes) -> bytes:
    return struct.pack(
        ">I4sI4s4s4s6H4s4sII4sQI3I4s44x",
        size, b"\0" * 4, _VERSION, device, space, connection, *_DATE, b"acsp",
        b"\0" * 4, 0, 0, b"\0" * 4, 0, 0, *D50, b"\0" * 4,
    )  # fmt: skip


def description(text: str) -> bytes:
    """A textDescriptionType (6.5.17): ASCII, and empty Unicode and Macintosh parts."""
    name = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + b"\0" * (4 + 4 + 2 + 1 + 67)


def text(words: str) -> bytes:
    """A textType (6.5.18)."""
    return b"text\0\0\0\0" + words.encode("ascii") + b"\0"


def xyz(x: float, y: float, z: float) -> bytes:
    """An XYZType of one triple (6.5.26)."""
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(65536 * value) for value in (x, y, z)))


def curve(values: Sequence[float]) -> bytes:
    """A curveType (6.5.3) of values from 0 to 1, evenly spaced."""
    steps = [round(65535 * value) for value in values]
    return b"curv\0\0\0\0" + struct.pack(f">I{len(steps)}H", len(steps), *steps)
