"""Bylines: who wrote it."""

from __future__ import annotations

import re
from typing import NamedTuple

from exporter.expressions import expression
from exporter.model import Byline
from exporter.readers.text.lines import Line, span
from exporter.readers.wire.agencies import is_agency
from exporter.readers.wire.fields import BYLINE
from exporter.readers.wire.persons import is_person, persons
from exporter.readers.wire.terminals import is_end_mark

_BY = expression(r"(?:By|BY|by|Von|VON|Par|PAR|Por|POR|Di|Door|Av|Af|Oleh)\s+(?P<who>\S.*)")
_LONGEST = 160
_SAYS_BY = "says By"
_LONGEST_TITLE = 60
_LONGEST_NAMES = 60
_MOST_NAMES = 4
_NAMES_ALONE = expression(r"[^\W\d_][^\d:;!?\"“”()/…]+")
# 박준석 기자 외 1명: a reporter, and others.
_REPORTER = expression(r"(?P<name>[\uac00-\ud7af]{2,4}) ?(?:기자|특파원|논설위원)(?: 외 \d+명)?")
_COMMA = expression(r",\s*")

# The title that stands under a name: Associated Press Writer, AP Sports Writer, Reuters.
_TITLE = expression(
    r"(?:(?:The )?Associated Press|AP|Reuters|AFP|dpa|Staff|Special to|[A-Z][\w.]+ (?:Staff|News))"
    r"(?:\s+[A-Z][\w.&'-]+){0,4}"
)
# Such a title behind the name: By ROBERT BERG Associated Press Writer.
_OFFICE = expression(
    r"\s+(?:The )?(?:Associated Press|AP|Reuters|AFP|dpa)"
    r"(?:(?: [A-Z]\w+)* (?:Writer|Correspondent|Editor|Reporter|Photographer|Analyst"
    r"|Columnist)s?)?$"
)
_HOUSE = expression(
    r"(?:the\s+)?(?:\S+\s+){0,4}\S*(?:press|agency|news|service|correspondents?|reporters?|staff"
    r"|writers?|desk|newsroom|bureau|watch|wires?|team)\b",
    re.IGNORECASE,
)
# No list of names says any of this; a sentence that begins with By soon does.
_PROSE = expression(
    r"\b(?:the (?!associated|canadian|press)\w+ \w+ \w+ \w+|was|were|is|are|has|had|have|will|would"
    r"|said|says|that|which|its|his|her|their|this)\b",
    re.IGNORECASE,
)


# What is in the name of a table and in no person's.
_TABLE = expression(
    r"\b(?:standings?|results?|scores?|glance|leaders|schedule|fixtures|fields|table|odds|draw"
    r"|rankings?|ratings?|temps?|temperatures?|forecast|prices?|rates?|stocks|summary|statistics"
    r"|stats|list|calendar|digest|headlines?|briefs?|news|report)\b",
    re.IGNORECASE,
)


class Found(NamedTuple):
    """A byline, how many lines it takes, and what showed that it is one."""

    byline: Byline
    used: int
    why: str
    says_by: bool = False
    guessed: bool = False


def byline(line: Line, following: Line | None = None, farther: Line | None = None) -> Found | None:
    """The byline on a line, a title or second byline below included.

    `farther` is the line below the following one: a title may stand below a blank line.
    """
    text = line.text.rstrip(" =")
    why = "its form says so" if line.said == BYLINE else _why(text)
    if why is None:
        return None
    used = [line]
    names = persons(_OFFICE.sub("", _BY.sub(r"\g<who>", text)))
    below = following.text.rstrip(" =") if following is not None else ""
    if following is not None and (_is_title(below) or _is_second(below)):
        used.append(following)
        names += persons(_BY.sub(r"\g<who>", below)) if _is_second(below) else ()
    elif names and following is not None and farther is not None and not below:
        used += (following, farther) if _is_title(farther.text.rstrip(" =")) else ()
    sent = " ".join(part.text.rstrip(" =") for part in used if part.text)
    return Found(Byline(sent, names, span(used)), len(used), why, why == _SAYS_BY)


def name_alone(line: Line) -> Found | None:
    """A line that is only names, as web copy puts it below the headline."""
    text = line.text
    reporter = _REPORTER.fullmatch(text)
    if reporter is not None:
        return Found(Byline(text, (reporter["name"],), line.lines), 1, "a name and an office")
    if not 1 < len(text) <= _LONGEST_NAMES or text.isupper() or not _NAMES_ALONE.fullmatch(text):
        return None
    names = persons(text)
    if list(names) != _COMMA.split(text) or not all(map(_is_full_name, names)):
        return None
    if _TABLE.search(text):
        return None
    why = "a name alone below the headline"
    return Found(Byline(text, names, line.lines), 1, why, guessed=True)


def _is_full_name(name: str) -> bool:
    """Whether a name has a surname too; scripts without cases may write both as one word."""
    words = name.split()
    if len(words) == 1:
        return not (name.isascii() or name.istitle())
    return len(words) <= _MOST_NAMES


def _why(text: str) -> str | None:
    if len(text) > _LONGEST:
        return None
    if is_agency(text) and not (text.startswith("(") or is_end_mark(text)) and text[0].isalnum():
        return "the name of an agency alone"
    match = _BY.fullmatch(text)
    return _SAYS_BY if match is not None and _is_who(match["who"]) else None


def _is_second(text: str) -> bool:
    """Whether the line below a byline names another author in the same way."""
    return _BY.fullmatch(text) is not None and _why(text) is not None


def _is_who(who: str) -> bool:
    if _PROSE.search(who) or who[-1] in ".!?:;":
        return False
    houses = map(is_agency, who.split(","))
    return bool(persons(_OFFICE.sub("", who))) or any(houses) or _HOUSE.fullmatch(who) is not None


def _is_title(text: str) -> bool:
    if not 0 < len(text) <= _LONGEST_TITLE or _TITLE.fullmatch(text) is None:
        return False
    return not is_person(text)
