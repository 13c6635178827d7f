"""The colour spaces of pictures: sRGB, and the greys of its tone curve.

Pictures carry their profile (ISO 32000-1, 8.6.5.5), which X-4 and A-3 allow beside any output
intent: a press converts them to its own inks, tone value increase included, and a program that
knows no profiles shows them as the screen they were made on would. Device greys would come out too
light on the one or too dark on the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from exporter.renderers.pdf.conformance import icc
from exporter.renderers.pdf.conformance.profile import linear, srgb_profile

_STEPS = 256


@dataclass(frozen=True, slots=True)
class Space:
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
