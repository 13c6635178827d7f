"""Datelines: ``MOSCOW/KARACHI, Pakistan (AA) - `` and its many kin."""

from __future__ import annotations

import re
from functools import lru_cache

from exporter.diagnostics import Lines
from exporter.expressions import expression
from exporter.model import Dateline
from exporter.readers.text.lines import Line
from exporter.readers.wire.dates import DAY
from exporter.readers.wire.vocabulary import AGENCIES, AGENCY_NAMES, NO_PLACE, ONE_PLACE
from exporter.values import Value, replace

# No dateline is longer; only so much of a line is looked at.
_REACH = 160

_DASH = r"(?:\.-|--|[-–—_]{1,3}|:)"
_CLOSE = rf"\s*(?P<mark>{_DASH}|$)"

# The tag in brackets; a space or a missing one around it is a common damage: ``HAVANA (AP ) --``.
_BRACKETED = expression(rf"(?P<head>[^()]*?)\s*\((?P<agency>[^()]{{2,40}})\){_CLOSE}")
_SLASHED = expression(rf"(?P<head>[^/].*?)\s*/(?P<agency>[^/]{{2,40}})/(?P<mark>\.|\s*{_DASH}|$)")
_BUSINESS_WIRE = expression(
    r"(?P<head>[^()]{2,80}?)\s*--\s*\((?P<agency>[^()]{2,40})\)\s*--\s*"
    rf"(?P<late>{DAY})?(?P<mark>\s*[-–—]+|$|\b)",
    re.IGNORECASE,
)
_AGENCY_FIRST = expression(
    r"\((?P<agency>[^()]{2,20})\) *(?:--|[-–—]) *"
    r"(?P<head>[^()]{2,80}?)\s+(?P<mark>--|[-–—_])\s"
)
_DATED = expression(
    rf"(?P<head>[^()]{{2,80}}?,\s*{DAY})(?:,?\s+(?P<agency>[A-Za-z]{{2,12}}))?\s*"
    r"(?P<mark>--|[-–—_])(?=\s|$)",
    re.IGNORECASE,
)
_DATE_ONLY_LINE = expression(rf"(?P<head>[^()]{{2,80}}?,\s*{DAY})(?P<mark>$)", re.IGNORECASE)
# Some agencies put no dash: ``Bern (ats afp) Die …``, ``Haag /ritzau/ En …``.
_UNDASHED = expression(
    r"(?P<head>[^()/]{2,60}?)\s*(?:\((?P<agency>[^()]{2,20})\)|/(?P<slashed>[a-z]{2,20})/)"
    r"(?P<mark>)\s+(?=[^\W\d_a-z]|[\"“«„])"
)
# МОСКВА, 21 янв - РИА Новости.
_AGENCY_BEHIND = expression(
    rf"(?P<head>[^()]{{2,60}}?,\s*{DAY})\s*[-–—]\s*(?P<agency>[^.()–—-]{{3,20}}?)(?P<mark>\.)\s",
    re.IGNORECASE,
)
# أنقرة/ الأناضول on a line of its own.
_SLASH_ALONE = expression(
    r"(?P<head>[^/()]{2,40}?)\s*/\s*(?P<agency>الأناضول|Anadolu|AA)(?P<mark>$)"
)
# 新华社北京4月24日电 and 【6月18日 AFP】
_CHINESE = expression(
    r"(?:据)?(?P<agency>新华社|中新社|新华网|人民网|中新网|中央社)(?P<head>[\u3400-\u9fff/／、]{2,12}?)"
    r"(?P<date>\d{1,2}月\d{1,2}日)(?P<mark>电|讯|電|訊)"
)
_JAPANESE = expression(
    r"【(?:(?P<head>[^\d【】＝=]{1,20}?)[ ＝=]?)?(?P<date>\d{1,2}月\d{1,2}日)?[ ＝=]*"
    r"(?P<agency>AFP|共同|時事|ロイター|AFP＝時事|AFP=時事)(?P<mark>】)"
)
_UNDATED = expression(r"(?P<head>[^()\d:;!?\"“”]{3,60}?)\s*(?P<mark>(?<=\s)[-–—_]|--|—)(?=\s)")

# With a colon as in India, or a place in small letters: believed only where a lead must be.
_COLON = expression(r"(?P<head>[^()\d:;!?\"“”.,]{2,40}?)(?P<mark>:)\s+(?=\S)")
_QUIET = expression(r"(?P<head>[^()\d:;!?\"“”.,]{3,40}?)\s(?P<mark>[-–—])\s(?=[^\W_a-z]|[\"“«„‘'])")

_DATE_AT_END = expression(rf"(?:^|,?\s*)\b(?P<date>{DAY})\s*[.,]?\s*$", re.IGNORECASE)
# No abbreviation is as long: the stop ends the dateline, not the month.
_FULL_MONTH_STOP = expression(r"(?<=[^\W\d_]{5})\.$")
_REGION_IN_BRACKETS = expression(r"(?P<places>[^\[\]]+)\[(?P<region>[^\[\]]+)\]\s*$")
_AND = expression(r"\s+(?:and|&|und|et|y|e)\s+")
_COMMA = expression("[,،]")
_BETWEEN_AGENCIES = expression(r"[\s/,&-]+")
_CAPITAL = expression(r"[^\W\d_]")
_LEAST_LEAD = 40
_LEAST_QUIET_LEAD = 60
_LEAST_PROSE = 80
_MOST_QUIET_WORDS = 3
_SENTENCE_END = tuple(".!?:\"”»'’“)]।。！？…")
_ARTICLES = frozenset(["the", "a", "an", "die", "der", "das", "le", "la", "les", "el", "los"])


class Opening(Value):
    """A dateline, what follows it on its line, and what showed that it is one.

    Nothing follows when it has the line to itself.
    """

    dateline: Dateline
    lead: str
    why: str = ""
    guessed: bool = False


def opening(text: str, lines: Lines | None = None) -> Opening | None:
    """The dateline that a line opens with; None when it opens with anything else."""
    found = _opening_of(text)
    if found is None or lines is None:
        return found
    return replace(found, dateline=replace(found.dateline, lines=lines))


# The lines of a head are asked again by each of several passes.
@lru_cache(maxsize=8)
def _opening_of(text: str) -> Opening | None:
    head = text[:_REACH]
    for needed, why, form, accept in _FORMS:
        match = form.match(head) if any(map(head.__contains__, needed)) else None
        if match is not None and accept(match, text):
            return _opening(match, text, why)
    return None


def quiet_opening(text: str, lines: Lines | None, *, colon_only: bool = False) -> Opening | None:
    """The dateline of a line that must be the lead, if it opens with one that names no agency.

    ``Hyderabad: From …`` and, unless `colon_only`, ``London/Teheran - Iranische …``.
    """
    head = text[:_REACH]
    for form in (_COLON,) if colon_only else (_COLON, _QUIET):
        match = form.match(head)
        if match is not None and _is_quiet_place(match["head"]) and _is_lead(match, text):
            found = _opening(match, text, "a place at the beginning of the lead")
            dateline = replace(found.dateline, lines=lines)
            return replace(found, dateline=dateline, guessed=True)
    return None


def place_alone(line: Line, following: Line) -> Opening | None:
    """The dateline of a line that is only a place in capitals, as Anadolu's web copy has it."""
    text = line.text
    letters = text.replace("/", "").replace(" ", "").replace("-", "")
    if not (letters.isalpha() and _is_loud(text) and _is_quiet_place(text)):
        return None
    if len(following.text) < _LEAST_PROSE or not following.text.endswith(_SENTENCE_END):
        return None
    places, region = _places(text)
    dateline = Dateline(text, places, region, lines=line.lines)
    return Opening(dateline, "", "a place alone above the lead", guessed=True)


def _is_quiet_place(head: str) -> bool:
    words = head.split()
    small = any(word[0].islower() for word in words)
    return len(words) <= _MOST_QUIET_WORDS and not small and _is_place(head)


def _is_lead(match: re.Match[str], text: str) -> bool:
    """Whether sentences follow, which no headline or label has."""
    return len(text) - match.end() >= _LEAST_QUIET_LEAD and text.endswith(_SENTENCE_END)


def opening_of(match: re.Match[str], line: Line, why: str) -> Opening:
    """The dateline of a match at the beginning of a line; its groups are `head` and `agency`."""
    found = _opening(match, line.text, why)
    return replace(found, dateline=replace(found.dateline, lines=line.lines))


def _opening(match: re.Match[str], text: str, why: str) -> Opening:
    parts = match.groupdict()
    head, found = _split_date(parts.get("head") or "")
    date = parts.get("late") or parts.get("date") or found
    places, region = _places(head.strip(" ,"))
    sent = match.group().strip()
    agency = (parts.get("agency") or parts.get("slashed") or "").strip() or None
    dateline = Dateline(sent, places, region, date, agency)
    return Opening(dateline, text[match.end() :].strip(), why)


def _split_date(head: str) -> tuple[str, str | None]:
    match = _DATE_AT_END.search(head)
    if match is None:
        return head, None
    return head[: match.start()], _FULL_MONTH_STOP.sub("", match["date"].strip())


def _places(head: str) -> tuple[tuple[str, ...], str | None]:
    """The cities, and the country or state that stands after them."""
    bracketed = _REGION_IN_BRACKETS.match(head)
    if bracketed:
        return _cities(bracketed["places"]), bracketed["region"].strip()
    first, *rest = _COMMA.split(head, maxsplit=1)
    if rest and _AND.search(rest[0]):
        return tuple(city for part in _COMMA.split(head) for city in _cities(part)), None
    return _cities(first), rest[0].strip() or None if rest else None


def _cities(text: str) -> tuple[str, ...]:
    text = text.strip()
    if text.lower() in ONE_PLACE:
        return (text,)
    parts = (city for part in text.split("/") for city in _AND.split(part))
    return tuple(city.strip() for city in parts if city.strip())


# -- which of the matches are datelines ----------------------------------------------------------


def is_agency(tag: str) -> bool:
    """Whether a tag names agencies: ``AA``, ``tca/dpa``, ``PRNewswire-AsiaNet``."""
    tag = tag.strip().lower()
    words = [word for word in _BETWEEN_AGENCIES.split(tag) if word]
    return tag in AGENCY_NAMES or (bool(words) and all(word in AGENCIES for word in words))


def _is_place(head: str) -> bool:
    """Whether words are written as places are: each with a capital, few, and none an alarm."""
    words = [word for word in re.split(r"[\s,/\[\]]+", head) if word]
    if not 0 < len(words) <= 12 or words[0].strip(".:-").upper() in NO_PLACE:
        return False
    small = [word for word in words if word[0].isalpha() and word[0].islower()]
    return len(small) <= len(words) // 3 and words[0][0].isalpha() and words[0] not in small


def _is_loud(head: str) -> bool:
    """Whether the first place is in capitals, as English-language agencies write it."""
    first = head.partition(",")[0]
    return first.isupper() and len(_CAPITAL.findall(first)) >= 3


def _accept_tagged(match: re.Match[str], _text: str) -> bool:
    head, _ = _split_date(match["head"])
    head = head.strip(" ,.")
    placed = _is_place(head)
    if is_agency(match["agency"]):
        return placed or (not head and bool(match["mark"]))
    short = len(match["agency"]) <= 12 and " " not in match["agency"].strip()
    return short and placed and _is_loud(head) and bool(match["mark"])


def _accept_slashed(match: re.Match[str], _text: str) -> bool:
    head, _ = _split_date(match["head"])
    return is_agency(match["agency"]) and _is_place(head.strip(" ,."))


def _accept_dated(match: re.Match[str], text: str) -> bool:
    agency = match["agency"]
    if agency and not is_agency(agency):
        return False
    head, date = _split_date(match["head"])
    loud = _is_loud(head) or agency is not None
    return date is not None and _is_place(head.strip(" ,.")) and (loud or _goes_on(match, text))


def _accept_alone(match: re.Match[str], text: str) -> bool:
    head, date = _split_date(match["head"])
    return date is not None and match.end() == len(text) and _is_loud(head) and _is_place(head)


def _accept_undated(match: re.Match[str], text: str) -> bool:
    head = match["head"].strip()
    return _is_loud(head) and _is_place(head) and _goes_on(match, text) and not text.isupper()


def _goes_on(match: re.Match[str], text: str) -> bool:
    """Whether a lead follows; a headline such as ``UPDATE – Talks end`` is shorter."""
    return len(text) - match.end() >= _LEAST_LEAD


def _accept_undashed(match: re.Match[str], text: str) -> bool:
    """Known agencies only, and a place of few words: prose names agencies in brackets too."""
    tag = match["agency"] or match["slashed"]
    words = match["head"].split()
    few = len(words) <= _MOST_QUIET_WORDS + 1 and words[0].lower() not in _ARTICLES
    known = tag.lower() not in AGENCY_NAMES and is_agency(tag)
    return few and known and _is_quiet_place(match["head"]) and _goes_on(match, text)


def _accept_colon(match: re.Match[str], text: str) -> bool:
    head = match["head"].strip()
    return _is_loud(head) and _is_quiet_place(head) and _is_lead(match, text)


def _accept_always(_match: re.Match[str], _text: str) -> bool:
    return True


_DASHES = ("-", "–", "—", "_")

# What stands in every dateline of a form, its name, its pattern, and what else is asked of it.
_FORMS = (
    (")", "the agency in brackets before a place", _AGENCY_FIRST, _accept_tagged),
    (("--",), "a release wire in brackets between dashes", _BUSINESS_WIRE, _accept_tagged),
    (")", "a place, then an agency in brackets", _BRACKETED, _accept_tagged),
    ("/", "a place, then an agency between slashes", _SLASHED, _accept_slashed),
    ("/", "a place, a slash and an agency on a line of their own", _SLASH_ALONE, _accept_always),
    (",", "a place, a date, a dash and an agency", _AGENCY_BEHIND, _accept_slashed),
    (",", "a place, a date and a dash", _DATED, _accept_dated),
    (",", "a place and a date on a line of their own", _DATE_ONLY_LINE, _accept_alone),
    (_DASHES, "a place in capitals and a dash", _UNDATED, _accept_undated),
    (":", "a place in capitals and a colon", _COLON, _accept_colon),
    (")/", "a place and an agency without a dash", _UNDASHED, _accept_undashed),
    ("电讯電訊", "the agency, a place and a date", _CHINESE, _accept_always),
    ("】", "date and agency in brackets", _JAPANESE, _accept_always),
)
