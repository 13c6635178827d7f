"""Fields that have several forms, by the names of each version of ninjs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from exporter.diagnostics import Lines
from exporter.readers.located import Located

Item = Mapping[str, Any]

# The richest form first: of several bodies each is the whole text.
_RICHNESS = ("nitf", "xhtml", "html", "text", "")


def string(value: Any) -> str:
    """The text of a field; none of a field that holds something else."""
    return value if isinstance(value, str) else ""


def place_of(value: Any) -> Lines | None:
    """The lines of a text that is as it stands in the file."""
    return value.lines if isinstance(value, Located) else None


def strings(value: Any) -> list[str]:
    """The texts of a field that has one or a list."""
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, str) and each.strip()]


def objects(value: Any) -> list[Item]:
    """The objects of a field that has a list of them, or an object of them by their names."""
    values = value.values() if isinstance(value, dict) else value
    found = values if isinstance(values, Iterable) and not isinstance(values, str) else ()
    return [each for each in found if isinstance(each, dict)]


def forms(item: Item, plural: str, singular: str) -> Iterator[tuple[str, str]]:
    """The forms of a field, each with its role: `headlines` of 2.x, `headline_role` of 1.x."""
    many = item.get(plural)
    for each in many if isinstance(many, list) else []:
        if isinstance(each, dict):
            kinds = {str(key).lower(): value for key, value in each.items()}
            role = string(kinds.get("role")).lower()
            if plural == "bodies":
                role = f"{role} {string(kinds.get('contenttype')).lower()}"
            yield role, string(kinds.get("value"))
    for key, value in item.items():
        if singular and (key == singular or key.startswith(f"{singular}_")):
            yield key.removeprefix(singular).lstrip("_"), string(value)


def bodies(item: Item) -> Iterator[tuple[str, str]]:
    """The forms of the text, each with role and content type."""
    for role, value in forms(item, "bodies", "body"):
        if value.strip():
            yield role, value


def richness(form: tuple[str, str]) -> int:
    """The rank of a body by its role and content type; XML of a house's own comes last."""
    role = form[0]
    if "nitf" in role and "<nitf" not in form[1]:
        return len(_RICHNESS)
    return next(rank for rank, word in enumerate(_RICHNESS) if word in role)
