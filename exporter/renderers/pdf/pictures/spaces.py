"""The colour spaces of pictures: sRGB, and the greys of its tone curve.

Pictures carry their profile (ISO 32000-1, 8.6.5.5), which X-4 and A-3 allow beside any output
intent: a press converts them to its own inks, tone value increase included, and a program that
knows no profiles shows them as the screen they were made on would. Device greys would come out too
light on the one or too dark on the other.
"""

from __future__ import annotations

from functools import cache

from exporter.renderers.pdf.conformance import icc
from exporter.renderers.pdf.conformance.profile import linear, srgb_profile
from exporter.values import Value

_STEPS = 256
# The luminance of sRGB's primaries, adapted to D50 as a profile's are (ICC.1:2001-04, annex E).
_LIGHT = (0.2225045, 0.7168786, 0.0606169)


class Space(Value):
    """A colour space by Pillow's name for it, its components, and its profile."""

    mode: str
    components: int

    @property
    def profile(self) -> bytes:
        """The ICC profile."""
        return gray_of_srgb() if self.components == 1 else srgb_profile()


GRAY = Space("L", 1)
RGB = Space("RGB", 3)


def space_for(components: int) -> Space:
    """The space of pictures for a condition of so many inks or lights: no colours for one ink."""
    return GRAY if components == 1 else RGB


def luminance(colour: tuple[int, int, int]) -> float:
    """The value in GRAY, from 0 to 1, of a colour of sRGB given in bytes."""
    light = sum(part * linear(value / 255) for part, value in zip(_LIGHT, colour, strict=True))
    return 12.92 * light if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)


@cache
def gray_of_srgb() -> bytes:
    """Greys with the tone curve of sRGB (IEC 61966-2-1): class mntr, GRAY to XYZ."""
    steps = [step / (_STEPS - 1) for step in range(_STEPS)]
    return icc.profile(
        b"mntr",
        b"GRAY",
        b"XYZ ",
        {
            "desc": icc.description("Grey, tone curve of sRGB"),
            "cprt": icc.text("MIT License"),
            "wtpt": icc.xyz(*(part / 65536 for part in icc.D50)),
            "kTRC": icc.curve([linear(step) for step in steps]),
        },
    )
