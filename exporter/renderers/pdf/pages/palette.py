"""Colours of a style as content-stream operators.

Only device colours are written: the output intent says what they look like. A grey goes to the
black ink alone in every job, also in one of four inks, so black type stays pure black and
needs no registration.
"""

from __future__ import annotations

from collections.abc import Callable

from exporter.renderers.contract import Profile
from exporter.renderers.pdf.writer.objects import number
from exporter.stylesheet import Colour, Ink

# Gives the operator that sets a colour for type.
Palette = Callable[[Colour], str]


def palette(profile: Profile) -> Palette:
    """The colours of a PDF's profile."""
    return screen_fill if profile is Profile.SCREEN else print_fill


def print_fill(colour: Colour) -> str:
    """The colour as ink on paper."""
    ink: Ink = colour.print
    parts = " ".join(number(part.value) for part in ink)
    return f"{parts} {'g' if ink.is_gray else 'k'}"


def screen_fill(colour: Colour) -> str:
    """The colour as light, in sRGB."""
    parts = [number(part / 255) for part in bytes.fromhex(colour.screen[1:])]
    return f"{parts[0]} g" if len(set(parts)) == 1 else f"{' '.join(parts)} rg"
