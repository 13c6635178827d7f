"""The output profiles: what the numbers in a file's colours look like on paper, or on a screen.

Each is small, since it goes into every file; all are under free licences.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from exporter.renderers.pdf.conformance import icc

# ISO 12647-2:2004, curve B: the tone value increase of black at 50 %.
_TONE_INCREASE = 0.16
# ISO 12647-2:2004, tables 1 and 2: L* of black solid and of paper type 1, on black backing.
_L_BLACK, _L_PAPER = 16.0, 93.0
_STEPS = 256
_COPYRIGHT = icc.text("MIT License")
# IEC 61966-2-1 primaries, adapted to D50 by the Bradford transform, as ICC's own sRGB has them.
_PRIMARIES = {
    "rXYZ": (0.4360747, 0.2225045, 0.0139322),
    "gXYZ": (0.3850649, 0.7168786, 0.0971045),
    "bXYZ": (0.1430804, 0.0606169, 0.7141733),
}
_COATED = Path(__file__).with_name("coated") / "fogra39-compact.icc"


@cache
def gray_profile() -> bytes:
    """Black ink on coated paper, from published figures: class prtr, GRAY to XYZ.

    A file whose colours are greys needs no more (ICC.1:2001-04, 6.3.3).
    """
    return icc.profile(
        b"prtr",
        b"GRAY",
        b"XYZ ",
        {
            "desc": icc.description("Black on coated paper, ISO 12647-2"),
            "cprt": _COPYRIGHT,
            "wtpt": icc.xyz(*(part / 65536 for part in icc.D50)),
            "kTRC": icc.curve([luminance(step / (_STEPS - 1)) for step in range(_STEPS)]),
        },
    )


@cache
def srgb_profile() -> bytes:
    """sRGB, from the figures of IEC 61966-2-1: class mntr, RGB to XYZ (ICC.1:2001-04, 6.3.2)."""
    tone = icc.curve([linear(step / (_STEPS - 1)) for step in range(_STEPS)])
    return icc.profile(
        b"mntr",
        b"RGB ",
        b"XYZ ",
        {
            "desc": icc.description("sRGB"),
            "cprt": _COPYRIGHT,
            "wtpt": icc.xyz(*(part / 65536 for part in icc.D50)),
            **{tag: icc.xyz(*primary) for tag, primary in _PRIMARIES.items()},
            **dict.fromkeys(("rTRC", "gTRC", "bTRC"), tone),
        },
    )


@cache
def coated_profile() -> bytes:
    """Four-colour offset on coated paper; `coated/README.md` says from what, and how exact."""
    return _COATED.read_bytes()


def luminance(gray: float) -> float:
    """The luminance, relative to paper, that a gray level prints as; 0 is solid black."""
    coverage = 1 - gray
    printed = coverage + 4 * _TONE_INCREASE * coverage * (1 - coverage)
    black = _from_lightness(_L_BLACK) / _from_lightness(_L_PAPER)
    # Murray-Davies: paper and ink share the area.
    return (1 - printed) + printed * black


def _from_lightness(lightness: float) -> float:
    return float(((lightness + 16) / 116) ** 3)


def linear(value: float) -> float:
    """The light of an sRGB value (IEC 61966-2-1, 5.2)."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
