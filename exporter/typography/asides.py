"""Asides between two dashes that touch them, as Spanish has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.expressions import expression
from exporter.typography.characters import EM_DASH
from exporter.typography.dashes import DASH_RULE
from exporter.typography.passage import Change

_SPACE = r"[ \u00a0\u202f]"
_SIGN = r"(?<![-–—―_])(?:-{1,3}|[–—―])(?![-–—―_])"
# A dash with a space on one side opens or closes, one with both could do either.
_OPENS = rf"(?<=[^\s-]){_SPACE}{_SIGN}(?=[^\W\d_]|[«“\"'¿¡(])"
_CLOSES = rf"(?<=[^\s-]){_SIGN}(?=[\s,.;:!?)»”]|\Z)"
_FREE = rf"(?<=[^\s-]){_SPACE}{_SIGN}{_SPACE}(?=[^\s-])"
_DASH = expression(rf"(?P<free>{_FREE})|(?P<opens>{_OPENS})|(?P<closes>{_CLOSES})")
_SENTENCE_ENDS = expression(r"[.!?…][»”\"']?\s+[¿¡«“\"']?[A-ZÁÉÍÓÚÜÑ]")
_LONGEST = 300


def asides(text: str) -> Iterator[Change]:
    """Each pair of dashes within a sentence as em dashes, spaced outside and close inside.

    Diccionario panhispánico de dudas (RAE), raya, 2.1. Of dashes with spaces on both sides, those
    are a pair that have a small letter between them: Madrid - París - Roma is a list.
    """
    opening: re.Match[str] | None = None
    for match in _DASH.finditer(text):
        if opening is not None and _is_pair(text, opening, match):
            yield Change(*opening.span(), f" {EM_DASH}", DASH_RULE)
            yield Change(*match.span(), f"{EM_DASH}{' ' if match['free'] else ''}", DASH_RULE)
            opening = None
        else:
            opening = None if match["closes"] else match


def _is_pair(text: str, opening: re.Match[str], closing: re.Match[str]) -> bool:
    if closing["opens"] or closing.start() - opening.end() > _LONGEST:
        return False
    if opening["free"] and not text[opening.end()].islower():
        return False
    return not _SENTENCE_ENDS.search(text, opening.end(), closing.start())
