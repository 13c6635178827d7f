"""Slugs: the name of a story, and the number of the update that a slug names beside it."""

from __future__ import annotations

import re

from exporter.expressions import expression
from exporter.values import Value

# What follows a slug's name: BC-Kenya-Explosion, 5th Ld-Writethru, a0723,1392 (AP's forms).
_SLUG = expression(
    r"(?P<name>[^,]+?)(?:,\s*(?P<lead>\d{1,2})(?:st|nd|rd|th) (?:Ld|Lead)\b[^,]*)?(?:,[^,]*)*",
    re.IGNORECASE,
)
# A number that one release alone has, and no name of a story.
_RELEASE = expression(r"MEDIA RELEASE\b.*")


class Slug(Value):
    """A slug's parts: a story's name, and which lead this is, None where it does not say."""

    name: str
    lead: int | None


def slug_parts(slugline: str) -> Slug | None:
    """The parts of a slug; None where it names no story that could have an update."""
    slug = " ".join(slugline.split())
    found = _SLUG.fullmatch(slug)
    if found is None or _RELEASE.fullmatch(slug):
        return None
    name = found["name"].strip()
    if not any(map(str.isalnum, name)):
        return None
    return Slug(name, int(found["lead"]) if found["lead"] else None)
