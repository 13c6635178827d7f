"""Headlines and decks: what no form tells, but its place does."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from exporter.expressions import expression
from exporter.model import SourceText
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import Line, span
from exporter.readers.wire.byline import name_alone
from exporter.readers.wire.dateline import opening
from exporter.readers.wire.head import Head, blank, block, without_equals
from exporter.readers.wire.lead import Lead
from exporter.readers.wire.lists import bullet
from exporter.readers.wire.passages import is_tabular, join
from exporter.readers.wire.summary import is_summary

_LONGEST_HEADLINE = 200
_MOST_DECKS = 5
_HEADLINE_END = expression(r"(?:[:;,]|(?<![.\b][A-Z])(?<!\.)\.[\"”’']?)$")
# No headline ends with one of these.
_HANGING = expression(
    r"\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|as|its|his|her|their|after|over)$"
)
_POINT = expression(r"(?P<mark>\*|--?|[•–])\s+(?P<words>\S.*)")
_LEAST_LEAD, _SHORTEST_LEAD = 80, 20
_MOST_KEYWORDS = 4
_KEYWORD_AGENCIES = ("efe",)
_LONGEST_BARE = 100
_FEW = 2
_MOST_NAME_WORDS = 3
_INDENT = 3
_IN_BRACKETS = expression(r"<[^<>]*>|\([^()]*\)")
_SENTENCE_END = ".!?:\"”»'。！？।؟۔"
_NO_HEADLINE = '"“«-•–—('
# Headlines of terminals were wrapped at 60 to 70 columns.
_NARROWEST = 48


def take_headlines(
    head: Head, unknown: list[int], lead: Lead | None, width: int | None, remarks: Remarks
) -> None:
    """Of the lines that no form tells the first is the headline, and the next are decks."""
    groups = _groups(head.lines, unknown, width)
    if lead is None:
        _headline_alone(head, groups, width, remarks)
        _take_summary(head, remarks)
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
            if _take_repeated(head, group, remarks) or _take_keywords(head, group, remarks):
                continue
            if group is groups[-1] and _take_name(head, group, remarks):
                continue
            deck = _take(head, group, remarks)
            remarks.took("subheadline", deck.lines, "between headline and lead")
            head.subheadline.append(deck)


def _take_repeated(head: Head, group: list[int], remarks: Remarks) -> bool:
    """Takes the headline sent once more, as systems do for each of their fields."""
    text = join([head.lines[index] for index in group])
    if head.headline is None or text != head.headline.text:
        return False
    span_ = span([head.lines[index] for index in group])
    remarks.add("R013", span_, words=text)
    remarks.took("the frame", span_, "the headline once more")
    for index in group:
        blank(head, index, 1)
    return True


def _take_name(head: Head, group: list[int], remarks: Remarks) -> bool:
    """Takes a name alone directly above an agency's dateline, below a headline in small letters."""
    line = head.lines[group[0]]
    small = head.headline is not None and any(map(str.islower, head.headline.text.split()))
    if len(group) > 1 or head.byline is not None or not head.opened or not small:
        return False
    found = name_alone(line)
    if found is None or not 1 < len(line.text.split()) <= _MOST_NAME_WORDS:
        return False
    head.byline = found.byline
    remarks.guessed("byline", line.lines, "a name alone above the dateline")
    blank(head, group[0], 1)
    return True


def _take_keywords(head: Head, group: list[int], remarks: Remarks) -> bool:
    """Takes EFE's slug, the country and the matter in capitals below the headline."""
    text = join([head.lines[index] for index in group])
    agency = head.found_agency
    short = text.isupper() and len(text.split()) <= _MOST_KEYWORDS
    if head.slugline is not None or agency not in _KEYWORD_AGENCIES or not short:
        return False
    head.slugline = _take(head, group, remarks)
    remarks.took("slugline", head.slugline.lines, "keywords in capitals below the headline (EFE)")
    return True


def _take_summary(head: Head, remarks: Remarks) -> None:
    """Takes the paragraph directly below a headline that says what the lead says."""
    if head.headline is None or head.headline.lines is None:
        return
    full = [index for index, line in enumerate(head.lines) if not line.blank][:2]
    if len(full) < 2:
        return
    line, lead = (head.lines[index] for index in full)
    if line.number != head.headline.lines.last + 1 or lead.number == line.number + 1:
        return
    if is_summary(line.text, lead.text):
        deck = _take(head, full[:1], remarks)
        remarks.guessed("subheadline", deck.lines, "a summary of the lead below it")
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
    small = following.text[:1].islower() or _HANGING.search(line.text) is not None
    if width is None or line.said or line.width * 3 < width * 2:
        return small and line.width >= _NARROWEST
    word = following.text.partition(" ")[0]
    return line.width + 1 + len(word) > width - 6 or small


def _is_headline(head: Head, group: list[int]) -> bool:
    text = join([head.lines[index] for index in group]).removesuffix("=").rstrip()
    if not 3 <= len(text) <= _LONGEST_HEADLINE or _HEADLINE_END.search(text) or " ** " in text:
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
    why = _why(head, groups[0], width)
    if why is not None:
        head.headline = _take(head, groups[0], remarks)
        remarks.guessed("headline", head.headline.lines, why)


def _why(head: Head, group: list[int], width: int | None) -> str | None:
    """What shows that the first line is a headline though nothing below it is known."""
    lines = head.lines
    rest = next((i for i in range(group[-1] + 1, len(lines)) if not lines[i].blank), None)
    if not _is_headline(head, group):
        return None
    text = join([lines[index] for index in group])
    if rest is None:
        alone = text[-1] not in _SENTENCE_END and text[0] not in _NO_HEADLINE
        return "a line alone that is no sentence" if alone else None
    if head.slugline is not None:
        return "the first line below the slugline"
    if same_words(lines[rest].text, text):
        return "a line that was sent twice"
    if text[0] not in _NO_HEADLINE and not is_tabular(lines[group[0]]):
        why = _by_items(lines, rest)
        if why is not None:
            return why
    return _by_prose(head, group, rest, width)


def _by_items(lines: Sequence[Line], rest: int) -> str | None:
    """What shows that a line stands over a table, or over items with headings of their own."""
    if is_tabular(lines[rest]):
        return "a line over a table"
    items = [line.text for line in islice(lines, rest + 1, None) if not line.blank][:_FEW]
    if not items or len(lines[rest].text) > _LONGEST_BARE:
        return None
    if opening(items[0]) is not None:
        return "a line over items with datelines"
    if len(items) == _FEW and all(map(bullet, items)) and _is_loud(lines[rest].text):
        return "a line over lists with headings"
    return None


def _by_prose(head: Head, group: list[int], rest: int, width: int | None) -> str | None:
    """What shows that a line stands over the text of a story."""
    lines = head.lines
    text = join([lines[index] for index in group])
    if head.framed and len(text) <= _LONGEST_BARE and not _is_prose(text):
        return "the first line below the frame"
    if lines[rest].indent - lines[group[0]].indent >= _INDENT and _is_loud(text):
        return "a line in capitals over an indented text (Reuters)"
    lead = join(block(lines, rest)) if width else lines[rest].text
    stands_out = len(text) * 4 <= len(lead) * 3 or rest > group[-1] + 1
    prose = _is_lead(lead, width) or _is_short_lead(lines, group[-1], rest, width)
    if stands_out and prose and text[0] not in _NO_HEADLINE:
        return "short, no sentence, and prose below it"
    return None


def _is_lead(lead: str, width: int | None) -> bool:
    return len(lead) >= _LEAST_LEAD and bool(width or lead[-1] in _SENTENCE_END)


def _is_short_lead(lines: Sequence[Line], last: int, rest: int, width: int | None) -> bool:
    """Whether a short sentence below a blank line is the lead, as a paragraph below it shows."""
    lead = block(lines, rest)
    if rest == last + 1 or join(lead)[-1] not in _SENTENCE_END or len(join(lead)) < _SHORTEST_LEAD:
        return False
    below = next((i for i in range(rest + len(lead), len(lines)) if not lines[i].blank), None)
    return below is not None and _is_lead(join(block(lines, below)), width)


def same_words(text: str, headline: str) -> bool:
    """Whether a line is the headline once more, perhaps in bold."""
    return "".join(text.strip("*# ").split()) == "".join(headline.split())


def _is_loud(text: str) -> bool:
    """Whether a line is in capitals, what stands in brackets apart."""
    return _IN_BRACKETS.sub("", text).isupper()


def _is_prose(text: str) -> bool:
    return len(text) >= _LEAST_LEAD and text[-1] in _SENTENCE_END
