"""The series that the updates of one slug make."""

from __future__ import annotations

import re
import uuid

from exporter.expressions import expression
from exporter.values import Value

# What follows a slug's name: BC-Kenya-Explosion, 5th Ld-Writethru, a0723,1392 (AP's forms).
_SLUG = expression(
    r"(?P<name>[^,]+?)(?:,\s*(?P<lead>\d{1,2})(?:st|nd|rd|th) (?:Ld|Lead)\b[^,]*)?(?:,[^,]*)*",
    re.IGNORECASE,
)
# A number that one release alone has, and no name of a story.
_RELEASE = expression(r"MEDIA RELEASE\b.*")
# A slug of a cycle names one story; the first version of it has no number.
_CYCLE = expression(r"(?:BC|AM|PM)-.*")


class Series(Value):
    """A series: its name, an identifier that all its members share, and the place of one of them.

    `position` is None where the slug does not tell it.
    """

    name: str
    identifier: str
    position: int | None


def series(slugline: str, agency: str) -> Series | None:
    """The series of a story with this slug; None where the slug names no story.

    The first lead replaces the first version: it is the second member.
    """
    slug = " ".join(slugline.split())
    found = _SLUG.fullmatch(slug)
    if found is None or _RELEASE.fullmatch(slug):
        return None
    name = found["name"].strip()
    if not any(map(str.isalnum, name)):
        return None
    return Series(name, _identifier(name, agency), _position(name, found["lead"]))


def _position(name: str, lead: str | None) -> int | None:
    if lead:
        return int(lead) + 1
    return 1 if _CYCLE.fullmatch(name) else None


def _identifier(name: str, agency: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"urn:exporter:slug:{agency}:{name.casefold()}").urn
