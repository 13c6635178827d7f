"""What the sender allows: notices that hold, kill or embargo a story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from exporter.model import PubStatus, SourceText
from exporter.readers.text.lines import Line, blanked, span
from exporter.readers.wire.dates import DAY, MONTH
from exporter.readers.wire.release_time import release_time
from exporter.readers.wire.remarks import Remarks
from exporter.readers.wire.slugline import is_slugline
from exporter.readers.wire.vocabulary import WEEKDAYS


class Notice(Enum):
    """What a line says of the story's publication."""

    KILL = PubStatus.CANCELED
    HOLD = PubStatus.WITHHELD
    EMBARGO = PubStatus.EMBARGOED
    RELEASE = PubStatus.USABLE


# The stricter word wins when a story carries several.
_STRICTNESS = (PubStatus.USABLE, PubStatus.EMBARGOED, PubStatus.WITHHELD, PubStatus.CANCELED)

_DRESS = r"[^\w\n]{0,12}"
_ADDRESS = r"(?i:(?:attn|attention|note to|to)?\s*(?:eds|editors?|attn|attention))\b"
_OPENING = rf"{_DRESS}(?:{_ADDRESS}[^\w\n]{{0,5}})?(?i:please\W+)?"
_ORDERED = rf"{_DRESS}{_ADDRESS}(?:\s*[:,–—-]+\s*(?i:please\W+)?|\s+(?i:please)\W+)"
_ITEM = r"(?i:story|item|dispatch|take|report|previous|earlier|photo|slug|[A-Z]{2}-)"
_OBJECT = rf"(?:(?i:the|this|our|all)\b|{_ITEM})"

# A word on its own, a word repeated, a word with its rank, or a word with what it is about.
_KILL = re.compile(
    rf"{_OPENING}(?:KILL(?:\W+KILL)+\b"
    r"|(?:MANDATORY|BULLETIN|URGENT|FLASH|ADVISORY|STORY)\W{1,3}KILL\b"
    r"|KILL(?:ED)?\W{0,12}$"
    rf"|KILL\s*[:/–—-]+\s*{_ITEM}"
    r"|KILL\W{1,3}(?:ADVISORY|NOTICE|STORY|ITEM)\b"
    r"|(?:STORY|ITEM)\W{1,3}(?:KILLED|WITHDRAWN|RETRACTED|CANCELL?ED)\b"
    r"|(?:WITHDRAWN|RETRACTED)\W{0,12}$)"
)
_KILL_ORDER = re.compile(rf"{_ORDERED}(?i:kill)\s+{_OBJECT}")
_KILL_RULE = re.compile(r"\b(?:[Aa] kill is mandatory|MANDATORY KILL)\b")
_KILL_SLUG = re.compile(r"[A-Z]{2}-\S.{0,80}?[,-] ?(?:(?:BULLETIN|MANDATORY|URGENT) )?KILL$")

_HOLD = re.compile(
    rf"{_OPENING}(?:HOLD(?:\W+HOLD)+\b"
    r"|(?:MANDATORY|BULLETIN|PLEASE|URGENT)\W{1,3}(?:WITH)?HOLD\b"
    r"|WITHHOLD(?:\W+WITHHOLD)*\W{0,12}$|HOLD\W{0,12}$"
    rf"|(?:WITH)?HOLD\s*[:/–—-]+\s*{_ITEM}"
    r"|DO NOT (?:PUBLISH|USE|RUN|RELEASE)\W{0,12}$)"
)
_HOLD_ORDER = re.compile(rf"{_ORDERED}(?i:hold|withhold|do not (?:publish|use|run))\s+{_OBJECT}")

_UNTIL = r"(?:until|till|before|prior to|bis|jusqu\W?(?:au|à)|hasta)\b"
_EMBARGO = re.compile(
    rf"{_OPENING}(?:(?:strict(?:ly)?|under|sous)\s+)?"
    r"(?:embargo(?:(?P<past>ed)|\s+(?:strict|time))?|embargado|sperrfrist|sperrvermerk)\b",
    re.IGNORECASE,
)
_EMBARGO_REST = re.compile(rf"\W{{0,12}}$|\s*[:–—-]|\s*\W?\s*{_UNTIL}", re.IGNORECASE)
_EMBARGOED_REST = re.compile(r"\s+(?:to|for|at|on)\b|\s*[,;(]", re.IGNORECASE)
_PUBLICATION = (
    r"(?:publication|release|use|broadcast|publish(?:ed)?|transmission|distribution"
    r"|veröffentlich\w*|released?|used?)"
)
_NOT_BEFORE = re.compile(
    rf"{_OPENING}"
    rf"(?:(?:not\s+(?:for|to be|cleared for)|nicht)\b.{{0,16}}?\b{_PUBLICATION}\b.{{0,40}}?"
    rf"|(?:no|do not|ne pas)\s+{_PUBLICATION}(?:\s+or\s+\w+)?\s+)\b{_UNTIL}",
    re.IGNORECASE,
)
_FOR_RELEASE = re.compile(
    rf"{_OPENING}(?:HFR\b|hold\W+for\W+release\b|(?:advance\W+)?for\W+(?:release|publication|use)\b)",
    re.IGNORECASE,
)
_IMMEDIATE = re.compile(
    rf"{_OPENING}for\W+(?:immediate\W+(?:release|use|publication)|release\W+immediate(?:ly)?)\b",
    re.IGNORECASE,
)
_LONGEST_RELEASE = 80

# What a notice speaks of and a headline about an embargo rarely does: a clock or a calendar.
_WHEN = re.compile(
    rf"\b(?:{DAY}|{MONTH} \d|\d{{1,2}}[:.h]\d\d|\d{{3,4}} ?(?:GMT|UTC|hrs|hours)|\d ?[ap]\.?m\b"
    rf"|GMT|UTC|noon|midnight|(?:{'|'.join(WEEKDAYS)})|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}|\d{{4}}"
    r"|release|publication|publish|delivery|further notice|speech|tomorrow)\b",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(rf"(?:(?:{'|'.join(WEEKDAYS)}),? )?{DAY}\.?", re.IGNORECASE)


@dataclass(slots=True)
class Permission:
    """What the notices of a story amount to, and the lines left when they are taken out."""

    lines: list[Line]
    status: PubStatus = PubStatus.USABLE
    embargo: SourceText | None = None
    embargoed_until: str | None = None
    notes: list[SourceText] = field(default_factory=list)


def permission(
    lines: Sequence[Line], head: range, barred: set[int], remarks: Remarks
) -> Permission:
    """Reads the notices; `head` are the indices before the story's text begins.

    A notice on a line in `barred` counts, but its words stay where they are.
    """
    found = Permission(list(lines))
    for index, line in enumerate(lines):
        sort = None if line.blank else notice(line.text, index in head)
        if sort is not None:
            _apply(found, sort, index, barred, remarks)
    return found


def notice(text: str, in_head: bool = True) -> Notice | None:
    """What a line says of publication; after the head only capitals are taken at their word."""
    if _says(text, _KILL, _KILL_ORDER, _KILL_SLUG) or _KILL_RULE.search(text):
        return Notice.KILL
    if _says(text, _HOLD, _HOLD_ORDER):
        return Notice.HOLD
    if _IMMEDIATE.match(text) and len(text) <= _LONGEST_RELEASE:
        return Notice.RELEASE
    if _is_embargo(text) and (in_head or _is_loud(text)):
        return Notice.EMBARGO
    return None


def _says(text: str, *forms: re.Pattern[str]) -> bool:
    return any(form.match(text) for form in forms)


def _is_loud(text: str) -> bool:
    """Whether the notice's own words are in capitals."""
    words = [word for word in re.findall(r"[^\W\d_]{2,}", text[:80])[:2] if word]
    return bool(words) and all(word.isupper() for word in words)


def _is_embargo(text: str) -> bool:
    if _NOT_BEFORE.match(text):
        return True
    release = _FOR_RELEASE.match(text)
    if release is not None:
        loud = release.group().strip().casefold().endswith(("hfr", "hold for release"))
        return loud or (len(text) <= _LONGEST_RELEASE and bool(_WHEN.search(text, release.end())))
    match = _EMBARGO.match(text)
    return match is not None and _is_embargo_rest(text[match.end() :], match["past"] is not None)


def _is_embargo_rest(rest: str, past: bool) -> bool:
    if re.fullmatch(r"\W*", rest[:40]) and len(rest) < 40:
        return True
    joined = _EMBARGO_REST.match(rest) or (past and _EMBARGOED_REST.match(rest))
    return bool(joined) and _WHEN.search(rest[:160]) is not None


def _apply(found: Permission, sort: Notice, index: int, barred: set[int], remarks: Remarks) -> None:
    """Takes a notice's words out of the lines and counts what it says."""
    used = [found.lines[index], *_continuation(found.lines, sort, index)]
    text = SourceText(" ".join(line.text for line in used), span(used))
    _tighten(found, sort.value, text, remarks)
    if sort is Notice.EMBARGO and found.embargoed_until is None:
        _read_time(found, text, remarks)
    if used[0].number in barred or is_slugline(text.text):
        return
    if sort in (Notice.EMBARGO, Notice.RELEASE) and found.embargo is None:
        found.embargo = text
    else:
        found.notes.append(text)
    for offset, line in enumerate(used):
        found.lines[index + offset] = blanked(line)


def _continuation(lines: Sequence[Line], sort: Notice, index: int) -> list[Line]:
    """The date on a line of its own below an embargo or a release line."""
    if sort not in (Notice.EMBARGO, Notice.RELEASE) or index + 1 >= len(lines):
        return []
    following = lines[index + 1]
    return [following] if _DATE_LINE.fullmatch(following.text) else []


def _tighten(found: Permission, status: PubStatus, text: SourceText, remarks: Remarks) -> None:
    if _STRICTNESS.index(status) > _STRICTNESS.index(found.status):
        found.status = status
        remarks.add("R014", text.lines, status=str(status))


def _read_time(found: Permission, text: SourceText, remarks: Remarks) -> None:
    time = release_time(text.text)
    if time is None:
        remarks.add("R016", text.lines)
        return
    found.embargoed_until = time.iso
    if time.assumed:
        remarks.add("R015", text.lines, time=time.iso)
