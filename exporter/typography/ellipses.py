"""Three dots as one ellipsis."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.expressions import expression
from exporter.typography.characters import ELLIPSIS
from exporter.typography.passage import Change

ELLIPSIS_RULE = "T006"

# Three dots, close or spaced; of four, the first ends the sentence (Chicago Manual of Style, the
# four-dot method). More of them are leaders, and beside a slash they are a path.
_CLOSE = r"(?<![./\\])\.?(\.{3})(?![./\\])"
_SPACED = r"(?<![.…])(?<![.…][ \u00a0])(?:\.[ \u00a0])?(\.[ \u00a0]\.[ \u00a0]\.)(?![ \u00a0]?[.…])"
_DOTS = expression(f"{_CLOSE}|{_SPACED}")


def ellipses(text: str) -> Iterator[Change]:
    """Each run of three dots as one character."""
    if ".." in text or ". ." in text:
        for match in _DOTS.finditer(text):
            group = match.lastindex or 0
            yield Change(match.start(group), match.end(group), ELLIPSIS, ELLIPSIS_RULE)
