"""The frame that transmission puts around a story (IPTC 7901, ANPA 1312)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from exporter.expressions import expression
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import Line, blanked, pieces
from exporter.readers.wire.fields import FRAME, HEADLINE, SLUGLINE
from exporter.readers.wire.slugline import slug_form
from exporter.readers.wire.terminals import is_separator
from exporter.values import Value, replace

# IPTC 7901: service and number, priority, category, word count.
_IPTC_HEADER = expression(
    r"[a-z]{2,4}\d{2,6} (?P<priority>[1-9]) [a-z]{1,3} \d{1,5}(?: [a-z]{3,8})? \S+ \d{2,5}"
)
_TIME_STAMP = expression(r"\d{6}(?: GMT)? [A-Z][a-z]{2} \d\d")
# ANPA 1312: service letter and number; then version, category, slug, date and word count.
_ANPA_NUMBER = expression(r"[A-Za-z]\d{4}(?: ?[a-z-]{4,8})?")
_ANPA_VERSION = expression(
    r"(?:[A-Za-z]\d{4} ?[a-z-]{3,6})? ?(?P<rank>[a-z]) [a-z] ?"
    r"(?P<slug>[A-Z]{2}-\S.{0,60}?) \d\d-\d\d(?: \d{4})?"
)
_RANK_ALONE = expression(r"(?:[A-Za-z]\d{4} ?[a-z-]{3,6})? ?(?P<rank>[a-z]) [a-z]")
_ANPA_STAMP = expression(r"[\^]?(?:AP|NYT)(?:-[A-Z]{2})?-\d\d-\d\d-\d\d \d{4}(?:EDT|EST|GMT)?<?")
_LONE_LETTER = expression(r"[A-Z]|[a-z] [a-z]")
# AP and UPI rank a take in a word above it.
_RANK_WORD = expression(r"(?P<rank>FLASH|BULLETIN|URGENT|Flash|Bulletin|Urgent)\W{0,3}")
# The New York Times' number before the slug: A0634 BC-HARBOR-BRIDGE-NYT
_NUMBERED = expression(r"(?P<number>[A-Za-z]\d{4}) +(?P<slug>(?:BC|AM|PM)-[A-Z].{1,80})")
_ZCZC = expression(r"ZCZC(?: [A-Z0-9]{1,8}){0,2}|YY [A-Z]{2,4}(?: [A-Z0-9() ]{1,60})?")
_PROFILE = expression(r"\(PROFILE \(.{0,2000}\) ?\)")

_ANPA_SELECTOR = expression(r"\*\d{4}")
# The number under which an archive files a story: APW19980808.0022 NEWS STORY 08/08/1998 00:53
_ARCHIVE_NUMBER = expression(
    r"[A-Z]{2,4}\d{6,9}[.-]\d{4}(?:\.\d{4})?(?: NEWS STORY)?(?: \d[\d/:. -]*)?"
    r"|\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?|NEWS STORY|\d\d/\d\d/\d{4} \d\d:\d\d(?::\d\d)?"
)
# ANPA 1312's ranks from flash to deferred, as IPTC's urgencies.
_RANKS = {"f": 1, "b": 2, "u": 3, "r": 4, "d": 5}
_WORD_RANKS = {"flash": 1, "bulletin": 2, "urgent": 3}

_FRAME = (
    _ARCHIVE_NUMBER,
    _LONE_LETTER,
    _IPTC_HEADER,
    _TIME_STAMP,
    _ANPA_NUMBER,
    _ANPA_VERSION,
    _ANPA_STAMP,
    _ANPA_SELECTOR,
    _ZCZC,
    _PROFILE,
)
_HEADER_REACH = 12
_LONGEST_RANK = 12
_NEAR = 2
# Where one line of matter ends and another begins.
_NEXT_MATTER = expression(r"(?<=<)\s*(?=\^)")
CENTRED, SET = "a centred line", "a line of matter"


class Unframed(Value):
    """The lines without their frame, the priority that it gave, and whether it stood above them."""

    lines: list[Line]
    urgency: int | None
    framed: bool


def is_transmission(text: str) -> bool:
    """Whether a line belongs to the frame that ends a story."""
    return any(form.fullmatch(text) for form in (_TIME_STAMP, _ANPA_STAMP, _PROFILE))


def unframe(lines: Sequence[Line], remarks: Remarks) -> Unframed:
    """Takes the frame off: header lines from the top, time stamps from the end."""
    marked = any(line.text.startswith("^") for line in lines)
    kept = list(_unmarked(lines, remarks)) if marked else list(lines)
    urgency = None
    kept = [part for line in kept for part in _number_apart(line)] if _is_numbered(kept) else kept
    header = _header(kept)
    if header and not _has_slugline(kept[header[-1] + 1 :]):
        kept = [part for line in kept for part in _slug_apart(line)]
        header = _header(kept)
    for index in dict.fromkeys([*header, *_ranks(kept), *_trailer(kept)]):
        urgency = urgency or _urgency(kept[index].text)
        remarks.add("R013", kept[index].lines, words=kept[index].text)
        remarks.took(FRAME, kept[index].lines, "a line of a form that only transmission uses")
        kept[index] = blanked(kept[index])
    return Unframed(kept, urgency, bool(header))


def _has_slugline(lines: Sequence[Line]) -> bool:
    """Whether the copy below a header names itself, as AP's does."""
    full = (line.text for line in lines if not line.blank)
    return any(slug_form(text) is not None for text in islice(full, _NEAR))


def _slug_apart(line: Line) -> Sequence[Line]:
    """The parts of a header line of ANPA; its slug is all the name that some copy has."""
    match = _ANPA_VERSION.fullmatch(line.text)
    if match is None:
        return (line,)
    start, end = match.span("slug")
    before, slug, after = pieces(line, (line.text[:start], line.text[start:end], line.text[end:]))
    return (replace(before, said=FRAME), replace(slug, said=SLUGLINE), replace(after, said=FRAME))


def _is_numbered(lines: Sequence[Line]) -> bool:
    first = next((line.text for line in lines if not line.blank), "")
    return _NUMBERED.fullmatch(first) is not None


def _number_apart(line: Line) -> Sequence[Line]:
    match = _NUMBERED.fullmatch(line.text)
    if match is None:
        return (line,)
    number, slug = pieces(line, match.groups())
    return (replace(number, said=FRAME), replace(slug, said=SLUGLINE))


def _urgency(text: str) -> int | None:
    """The urgency that a header line gives, from 1 to 9."""
    header = _IPTC_HEADER.fullmatch(text)
    if header is not None:
        return int(header["priority"])
    word = _RANK_WORD.fullmatch(text)
    if word is not None:
        return _WORD_RANKS[word["rank"].lower()]
    version = _ANPA_VERSION.fullmatch(text) or _RANK_ALONE.fullmatch(text)
    return _RANKS.get(version["rank"]) if version is not None else None


def _header(lines: Sequence[Line]) -> list[int]:
    found: list[int] = []
    for index, line in enumerate(lines):
        if line.blank or line.said in (SLUGLINE, HEADLINE):
            continue
        if len(found) == _HEADER_REACH or not _is_frame(line):
            break
        found.append(index)
    return found


def _is_frame(line: Line) -> bool:
    return line.said == FRAME or any(form.fullmatch(line.text) for form in _FRAME)


def _ranks(lines: Sequence[Line]) -> Iterator[int]:
    """The first line below a slugline if it only ranks the take."""
    full = islice((index for index, line in enumerate(lines) if line.text), _HEADER_REACH)
    for above, index in pairwise(full):
        if len(lines[index].text) <= _LONGEST_RANK and _RANK_WORD.fullmatch(lines[index].text):
            if lines[above].said == SLUGLINE or slug_form(lines[above].text) is not None:
                yield index
            return


def _trailer(lines: Sequence[Line]) -> list[int]:
    found: list[int] = []
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].blank:
            continue
        if not is_transmission(lines[index].text):
            break
        found.append(index)
    return found


def _unmarked(lines: Sequence[Line], remarks: Remarks) -> Iterator[Line]:
    for line in lines:
        matter = _NEXT_MATTER.split(line.text) if "<" in line.text else ()
        for part in pieces(line, matter) if len(matter) > 1 else (line,):
            yield _without_line_marks(part, remarks)


def _without_line_marks(line: Line, remarks: Remarks) -> Line:
    """ANPA begins a line of matter with ``^``, ends it with ``<``, or ``=`` to centre it."""
    if line.blank:
        return line
    text, columns, said = line.text, line.columns.rstrip(), line.said
    opened = text.startswith("^") and len(text) > 1
    if opened:
        remarks.marker("^", "a line of matter (ANPA 1312)", line.number)
        text, columns = text[1:], columns.replace("^", "", 1)
    ends = "<=" if opened or is_separator(text[:-1]) else "<"
    if text[-1:] and text[-1] in ends and len(text) > 1:
        remarks.marker(text[-1], "the end of a line of matter (ANPA 1312)", line.number)
        said = CENTRED if text[-1] == "=" and opened else said
        text, columns = text[:-1], columns[:-1]
    if opened and said is None:
        said = SET
    return replace(line, text=text.strip(), columns=columns, said=said)
