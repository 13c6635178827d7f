"""The gray output profile: black ink on coated paper, made from published figures.

A file whose colours are greys needs no more (ICC.1:2001-04, 6.3.3: monochrome output profiles),
and it weighs less than 1 KB in every mail.
"""

from __future__ import annotations

import struct
from functools import cache

# ISO 12647-2:2004, curve B: the tone value increase of black at 50 %.
_TONE_INCREASE = 0.16
# ISO 12647-2:2004, tables 1 and 2: L* of black solid and of paper type 1, on black backing.
_L_BLACK, _L_PAPER = 16.0, 93.0
_STEPS = 256
# The PCS illuminant D50 as s15Fixed16 (ICC.1:2001-04, 6.1.3).
_D50 = (0xF6D6, 0x10000, 0xD32D)
_NAME = "Black on coated paper, ISO 12647-2"
_COPYRIGHT = "MIT License"


@cache
def gray_profile() -> bytes:
    """The ICC profile, version 2.4, class prtr, GRAY to XYZ."""
    tags = {
        b"desc": _description(_NAME),
        b"cprt": b"text\0\0\0\0" + _COPYRIGHT.encode("ascii") + b"\0",
        b"wtpt": b"XYZ \0\0\0\0" + struct.pack(">3I", *_D50),
        b"kTRC": _curve(),
    }
    position = 128 + 4 + 12 * len(tags)
    directory, data = struct.pack(">I", len(tags)), b""
    for signature, content in tags.items():
        directory += signature + struct.pack(">2I", position + len(data), len(content))
        data += content + b"\0" * (-len(content) % 4)
    body = directory + data
    return _header(128 + len(body)) + body


def luminance(gray: float) -> float:
    """The luminance, relative to paper, that a gray level prints as; 0 is solid black."""
    coverage = 1 - gray
    printed = coverage + 4 * _TONE_INCREASE * coverage * (1 - coverage)
    black = _from_lightness(_L_BLACK) / _from_lightness(_L_PAPER)
    # Murray-Davies: paper and ink share the area.
    return (1 - printed) + printed * black


def _from_lightness(lightness: float) -> float:
    return float(((lightness + 16) / 116) ** 3)


def _curve() -> bytes:
    steps = [round(65535 * luminance(step / (_STEPS - 1))) for step in range(_STEPS)]
    return b"curv\0\0\0\0" + struct.pack(f">I{_STEPS}H", _STEPS, *steps)


def _description(text: str) -> bytes:
    """A textDescriptionType: ASCII, and empty Unicode and Macintosh parts."""
    name = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + b"\0" * (4 + 4 + 2 + 1 + 67)


def _header(size: int) -> bytes:
    return struct.pack(
        ">I4sI4s4s4s6H4s4sII4sQI3I4s44x",
        size, b"\0" * 4, 0x02400000, b"prtr", b"GRAY", b"XYZ ", 2000, 1, 1, 0, 0, 0, b"acsp",
        b"\0" * 4, 0, 0, b"\0" * 4, 0, 0, *_D50, b"\0" * 4,
    )  # fmt: skip
