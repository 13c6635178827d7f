"""The places of a dateline."""

from __future__ import annotations

import re

from exporter.expressions import expression
from exporter.readers.wire.vocabulary import NO_PLACE, ONE_PLACE, REGIONS_WITH_AND

_REGION_IN_BRACKETS = expression(r"(?P<places>[^\[\]()]+)[\[(](?P<region>[^\[\]()]+)[\])]\s*$")
_AND = expression(r"\s+(?:and|&|und|et|y|e|og|och|en|ve|и|і|та|و)\s+")
_COMMA = expression("[,،]")
_CAPITAL = expression(r"[^\W\d_]")
MOST_QUIET_WORDS = 3


def places(head: str) -> tuple[tuple[str, ...], str | None]:
    """The cities, and the country or state that stands after them."""
    bracketed = _REGION_IN_BRACKETS.match(head)
    if bracketed:
        return _cities(bracketed["places"]), bracketed["region"].strip()
    first, *rest = _COMMA.split(head, maxsplit=1)
    if rest and rest[0].strip().lower() in REGIONS_WITH_AND:
        return _cities(first), rest[0].strip()
    if rest and _AND.search(rest[0]):
        return tuple(city for part in _COMMA.split(head) for city in _cities(part)), None
    return _cities(first), rest[0].strip() or None if rest else None


def _cities(text: str) -> tuple[str, ...]:
    text = text.strip()
    if text.lower() in ONE_PLACE:
        return (text,)
    parts = (city.strip() for part in text.split("/") for city in _AND.split(part))
    # A stop parts some agencies' city from the date.
    return tuple(city if "." in city[:-1] else city.rstrip(".") for city in parts if city)


def is_place(head: str) -> bool:
    """Whether words are written as places are: each with a capital, few, and none an alarm."""
    words = [word for word in re.split(r"[\s,/\[\]]+", head) if word]
    if not 0 < len(words) <= 12 or words[0].strip(".:-").upper() in NO_PLACE:
        return False
    small = [word for word in words if word[0].isalpha() and word[0].islower()]
    return len(small) <= len(words) // 3 and words[0][0].isalpha() and words[0] not in small


def is_loud(head: str) -> bool:
    """Whether the first place is in capitals, as English-language agencies write it."""
    first = head.partition(",")[0]
    return first.isupper() and len(_CAPITAL.findall(first)) >= 3


def is_quiet_place(head: str) -> bool:
    """Whether words in small letters may be a place: few, and each with a capital."""
    words = head.split()
    small = any(word[0].islower() for word in words)
    return len(words) <= MOST_QUIET_WORDS and not small and is_place(head)
