"""Headlines and decks: what no form tells, but its place does."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from exporter.expressions import expression
from exporter.model import SourceText
from exporter.readers.text.lines import Line, span
from exporter.readers.wire.head import Head, Lead, blank, block, without_equals
from exporter.readers.wire.passages import join
from exporter.readers.wire.remarks import Remarks

_LONGEST_HEADLINE = 200
_MOST_DECKS = 5
_HEADLINE_END = expression(r"(?:[:;,]|(?<![.\b][A-Z])(?<!\.)\.[\"”’']?)$")
_POINT = expression(r"(?P<mark>\*|--|•)\s+(?P<words>\S.*)")
_LEAST_LEAD = 80
# Headlines of terminals were wrapped at 60 to 70 columns.
_NARROWEST = 48


def take_headlines(
    head: Head, unknown: list[int], lead: Lead | None, width: int | None, remarks: Remarks
) -> None:
    """Of the lines that no form tells the first is the headline, and the next are decks."""
    groups = _groups(head.lines, unknown, width)
    if lead is None:
        _headline_alone(head, groups, width, remarks)
        return
    while groups and not _has_words(head, groups[0]):
        del groups[0]
    if head.headline is None:
        if not groups or not _is_headline(head, groups[0]):
            return
        head.headline = _take(head, groups.pop(0), remarks)
        remarks.took("headline", head.headline.lines, "the first line above the lead")
    if len(groups) <= _MOST_DECKS:
        for group in groups:
            deck = _take(head, group, remarks)
            remarks.took("subheadline", deck.lines, "between headline and lead")
            head.subheadline.append(deck)


def _groups(lines: Sequence[Line], unknown: list[int], width: int | None) -> list[list[int]]:
    """Each line by itself, but for one that was wrapped."""
    groups = [unknown[:1]] if unknown else []
    for before, index in pairwise(unknown):
        if index == before + 1 and _wraps(lines[before], lines[index], width):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _wraps(line: Line, following: Line, width: int | None) -> bool:
    """Whether a headline that fills most of a line goes on below."""
    small = following.text[:1].islower()
    if width is None or line.width * 3 < width * 2:
        return small and line.width >= _NARROWEST
    word = following.text.partition(" ")[0]
    return line.width + 1 + len(word) > width - 6 or small


def _is_headline(head: Head, group: list[int]) -> bool:
    text = join([head.lines[index] for index in group]).removesuffix("=").rstrip()
    if not 3 <= len(text) <= _LONGEST_HEADLINE or _HEADLINE_END.search(text):
        return False
    return _has_words(head, group)


def _has_words(head: Head, group: list[int]) -> bool:
    """Whether lines say something, rather than count or date it."""
    text = join([head.lines[index] for index in group])
    return sum(map(str.isdigit, text)) * 3 < sum(map(str.isalpha, text))


def _take(head: Head, group: list[int], remarks: Remarks) -> SourceText:
    used = [head.lines[index] for index in group]
    text = " ".join(without_equals(line, remarks) for line in used)
    point = _POINT.fullmatch(text)
    if point is not None:
        remarks.marker(point["mark"], "a point above the story", used[0].number)
        text = point["words"]
    for index in group:
        blank(head, index, 1)
    return SourceText(text, span(used))


def _headline_alone(
    head: Head, groups: list[list[int]], width: int | None, remarks: Remarks
) -> None:
    """A headline over a story without byline and dateline: short, no full stop, prose below."""
    if head.headline is not None or not groups:
        return
    first = groups[0]
    rest = next((i for i in range(first[-1] + 1, len(head.lines)) if not head.lines[i].blank), None)
    if rest is None or not _is_headline(head, first):
        return
    text = join([head.lines[index] for index in first])
    lead = join(block(head.lines, rest)) if width else head.lines[rest].text
    stands_out = len(text) * 4 <= len(lead) * 3 or rest > first[-1] + 1
    prose = len(lead) >= _LEAST_LEAD and (width or lead[-1] in ".!?:\"”»'。")
    if stands_out and prose and text[0] not in '"“«-*•–—(':
        head.headline = _take(head, first, remarks)
        remarks.took("headline", head.headline.lines, "short, no sentence, and prose below it")
