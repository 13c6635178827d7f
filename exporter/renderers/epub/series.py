"""The series that the updates of one slug make."""

from __future__ import annotations

import uuid

from exporter.expressions import expression
from exporter.model.slug import Slug, slug_parts
from exporter.values import Value

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
    slug = slug_parts(slugline)
    if slug is None:
        return None
    return Series(slug.name, _identifier(slug.name, agency), _position(slug))


def _position(slug: Slug) -> int | None:
    if slug.lead:
        return slug.lead + 1
    return 1 if _CYCLE.fullmatch(slug.name) else None


def _identifier(name: str, agency: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"urn:exporter:slug:{agency}:{name.casefold()}").urn
