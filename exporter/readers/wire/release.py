"""What only press releases have: points below the dateline, company paragraphs, contacts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from exporter.expressions import expression
from exporter.model import Credit, SourceText
from exporter.readers.remarks import Remarks
from exporter.readers.wire.passages import Passage, over
from exporter.readers.wire.terminals import is_last_mark
from exporter.values import Value

_POINT = expression(r"(?P<mark>--|[*•])\s+(?P<words>\S.*)")
_LONGEST_POINT = 400
_ABOUT = expression(r"(?:About|ABOUT|Über|À propos d[eu']|Acerca de|Sobre)\s+\S.{1,90}")
_CONTACT = expression(
    r"(?:For (?:further|more|additional) information|(?:(?:Media|Press|Investor|News|Company|PR)\W"
    r"{0,3}(?:Relations )?)?(?:Contacts?|Enquiries|Inquiries)(?: (?:information|details|person))?"
    r"|Pressekontakt|Kontakt|CONTACTS?|MEDIA CONTACTS?)\b[^.]{0,80}?(?::|$)",
)
_MORE = expression(
    r"For (?:further|more|additional) information,? (?:please )?(?:visit|contact|see|call)\b.{2,80}"
)
_SENTENCE = expression(r"(?<!\bInc)(?<!\bLtd)(?<!\bCorp)(?<!\bCo)\.$|[?,;]$")
_NAME = expression(r"(?:Source|SOURCE):?\s+(?P<name>[^\s,]+)")
_LONGEST_HEADING = 100
_LONGEST_MARK = 12


# What may stand below the end of a release, for those who print it.
_BELOW_END = expression(
    r"(?:Notes? (?:to|for) (?:the )?editors?|Editors?['’]? notes?|Background(?: information)?"
    r"|Further (?:information|details)|(?:Media|Press) (?:notes|enquiries|contacts?))\W*",
    re.IGNORECASE,
)


def end_of_release(passages: Sequence[Passage]) -> int:
    """How many passages there are up to an end mark below which notes or contacts stand.

    All of them, when there is no such mark.
    """
    for index, (mark, below) in enumerate(pairwise(passages), 1):
        ends = index > 1 and len(mark.text) <= _LONGEST_MARK and is_last_mark(mark.text)
        if ends and (_begins(below) or _BELOW_END.fullmatch(below.lines[0].text)):
            return index
    return len(passages)


class Released(Value):
    """What is left of the passages, and what stands below a release about its sender."""

    passages: tuple[Passage, ...]
    boilerplate: tuple[SourceText, ...]


def take_points(
    passages: Sequence[Passage], remarks: Remarks
) -> tuple[list[SourceText], list[Passage]]:
    """The points between a dateline on a line of its own and the text, and the passages below."""
    points = list(takewhile(_is_point, passages))
    if len(points) == len(passages):
        return [], list(passages)
    found = []
    for passage in points:
        match = _POINT.fullmatch(passage.text)
        assert match is not None  # noqa: S101 - `_is_point` saw to it
        remarks.marker(match["mark"], "a point above the story", passage.span.first)
        remarks.took("subheadline", passage.span, "a point below the dateline")
        found.append(SourceText(match["words"], passage.span))
    return found, list(passages[len(points) :])


def _is_point(passage: Passage) -> bool:
    text = passage.text
    return len(text) <= _LONGEST_POINT and _POINT.fullmatch(text) is not None


def take_boilerplate(
    passages: Sequence[Passage], credits_: Sequence[Credit], remarks: Remarks
) -> Released:
    """Parts the passages where the sender begins to speak of itself and of whom to call."""
    start = next((i for i, passage in enumerate(passages) if i and _begins(passage)), None)
    if start is None:
        return Released(tuple(passages), ())
    contact = _CONTACT.match(passages[start].lines[0].text)
    if start > 1 and contact and _is_about_sender(passages[start - 1], credits_):
        start -= 1
    found = tuple(texts(passages[start:], remarks))
    return Released(tuple(passages[:start]), found)


def _begins(passage: Passage) -> bool:
    """Whether a passage is, or opens with, a heading over a company's description or a contact."""
    first = passage.lines[0].text
    if len(first) > _LONGEST_HEADING:
        return False
    about = _ABOUT.fullmatch(first) is not None and not _SENTENCE.search(first)
    more = len(passage.lines) == 1 and _MORE.fullmatch(first) is not None
    return about or more or _CONTACT.match(first) is not None


def _is_about_sender(passage: Passage, credits_: Sequence[Credit]) -> bool:
    """Whether the last paragraph above the contacts describes the company that sends it."""
    names = (_NAME.match(credit.text) for credit in credits_ if credit.role == "source")
    return any(name and passage.text.startswith(f"{name['name']} ") for name in names)


def texts(passages: Sequence[Passage], remarks: Remarks) -> list[SourceText]:
    """Each passage as a text, a heading together with what stands directly below it."""
    groups = [[passages[0]]]
    for above, passage in pairwise(passages):
        if above.leads and above.span.last + 1 == passage.span.first:
            groups[-1].append(passage)
        else:
            groups.append([passage])
    texts = []
    for group in groups:
        span = over(group)
        text = " ".join(passage.text for passage in group)
        texts.append(SourceText(text, span))
        remarks.took("boilerplate", span, "about the sender, or whom to call")
    return texts
