"""Headers whose lines say themselves what they are.

Australian Associated Press begins each line of its header with a mark, corpora of wire copy put
tags around the headline.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from exporter.expressions import expression
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import Line, pieces
from exporter.values import replace

SLUGLINE, HEADLINE, FRAME = "the slugline", "the headline", "the frame"
BYLINE, CROSSHEAD = "the byline", "the crosshead"

_OPENINGS = ("ZCZC AAP", "ZCZC")
# Two generations of AAP's systems: the marks of what is for us; all others are for routing.
_MARKS: tuple[Mapping[str, str], ...] = (
    {"#": SLUGLINE, "$": HEADLINE},
    {":": SLUGLINE, "^": HEADLINE},
    {"#": SLUGLINE, ":": HEADLINE},
)
_ROUTING = expression(r"[%#$:*~@=^&+]\S.{0,100}")


def with_fields(lines: Sequence[Line], remarks: Remarks) -> list[Line]:
    """The lines, each of a marked header with what its mark says; the others as they are."""
    first = next((index for index, line in enumerate(lines) if not line.blank), None)
    if first is None:
        return list(lines)
    before, opened, rest = lines[first].text.partition("<HEADLINE>")
    headline, closed, after = rest.partition("</HEADLINE>")
    if closed:
        texts = (before + opened, headline, closed + after)
        parts = [replace(line, said=FRAME) for line in pieces(lines[first], texts)]
        if headline.strip():
            parts[1] = replace(parts[1], said=HEADLINE)
        return [*lines[:first], *parts, *lines[first + 1 :]]
    if lines[first].text in _OPENINGS:
        return [*lines[: first + 1], *_marked(lines[first + 1 :], remarks)]
    return list(lines)


def _marked(lines: Sequence[Line], remarks: Remarks) -> Iterator[Line]:
    """AAP's header lines with their meaning, then all others."""
    header = list(takewhile(lambda line: _ROUTING.fullmatch(line.text), lines))
    given = {line.text[0] for line in header}
    marks = next((each for each in _MARKS if each.keys() <= given), {})
    for line in header:
        mark, said = line.text[0], marks.get(line.text[0])
        if said is None or not any(map(str.isalpha, line.text)):
            yield replace(line, said=FRAME)
            continue
        remarks.marker(mark, f"{said} in a header of AAP", line.number)
        text = line.text[1:].strip()
        yield Line(line.number, text, text, said=said)
    yield from lines[len(header) :]
