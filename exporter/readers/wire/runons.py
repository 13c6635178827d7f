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
from exporter.readers.wire.fields import FRAME
from exporter.values import replace

_HEADLINE_AND_BYLINE = expression(r"(?P<headline>\S.{8,150}?\S)\s{2,}(?P<byline>By\s\S.{2,100})")
# All in one line: the note, the points, who wrote it; and then the dateline, which must fit.
_ALL = expression(
    r"(?P<note>\((?:Adds|Updates|Recasts|Corrects|Refiles|Repeats|Writes)\b[^()]{2,200}\))\s+"
    r"(?P<points>\*.{3,600}?)?\s*(?P<byline>By [A-Z].{2,80}?)?\s*"
    rf"(?=(?:[A-Z][A-Z/ ]{{2,50}},\s)?(?i:{DAY}) \([A-Z][A-Za-z/]{{1,20}}\)\s*-)"
)
# An archive may put the whole header of an AP story on one line, its notes and byline included.
_AP_HEADER = expression(
    r"(?P<frame>AP\d{6}-\d{4} AP-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}[A-Z]{3} [a-z] [a-z] "
    r"[A-Z]{2}-\S.{0,60}? \d\d-\d\d(?: \d{3,4})?) (?P<slugline>[A-Z]{2}-[^,]{2,60}(?:, [^,]{2,40})?"
    r"(?:,\s?[a-z]?\d{3,4}){1,2}) (?P<rest>.+)"
)
_AP_PARTS = expression(
    r"\s+(?=Eds:|No pickup\b|LaserPhotos?\b|AP Photos?\b|With AP\b"
    r"|By [A-Z]{2,}[A-Z. '-]* [A-Z]{2,}|By The Associated Press\b)"
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


def with_header_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, the first parted where it holds the whole header of an AP story."""
    first = next((index for index, line in enumerate(lines) if not line.blank), None)
    match = _AP_HEADER.fullmatch(lines[first].text) if first is not None else None
    if first is None or match is None:
        return list(lines)
    end = next((i for i in range(first, len(lines)) if lines[i].blank), len(lines))
    frame = replace(pieces(lines[first], [match["frame"]])[0], said=FRAME)
    rest = pieces(lines[first], [match["slugline"], *_AP_PARTS.split(match["rest"])])
    below = [part for line in lines[first + 1 : end] for part in _apart_in_ap(line)]
    return [*lines[:first], frame, *rest, *below, *lines[end:]]


def _apart_in_ap(line: Line) -> Sequence[Line]:
    return pieces(line, _AP_PARTS.split(line.text))


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
