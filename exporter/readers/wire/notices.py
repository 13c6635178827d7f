"""Notices that hold, kill or embargo a story: how a line is known to be one."""

from __future__ import annotations

import re
from enum import Enum

from exporter.expressions import expression
from exporter.model import PubStatus
from exporter.readers.wire.dates import DAY, MONTH
from exporter.readers.wire.formula import (
    AROUND,
    LONGEST,
    TIMES,
    clauses,
    consists_of,
    mentions,
    plain,
    unaddressed,
    vocabulary,
)
from exporter.readers.wire.vocabulary import WEEKDAYS


class Notice(Enum):
    """What a line says of the story's publication."""

    KILL = PubStatus.CANCELED
    HOLD = PubStatus.WITHHELD
    EMBARGO = PubStatus.EMBARGOED
    RELEASE = PubStatus.USABLE


# One of these is in whatever the patterns find, which are spared most lines by looking for them
# first. A text is looked through for them in small letters.
KILL_STEMS = (
    "kill", "withdraw", "retract", "cancel", "spike", "delet", "disregard", "annul",
)  # fmt: skip
HOLD_STEMS = ("hold", "withheld", "do not ", "not for ", "not to be ")
EMBARGO_STEMS = ("embarg", "sperr", "hfr", "hold", "adv", "release at", "release time")
_RELEASE_STEMS = (
    "release", "publi", "ffentlich", "use", "broadcast", "transmission", "distribution",
)  # fmt: skip
STEMS = tuple(dict.fromkeys((*KILL_STEMS, *HOLD_STEMS, *EMBARGO_STEMS, *_RELEASE_STEMS)))

_DRESS = r"[^\w\n]{0,12}"
_ADDRESS = r"(?i:(?:attn|attention|note to|to)?\s*(?:eds|editors?|attn|attention))\b"
_OPENING = rf"{_DRESS}(?:{_ADDRESS}[^\w\n]{{0,5}})?(?i:please\W+)?"
_ORDERED = rf"{_DRESS}{_ADDRESS}(?:\s*[:,–—-]+\s*(?i:please\W+)?|\s+(?i:please)\W+)"
_ITEM = r"(?i:story|item|dispatch|take|report|previous|earlier|photo|slug|[A-Z]{2}-)"
_OBJECT = rf"(?:(?i:the|this|our|all)\b|{_ITEM})"

# A word on its own, a word repeated, a word with its rank, or a word with what it is about.
_KILL = expression(
    rf"{_OPENING}(?:KILL(?:\W+KILL)+\b"
    r"|(?:MANDATORY|BULLETIN|URGENT|FLASH|ADVISORY|STORY)\W{1,3}KILL\b"
    r"|KILL(?:ED)?\W{0,12}$"
    rf"|KILL\s*[:/–—-]+\s*{_ITEM}"
    r"|KILL\W{1,3}(?:ADVISORY|NOTICE|STORY|ITEM)\b"
    r"|(?:STORY|ITEM)\W{1,3}(?:KILLED|WITHDRAWN|RETRACTED|CANCELL?ED)\b"
    r"|(?:WITHDRAWN|RETRACTED|WITHDRAWAL|RETRACTION|CANCELLATION)(?:\W{1,3}NOTICE)?\W{0,12}$)"
)
_KILL_ORDER = expression(rf"{_ORDERED}(?i:kill)\s+{_OBJECT}")
_KILL_RULE = expression(r"\b(?:[Aa] kill is mandatory|MANDATORY KILL)\b")
_KILL_SLUG = expression(
    r"[A-Z]{2}-\S.{0,80}?[,-] ?(?:(?:BULLETIN|MANDATORY|URGENT) )?KILL$"
    r"|[A-Z]{2}-\S.{0,80}?, ?(?i:kill)$"
)

_HOLD = expression(
    rf"{_OPENING}(?:HOLD(?:\W+HOLD)+\b"
    r"|(?:MANDATORY|BULLETIN|PLEASE|URGENT)\W{1,3}(?:WITH)?HOLD\b"
    r"|WITHHOLD(?:\W+WITHHOLD)*\W{0,12}$|HOLD\W{0,12}$"
    rf"|(?:WITH)?HOLD\s*[:/–—-]+\s*{_ITEM}"
    r"|DO NOT (?:PUBLISH|USE|RUN|RELEASE)\W{0,12}$)"
)
_HOLD_SLUG = expression(
    r"[A-Z]{2}-\S.{0,80}?[,-] ?(?:(?:BULLETIN|MANDATORY|URGENT) )?(?:WITH)?HOLD(?: FOR RELEASE)?$"
    r"|[A-Z]{2}-\S.{0,80}?, ?(?i:hold)$"
)
_HOLD_ORDER = expression(rf"{_ORDERED}(?i:hold|withhold|do not (?:publish|use|run))\s+{_OBJECT}")

_UNTIL = r"(?:until|till|before|prior to|bis|jusqu\W?(?:au|à)|hasta)\b"
_EMBARGO = expression(
    rf"{_OPENING}(?:(?:strict(?:ly)?|under|sous)\s+)?"
    r"(?:embargo(?:(?P<past>ed)|\s+(?:strict|time))?|embargado|sperrfrist|sperrvermerk)\b",
    re.IGNORECASE,
)
_EMBARGO_REST = expression(rf"\W{{0,12}}$|\s*[:–—-]|\s*\W?\s*{_UNTIL}", re.IGNORECASE)
_EMBARGOED_REST = expression(r"\s+(?:to|for|at|on)\b|\s*[,;(]", re.IGNORECASE)
_PUBLICATION = (
    r"(?:publication|release|use|broadcast|publish(?:ed)?|transmission|distribution"
    r"|veröffentlich\w*|released?|used?)"
)
_NOT_BEFORE = expression(
    rf"{_OPENING}"
    rf"(?:(?:not\s+(?:for|to be|cleared for)|nicht)\b.{{0,16}}?\b{_PUBLICATION}\b.{{0,40}}?"
    rf"|(?:no|do not|ne pas)\s+{_PUBLICATION}(?:\s+or\s+\w+)?\s+)\b{_UNTIL}",
    re.IGNORECASE,
)
_FOR_RELEASE = expression(
    rf"{_OPENING}(?:HFR\b|hold\W+for\W+release\b"
    r"|(?:\$?adv(?:ance)?\.?\W*\d{0,2}(?:-\d{1,2})?\W+)?for\W+(?:release|publication|use)\b)",
    re.IGNORECASE,
)
_IMMEDIATE = expression(
    rf"{_OPENING}for\W+(?:immediate\W+(?:release|use|publication)|release\W+immediate(?:ly)?)\b",
    re.IGNORECASE,
)
_LONGEST_RELEASE = 80

# What a notice speaks of and a headline about an embargo rarely does: a clock or a calendar.
_WHEN = expression(
    rf"\b(?:{DAY}|{MONTH} \d|\d{{1,2}}[:.h]\d\d|\d{{3,4}} ?(?:GMT|UTC|hrs|hours)"
    rf"|\d{{1,2}} ?[ap]\.?m\b"
    rf"|GMT|UTC|noon|midnight|(?:{'|'.join(WEEKDAYS)})|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}|\d{{4}}"
    r"|release|publication|publish|delivery|further notice|speech|tomorrow)\b",
    re.IGNORECASE,
)

# -- formulas: a key word, and nothing around it but the words of such notices ---------------------

_NO_USE = r"do not (?:use|publish|run|release|print|broadcast|transmit|move)"
_KILL_KEY = (
    r"kill(?:s|ed)?|withdrawn|withdraws?|retracted|retracts?|cancel(?:s|l?ed)?|spiked?"
    r"|deletes?d?|disregard|annulation|annulée?"
)
_HOLD_KEY = (
    rf"on hold|hold|withhold|withheld|{_NO_USE}"
    r"|(?:story|item|copy)(?: is)? not (?:for|to be) (?:publication|publish(?:ed)?|released?|used?)"
)
_EMBARGO_KEY = (
    r"embargo(?:ed)?|under embargo|sous embargo|embargado|sperrfrist|sperrvermerk|hfr"
    r"|(?:with)?hold\W+(?:for\W+release|until|till?|before)"
    r"|adv(?:ance)?(?=\.?\W{0,2}(?:\d{1,2}\b|for\b))|release (?:at|time)"
)
_FORMULAS = (
    (Notice.KILL, KILL_STEMS, vocabulary(_KILL_KEY), vocabulary(_KILL_KEY, _NO_USE, AROUND)),
    (
        Notice.HOLD,
        HOLD_STEMS,
        vocabulary(_HOLD_KEY),
        vocabulary(
            _HOLD_KEY,
            AROUND,
            r"until (?:further notice|cleared|approved)|for (?:now|lawyers?|approval|clearance"
            r"|review|checks?|legal(?: review| checks?| clearance)?)",
        ),
    ),
    (
        Notice.EMBARGO,
        EMBARGO_STEMS,
        vocabulary(_EMBARGO_KEY),
        vocabulary(
            _EMBARGO_KEY,
            AROUND,
            TIMES,
            r"under|(?:lifts?|ends?|expires?)(?=.{0,12}\d)|material|no use",
        ),
    ),
)
# These say it alone; the others need an object, or capitals.
_STRONG = expression(
    rf"(?:kill|hold|withhold|embargo(?:ed)?|sperrfrist|on hold|under embargo|withdrawn|{_NO_USE})",
    re.IGNORECASE,
)
_BARE = vocabulary(_EMBARGO_KEY, AROUND, "under", "for release", "material")
_ANY_UNTIL = expression(rf"\b{_UNTIL}", re.IGNORECASE)
_TAG = expression(r"(?:KILL|HOLD|WITHHOLD|EMBARGO(?:ED)?|SPERRFRIST)")
_QUOTED = expression(r"\s*[\"“”‘’«»„']")
_LONGEST_TAGGED = 240


def notice(text: str, in_head: bool = True) -> Notice | None:
    """What a line, plain, says of publication; after the head only capitals are believed."""
    if not mentions(text, STEMS):
        return None
    if mentions(text, KILL_STEMS) and (
        _KILL_RULE.search(text) or _says(text, _KILL, _KILL_ORDER, _KILL_SLUG)
    ):
        return Notice.KILL
    if mentions(text, HOLD_STEMS) and _says(text, _HOLD, _HOLD_ORDER, _HOLD_SLUG):
        return Notice.HOLD
    if _IMMEDIATE.match(text) and len(text) <= _LONGEST_RELEASE:
        return Notice.RELEASE
    if _is_embargo(text) and (in_head or _is_loud(text)):
        return Notice.EMBARGO
    return _formal(text, in_head)


def tag(text: str) -> Notice | None:
    """The notice that stands in capitals before, behind or within a line of the head, plain."""
    if len(text) > _LONGEST_TAGGED:
        return None
    parts = clauses(text)
    found = (_tagged(part, text) for part in parts if len(parts) > 1)
    return next((sort for sort in found if sort is not None), None)


def leading_tag(text: str) -> Notice | None:
    """The notice in capitals between a dateline and its lead."""
    text = plain(text)
    parts = clauses(text)
    return _tagged(parts[0], text) if len(parts) > 1 else None


def names_end(text: str) -> bool:
    """Whether an embargo, plain, says or may say when it ends: it is no bare word, nor a tag."""
    if consists_of(text, _BARE):
        return False
    tagged = any(consists_of(part, _BARE) for part in clauses(text))
    return not tagged or _WHEN.search(text) is not None or _ANY_UNTIL.search(text) is not None


def _formal(text: str, in_head: bool) -> Notice | None:
    """The notice of a line that is a formula, or of one to editors that has one among others."""
    if len(text) > LONGEST:
        return None
    addressed = unaddressed(text)
    if addressed is None:
        return _formula(text, strict=not in_head)
    parts = (_formula(part) for part in [addressed, *clauses(addressed)])
    return next((sort for sort in parts if sort is not None), None)


def _formula(text: str, *, strict: bool = False) -> Notice | None:
    """The notice that a text is and nothing else; when `strict`, only in capitals."""
    for sort, stems, key, words in _FORMULAS:
        match = key.search(text) if mentions(text, stems) else None
        if match is None or not consists_of(text, words):
            continue
        if match[0].isupper():
            return sort
        alone = _STRONG.fullmatch(match[0]) or sum(map(str.isalpha, text)) > len(match[0])
        return sort if alone and not strict and not _QUOTED.match(text) else None
    return None


def _tagged(part: str, text: str) -> Notice | None:
    """The notice of one clause: several words in capitals, or one among small letters."""
    sort = _formula(part, strict=True)
    if sort is None:
        return None
    if _TAG.fullmatch(part) is None:
        return sort if " " in part else None
    rest = text.replace(part, "", 1)
    set_off = re.search(rf"[(\[]\W*{part}\W*[)\]]|^\W*{part}\s*:", text)
    plain_label = part == "EMBARGO" and rest.isupper()
    return sort if not rest.isupper() or (set_off and not plain_label) else None


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
