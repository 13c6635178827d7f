"""The condition that a file's colours are made for: a press and its paper, or a screen."""

from __future__ import annotations

from collections.abc import Callable

from exporter.renderers.contract import Profile
from exporter.renderers.pdf.conformance.profile import (
    coated_profile,
    gray_profile,
    srgb_profile,
)
from exporter.stylesheet import Inks, Stylesheet
from exporter.values import Value

# Where conditions are registered by name (ISO 32000-1, table 365).
_REGISTRY = "http://www.color.org"
_PRINT = ("GTS_PDFX", "GTS_PDFA1")


class Condition(Value):
    """One output intent (ISO 32000-1, 14.11.5): its profile, and by what names it is known.

    `intents` are the standards that it is stated for; a screen is no condition of PDF/X.
    """

    profile: Callable[[], bytes]
    components: int
    identifier: str
    registry: str | None
    description: str
    intents: tuple[str, ...]


BLACK = Condition(gray_profile, 1, "Custom", None, "Black ink on coated paper, ISO 12647-2", _PRINT)
COATED = Condition(
    coated_profile, 4, "FOGRA39", _REGISTRY, "Offset on coated paper, ISO 12647-2:2004", _PRINT
)
SCREEN = Condition(
    srgb_profile, 3, "sRGB IEC61966-2.1", _REGISTRY, "sRGB, IEC 61966-2-1", ("GTS_PDFA1",)
)


def condition(style: Stylesheet, profile: Profile) -> Condition:
    """The condition of a style's job in one of a PDF's profiles."""
    if profile is Profile.SCREEN:
        return SCREEN
    return BLACK if style.press.inks is Inks.BLACK else COATED
