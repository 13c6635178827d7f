"""Bylines: who wrote it."""

from __future__ import annotations

import re

from exporter.expressions import expression
from exporter.model import Byline
from exporter.readers.text.lines import Line, span
from exporter.readers.wire.dateline import is_agency
from exporter.readers.wire.persons import is_person, persons
from exporter.readers.wire.terminals import is_end_mark

_BY = expression(r"(?:By|BY|by|Von|Par|Por|Di|Door)\s+(?P<who>\S.*)")
_LONGEST = 160
_LONGEST_TITLE = 60

# The title that stands under a name: Associated Press Writer, AP Sports Writer, Reuters.
_TITLE = expression(
    r"(?:(?:The )?Associated Press|AP|Reuters|AFP|dpa|Staff|Special to|[A-Z][\w.]+ (?:Staff|News))"
    r"(?:\s+[A-Z][\w.&'-]+){0,4}"
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


def byline(line: Line, following: Line | None = None) -> tuple[Byline, int] | None:
    """The byline on a line, a title or second byline below included, and the lines it takes."""
    text = line.text.rstrip(" =")
    if not _is_byline(text):
        return None
    used = [line]
    names = persons(_BY.sub(r"\g<who>", text))
    below = following.text.rstrip(" =") if following is not None else ""
    if following is not None and (_is_title(below) or _is_second(below)):
        used.append(following)
        names += persons(_BY.sub(r"\g<who>", below)) if _is_second(below) else ()
    sent = " ".join(part.text.rstrip(" =") for part in used)
    return Byline(sent, names, span(used)), len(used)


def _is_byline(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    if is_agency(text) and not (text.startswith("(") or is_end_mark(text)):
        return True
    match = _BY.fullmatch(text)
    return match is not None and _is_who(match["who"])


def _is_second(text: str) -> bool:
    """Whether the line below a byline names another author in the same way."""
    return _BY.fullmatch(text) is not None and _is_byline(text)


def _is_who(who: str) -> bool:
    if _PROSE.search(who) or who[-1] in ".!?:;":
        return False
    houses = map(is_agency, who.split(","))
    return bool(persons(who)) or any(houses) or _HOUSE.fullmatch(who) is not None


def _is_title(text: str) -> bool:
    if not 0 < len(text) <= _LONGEST_TITLE or _TITLE.fullmatch(text) is None:
        return False
    return not is_person(text)
