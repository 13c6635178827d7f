"""Dashes and ellipses between ideographs and kana, which are two characters wide."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.expressions import expression
from exporter.typography.conventions import Conventions
from exporter.typography.dashes import DASH_RULE
from exporter.typography.ellipses import ELLIPSIS_RULE
from exporter.typography.passage import Change

# Ideographs, kana, and the marks that are as wide, but for corner brackets: those may have been
# other marks before.
_WIDE = r"\u3001-\u300b\u3010-\u30ff\u3400-\u9fff\uf900-\ufaff\uff03-\uff06\uff08-\uff60\uff01"
# One em dash close to the words joins them (GB/T 15834-2011, 4.13): 北京—上海.
_DASH = expression(
    r"(?<![-–—― \u00a0])(?:[ \u00a0]*(?:-{2,3}|[–―]{1,2}|—{2,3}|⸺)(?![-–—―])[ \u00a0]*"
    r"|[ \u00a0]+[-—][ \u00a0]+)(?![-–—― \u00a0])"
)
_ELLIPSIS = expression(rf"(?<=[{_WIDE}])(?:\.{{3}}(?:\.{{3}})?|…{{1,2}}|。{{3,6}})(?![.…。])")
_IS_WIDE = expression(f"[{_WIDE}]")


def ideographic_marks(text: str, conventions: Conventions) -> Iterator[Change]:
    """Dashes and ellipses where they touch a wide character, without the spaces around them.

    Of a language that has a dash of its own there; not all have an ellipsis.
    """
    changes = []
    for match in _DASH.finditer(text):
        sides = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if _are_wide(*sides):
            changes.append(Change(*match.span(), conventions.ideographic_dash, DASH_RULE))
    if conventions.ideographic_ellipsis:
        for match in _ELLIPSIS.finditer(text):
            changes.append(Change(*match.span(), conventions.ideographic_ellipsis, ELLIPSIS_RULE))
    yield from sorted(changes)


def _are_wide(before: str, after: str) -> bool:
    """Whether the dash stands between wide characters, or one and a quotation mark or an end."""
    wide = [bool(_IS_WIDE.match(side)) for side in (before, after)]
    return any(wide) and not any(side.isascii() and side.isalnum() for side in (before, after))
