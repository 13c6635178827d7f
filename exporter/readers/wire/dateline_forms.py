"""The forms of datelines: patterns, and which of their matches are datelines."""

from __future__ import annotations

import re

from exporter.expressions import expression
from exporter.readers.wire.agencies import AGENCY_NAMES, is_agency
from exporter.readers.wire.dateline_days import DAY, is_day, split_date
from exporter.readers.wire.places import MOST_QUIET_WORDS, is_loud, is_place, is_quiet_place

# No dateline is longer; only so much of a line is looked at.
REACH = 160

_DASH = r"(?:\.-|--|[-–—_]{1,3}|:|=(?=\s))"
_CLOSE = rf"\s*(?P<mark>{_DASH}|$)"

# The tag in brackets; a space or a missing one around it is a common damage: ``HAVANA (AP ) --``.
_BRACKETED = expression(rf"(?P<head>[^()]*?)\s*\((?P<agency>[^()]{{2,40}})\){_CLOSE}")
_SLASHED = expression(
    rf"(?P<head>[^/].*?)\s*/(?:(?:[Сс]пец\.)? ?[Кк]орр\. )?(?P<agency>[^/]{{2,40}}?)"
    rf"(?: [А-ЯЁ]\w+ [А-ЯЁ]\w+)?/(?P<mark>\.|\s*{_DASH}|$)"
)
# Brest (France), 9 déc 2022 (AFP) -
_TWO_BRACKETS = expression(
    rf"(?P<head>[^()]{{2,40}}? \([^()\d]{{2,30}}\)[^()]{{0,24}}?)\s*"
    rf"\((?P<agency>[^()]{{2,30}})\){_CLOSE}"
)
_BUSINESS_WIRE = expression(
    r"(?P<head>[^()]{2,80}?)\s*--\s*\((?P<agency>[^()]{2,40})\)\s*--\s*"
    rf"(?P<late>{DAY})?(?P<mark>\s*[-–—]+|$|\b)"
)
_AGENCY_FIRST = expression(
    r"\((?P<agency>[^()]{2,20})\) *(?:--|[-–—]) *"
    r"(?P<head>[^()]{2,80}?)\s+(?P<mark>--|[-–—_])\s"
)
_DATED = expression(
    rf"(?P<head>[^()]{{2,80}}?[,.]\s*{DAY})(?:,?\s+(?P<agency>[A-Za-z]{{2,12}}))?\s*"
    r"(?P<mark>--|[-–—_])(?=\s|$)"
)
# Tehran, IRNA – · Accra, GNA -
_COMMA_AGENCY = expression(
    r"(?P<head>[^()\d:;,]{2,40}),\s+(?P<agency>[A-Z][A-Za-z]{1,11})\s*(?P<mark>--|[-–—_])\s"
)
# TORONTO--(Newsfile Corp. - Nov. 29, 2023) - · SEATTLE (PRWEB) November 29, 2023 --
_DATE_BEHIND = expression(
    rf"(?P<head>[^()]{{2,80}}?)\s*-{{0,2}}\s*\((?P<agency>[^()]{{2,30}}?)"
    rf"(?:\)\s*(?P<late>{DAY})|\s-\s(?P<inside>{DAY})\))\s*(?P<mark>--|[-–—])(?=\s|$)"
)
# AUSTIN, TX / ACCESSWIRE / November 29, 2023 /
_SLASHES = expression(
    rf"(?P<head>[^/()]{{2,60}}?)\s*/\s*(?P<agency>[A-Za-z][A-Za-z .]{{2,24}}?)\s*/\s*"
    rf"(?P<late>{DAY})\s*(?P<mark>/|--)(?=\s|$)"
)
# TOKYO, Nov 29, 2023 - (JCN Newswire) - · HONG KONG - Media OutReach Newswire - 29 November 2023 -
_BETWEEN_DASHES = expression(
    rf"(?P<head>[^()–—]{{2,80}}?)\s+[-–—]\s+(?:\((?P<agency>[^()]{{2,30}})\)"
    rf"|(?P<slashed>[^()\d–—]{{3,30}}?)\s+[-–—]\s+(?P<late>{DAY}))\s+(?P<mark>--|[-–—])(?=\s|$)"
)
_DATE_ONLY_LINE = expression(rf"(?P<head>[^()]{{2,80}}?,\s*{DAY})(?P<mark>$)")
# Some agencies put no dash: ``Bern (ats afp) Die …``, ``Haag /ritzau/ En …``.
_UNDASHED = expression(
    r"(?P<head>[^()/]{2,60}(?:\d{1,2}/\d{1,2})?)\s*"
    r"(?:\((?P<agency>[^()]{2,20})\)|/\s?(?P<slashed>[^\W\d_][^\W\d_. ]{1,19}?)\s?/)"
    r"(?P<mark>:?)\s*(?=[^\W\d_a-z]|[\"“«„])"
)
# МОСКВА, 21 янв - РИА Новости.
# Москва. 29 ноября. INTERFAX.RU -
_AGENCY_BEHIND = expression(
    rf"(?P<head>[^()]{{2,60}}?,\s*{DAY})\s*[-–—]\s*(?P<agency>[^.()–—-]{{3,20}}?)(?P<mark>\.)\s"
    rf"|(?P<city>[^().]{{2,40}}\.\s*{DAY})\s+(?P<slashed>[^()–—/]{{3,20}}?)\s(?P<end>[-–—])\s"
)
# أنقرة/ الأناضول on a line of its own.
_SLASH_ALONE = expression(
    r"(?P<head>[^/()]{2,40}?)\s*/\s*(?P<agency>الأناضول|Anadolu|AA)(?P<mark>$)"
)
# 新华社北京4月24日电 and 【6月18日 AFP】
_CHINESE = expression(
    r"(?:据)?[（(]?(?P<agency>新华社|中新社|新华网|人民网|中新网|中央社|中央社記者|央视网)"
    r"(?P<head>[\u3400-\u9fff/／、]{0,12}?)"
    r"(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日)(?P<mark>电|讯|電|訊|消息)[）)]?"
)
_JAPANESE = expression(
    r"【(?:(?P<head>[^\d【】＝=]{1,20}?)[ ＝=]?)?(?P<date>\d{1,2}月\d{1,2}日)?[ ＝=]*"
    r"(?P<agency>AFP＝時事|AFP=時事|AFP|共同|時事|ロイター|AP|新華社|聯合ニュース|聯合)(?P<mark>】)"
)
# (서울=연합뉴스), and the name of who reports behind it.
_KOREAN = expression(
    r"[(\[](?P<head>[^()\[\]=\d]{1,30})\s?=\s?(?P<agency>[^\W_]{2,8})[)\]](?P<mark>(?:\s*=)?)"
)
# 29.11.2023 Warszawa (PAP) · 29 ноября, Минск /Корр. БЕЛТА/.
_DATE_FIRST = expression(
    rf"(?P<date>{DAY})[,.]?\s+(?P<head>[^()/\d]{{2,40}}?)\s*"
    rf"(?:\((?P<agency>[^()]{{2,20}})\)|/(?:[Кк]орр\. )?(?P<slashed>[^/]{{2,20}})/)"
    rf"(?P<mark>\.|\s*{_DASH}|(?=\s))"
)
# القاهرة في 29 نوفمبر / وام / · الرياض 29 نوفمبر (واس) · القاهرة - أ ش أ:
_ARABIC = expression(
    r"(?P<head>[^()/\-–]{2,40}?)\s*(?:/\s*(?P<agency>[^/]{2,20}?)\s*/|\(\s?(?P<slashed>[^()]{2,20}?)\s?\))"
    r"(?P<mark>\s*(?:--|[-–—:.])?)\s+(?=[\u0620-\u06ff«\"“])"
)
_UNDATED = expression(r"(?P<head>[^()\d:;!?\"“”]{3,60}?)\s*(?P<mark>(?<=\s)[-–—_]|--|—)(?=\s)")

# With a colon as in India, or a place in small letters: believed only where a lead must be.
COLON = expression(r"(?P<head>[^()\d:;!?\"“”.,]{2,40}?)(?P<mark>:)\s+(?=\S)")
QUIET = expression(r"(?P<head>[^()\d:;!?\"“”.,]{3,40}?)\s(?P<mark>[-–—])\s(?=[^\W_a-z]|[\"“«„‘'])")


_LEAST_LEAD = 40
# A wrapped line has less room behind a city and its state, which no headline has.
_LEAST_LEAD_BELOW_REGION = 30
_LEAST_QUIET_LEAD = 60
_PREPOSITIONS = frozenset(
    ["on", "in", "by", "at", "from", "since", "until", "after", "before", "for", "with", "as", "to"]
)
_ARTICLES = frozenset(["the", "a", "an", "die", "der", "das", "le", "la", "les", "el", "los"])
SENTENCE_END = tuple(".!?:\"”»'’“)]।。！？…")


def is_lead(match: re.Match[str], text: str) -> bool:
    """Whether sentences follow, which no headline or label has."""
    return len(text) - match.end() >= _LEAST_QUIET_LEAD and text.endswith(SENTENCE_END)


def _accept_tagged(match: re.Match[str], _text: str) -> bool:
    head, date = split_date(match["head"])
    head = head.strip(" ,.")
    placed = is_place(head)
    if is_agency(match["agency"]):
        return placed or (not head and bool(match["mark"]))
    tag = match["agency"].strip()
    if date is not None and placed and match["mark"] and tag[0].isupper():
        return head.partition(" ")[0].lower() not in _PREPOSITIONS
    short = len(tag) <= 12 and " " not in tag
    return short and placed and is_loud(head) and bool(match["mark"])


def _accept_slashed(match: re.Match[str], _text: str) -> bool:
    head, _ = split_date(match["head"])
    return is_agency(match["agency"]) and is_place(head.strip(" ,."))


def _accept_dated(match: re.Match[str], text: str) -> bool:
    agency = match["agency"]
    if agency and not is_agency(agency):
        return False
    head, date = split_date(match["head"])
    loud = is_loud(head) or agency is not None
    loud = loud and match["head"][len(head) :][:1] != "."
    return date is not None and is_place(head.strip(" ,.")) and (loud or _goes_on(match, text))


def _accept_alone(match: re.Match[str], text: str) -> bool:
    head, date = split_date(match["head"])
    return date is not None and match.end() == len(text) and is_loud(head) and is_place(head)


def _accept_undated(match: re.Match[str], text: str) -> bool:
    head = match["head"].strip()
    known = is_loud(head) and is_place(head) and _goes_on(match, text)
    return known and not text.isupper() and not text[match.end() :].lstrip()[0].islower()


def _goes_on(match: re.Match[str], text: str) -> bool:
    """Whether a lead follows; a headline such as ``UPDATE – Talks end`` is shorter."""
    least = _LEAST_LEAD_BELOW_REGION if "," in match.group() else _LEAST_LEAD
    return len(text) - match.end() >= least


def _accept_undashed(match: re.Match[str], text: str) -> bool:
    """Known agencies only, and a place of few words: prose names agencies in brackets too."""
    tag = match["agency"] or match["slashed"]
    head, date = split_date(match["head"])
    words = head.split()
    few = 0 < len(words) <= MOST_QUIET_WORDS + 1 and words[0].lower() not in _ARTICLES
    known = is_agency(tag) and (date is not None or tag.lower() not in AGENCY_NAMES)
    return few and known and is_quiet_place(head.strip(" ,.")) and _goes_on(match, text)


def _accept_named(match: re.Match[str], text: str) -> bool:
    """A place without figures, then an agency, and a date where the form has one."""
    parts = match.groupdict()
    tag = parts.get("agency") or parts.get("slashed") or ""
    given = parts.get("late") or parts.get("inside") or parts.get("date")
    head, _ = split_date(parts.get("head") or parts.get("city") or "")
    return is_agency(tag) and (given is None or is_day(given)) and is_place(head.strip(" ,."))


def _accept_comma_agency(match: re.Match[str], text: str) -> bool:
    quiet = is_quiet_place(match["head"]) and _goes_on(match, text)
    return quiet and is_agency(match["agency"])


def _accept_agency(match: re.Match[str], _text: str) -> bool:
    """The form is so rare that the name of an agency in it is enough."""
    return is_agency(match["agency"] or match.groupdict().get("slashed") or "")


def _accept_colon(match: re.Match[str], text: str) -> bool:
    head = match["head"].strip()
    return is_loud(head) and is_quiet_place(head) and is_lead(match, text)


def _accept_always(_match: re.Match[str], _text: str) -> bool:
    return True


_DASHES = ("-", "–", "—", "_")
# One of them stands in any line of Arabic.
_ARABIC_LETTERS = "اليم"

# What stands in every dateline of a form, its name, its pattern, and what else is asked of it.
FORMS = (
    (")", "the agency in brackets before a place", _AGENCY_FIRST, _accept_tagged),
    (("--",), "a release wire in brackets between dashes", _BUSINESS_WIRE, _accept_tagged),
    (")", "a place, then an agency in brackets", _BRACKETED, _accept_tagged),
    (")", "a place and its country, then an agency in brackets", _TWO_BRACKETS, _accept_slashed),
    ("/", "a place, then an agency between slashes", _SLASHED, _accept_slashed),
    ("/", "a place, a slash and an agency on a line of their own", _SLASH_ALONE, _accept_always),
    (",.", "a place, a date, a dash and an agency", _AGENCY_BEHIND, _accept_named),
    (")", "a release wire and a date behind a place", _DATE_BEHIND, _accept_named),
    ("/", "a release wire between slashes and a date", _SLASHES, _accept_named),
    (_DASHES, "a release wire between dashes", _BETWEEN_DASHES, _accept_named),
    (")/", "a date, a place and an agency", _DATE_FIRST, _accept_named),
    (",.", "a place, a date and a dash", _DATED, _accept_dated),
    (",", "a place and a date on a line of their own", _DATE_ONLY_LINE, _accept_alone),
    (",", "a place, a comma and an agency", _COMMA_AGENCY, _accept_comma_agency),
    (_DASHES, "a place in capitals and a dash", _UNDATED, _accept_undated),
    (":", "a place in capitals and a colon", COLON, _accept_colon),
    (")/", "a place and an agency without a dash", _UNDASHED, _accept_undashed),
    ("电讯電訊消", "the agency, a place and a date", _CHINESE, _accept_always),
    ("】", "date and agency in brackets", _JAPANESE, _accept_always),
    ("=", "a place and an agency with an equals sign between them", _KOREAN, _accept_agency),
    (_ARABIC_LETTERS, "a place and an agency in Arabic", _ARABIC, _accept_named),
)
