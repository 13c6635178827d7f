"""Lines of a head that hold several of its parts, as systems join them.

``Mayor Lashes Out  By ALAN BERG, Associated Press Writer``, or all of a Reuters story behind its
``(Adds details)``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from exporter.expressions import expression
from exporter.readers.text.lines import Line, pieces
from exporter.readers.wire.byline import byline
from exporter.readers.wire.dateline import opening
from exporter.readers.wire.dates import DAY

_HEADLINE_AND_BYLINE = expression(r"(?P<headline>\S.{8,150}?\S)\s{2,}(?P<byline>By\s\S.{2,100})")
# All in one line: the note, the points, who wrote it; and then the dateline, which must fit.
_ALL = expression(
    r"(?P<note>\((?:Adds|Updates|Recasts|Corrects|Refiles|Repeats|Writes)\b[^()]{2,200}\))\s+"
    r"(?P<points>\*.{3,600}?)?\s*(?P<byline>By [A-Z].{2,80}?)?\s*"
    rf"(?=(?:[A-Z][A-Z/ ]{{2,50}},\s)?(?i:{DAY}) \([A-Z][A-Za-z/]{{1,20}}\)\s*-)"
)
_AND_NOTE = expression(r"(?P<headline>[^*]{10,200}?)\s*(?P<note>\*{3} ?[A-Z ]{4,60} ?\*{3})")
_POINT = expression(r"\s+(?=\*\s)")
_REACH = 1000
# Below so many lines no head goes.
_DEEPEST = 8


def apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of the head parted where they hold several of its parts."""
    full = (index for index, line in enumerate(lines) if not line.blank)
    reach = max(islice(full, _DEEPEST), default=-1)
    head = [part for line in lines[: reach + 1] for part in _parts(line)]
    return [*head, *lines[reach + 1 :]]


def _parts(line: Line) -> Sequence[Line]:
    both = _HEADLINE_AND_BYLINE.fullmatch(line.columns.strip()) if "  " in line.columns else None
    if both is not None and byline(Line(line.number, both["byline"])):
        return pieces(line, both.groups())
    noted = _AND_NOTE.fullmatch(line.text) if line.text.endswith("***") else None
    if noted is not None:
        return pieces(line, noted.groups())
    return pieces(line, _all(line.text)) if line.text.startswith("(") else (line,)


def _all(text: str) -> Iterator[str]:
    match = _ALL.match(text[:_REACH])
    if match is None or opening(text[match.end() :]) is None:
        yield text
        return
    yield match["note"]
    yield from _POINT.split(match["points"] or "")
    yield match["byline"] or ""
    yield text[match.end() :]
