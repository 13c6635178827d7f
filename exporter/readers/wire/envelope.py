"""The frame that transmission puts around a story (IPTC 7901, ANPA 1312)."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.expressions import expression
from exporter.readers.text.lines import Line, blanked
from exporter.readers.wire.remarks import Remarks
from exporter.values import Value, replace

# IPTC 7901: service and number, priority, category, word count.
_IPTC_HEADER = expression(
    r"[a-z]{2,4}\d{2,6} (?P<priority>[1-9]) [a-z]{1,3} \d{1,5}(?: [a-z]{3,8})? \S+ \d{2,5}"
)
_TIME_STAMP = expression(r"\d{6}(?: GMT)? [A-Z][a-z]{2} \d\d")
# ANPA 1312: service letter and number; then version, category, slug, date and word count.
_ANPA_NUMBER = expression(r"[A-Za-z]\d{4} ?[a-z-]{4,8}")
_ANPA_VERSION = expression(r"[a-z] [a-z] ?\S{2}-\S.{0,60}? \d\d-\d\d(?: \d{4})?")
_ANPA_STAMP = expression(r"[\^]?(?:AP|NYT)(?:-[A-Z]{2})?-\d\d-\d\d-\d\d \d{4}(?:EDT|EST|GMT)?<?")
_LONE_LETTER = expression(r"[A-Z]")
_ZCZC = expression(r"ZCZC(?: [A-Z0-9]{1,8}){0,2}")
_PROFILE = expression(r"\(PROFILE \(.{0,2000}\) ?\)")

# The number under which an archive files a story: APW19980808.0022 NEWS STORY 08/08/1998 00:53
_ARCHIVE_NUMBER = expression(
    r"[A-Z]{2,4}\d{6,8}[.-]\d{4}(?:\.\d{4})?(?: NEWS STORY)?(?: \d[\d/:. -]*)?"
)

_FRAME = (
    _ARCHIVE_NUMBER,
    _LONE_LETTER,
    _IPTC_HEADER,
    _TIME_STAMP,
    _ANPA_NUMBER,
    _ANPA_VERSION,
    _ANPA_STAMP,
    _ZCZC,
    _PROFILE,
)
_HEADER_REACH = 4


class Unframed(Value):
    """The lines without their frame, and the priority that the frame gave."""

    lines: list[Line]
    urgency: int | None


def is_transmission(text: str) -> bool:
    """Whether a line belongs to the frame that ends a story."""
    return any(form.fullmatch(text) for form in (_TIME_STAMP, _ANPA_STAMP, _PROFILE))


def unframe(lines: Sequence[Line], remarks: Remarks) -> Unframed:
    """Takes the frame off: header lines from the top, time stamps from the end."""
    marked = any(line.text.startswith("^") for line in lines)
    kept = [_without_line_marks(line, remarks) if marked else line for line in lines]
    urgency = None
    for index in [*_header(kept), *_trailer(kept)]:
        match = _IPTC_HEADER.fullmatch(kept[index].text)
        if match is not None:
            urgency = int(match["priority"])
        remarks.add("R013", kept[index].lines, words=kept[index].text)
        kept[index] = blanked(kept[index])
    return Unframed(kept, urgency)


def _header(lines: Sequence[Line]) -> list[int]:
    found: list[int] = []
    for index, line in enumerate(lines):
        if line.blank:
            continue
        if len(found) == _HEADER_REACH or not any(form.fullmatch(line.text) for form in _FRAME):
            break
        found.append(index)
    return found


def _trailer(lines: Sequence[Line]) -> list[int]:
    found: list[int] = []
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].blank:
            continue
        if not is_transmission(lines[index].text):
            break
        found.append(index)
    return found


def _without_line_marks(line: Line, remarks: Remarks) -> Line:
    """ANPA begins a line of matter with ``^`` and ends it with ``<`` or ``=``."""
    if line.blank:
        return line
    text, columns = line.text, line.columns.rstrip()
    if text.startswith("^") and len(text) > 1:
        remarks.marker("^", "a line of matter (ANPA 1312)", line.number)
        text, columns = text[1:], columns.replace("^", "", 1)
        ends = "<="
    else:
        ends = "<"
    if text[-1] in ends and len(text) > 1:
        remarks.marker(text[-1], "the end of a line of matter (ANPA 1312)", line.number)
        text, columns = text[:-1], columns[:-1]
    return replace(line, text=text.strip(), columns=columns)
