"""Font families and colours as CSS and SVG name them."""

from __future__ import annotations

from functools import lru_cache

from exporter.expressions import expression
from exporter.stylesheet import FontFamily

_GENERIC = frozenset(
    {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif",
     "ui-sans-serif", "ui-monospace", "ui-rounded", "math"}
)  # fmt: skip
# What would end a string or a rule in CSS, or cannot stand in XML.
_UNQUOTABLE = expression(r"[^\w .,+&()/-]")


@lru_cache(maxsize=64)
def font_stack(family: FontFamily) -> str:
    """The family, what stands in for it, and the generic name that every reader knows."""
    names = dict.fromkeys((family.family, *family.fallback, family.substitute))
    generic = family.generic if family.generic in _GENERIC else "serif"
    return ", ".join((*(quoted(name) for name in names if name), generic))


def quoted(name: str) -> str:
    """A family's name as a string of CSS."""
    return f"'{_UNQUOTABLE.sub('', name)}'"


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, from 0 to 255, of a colour such as ``#616161``."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue
