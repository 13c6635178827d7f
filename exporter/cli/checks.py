"""What makes the values of options good or refuses them, loaded only when there is a value."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.diagnostics import UsageError, diagnose
from exporter.outputs import check_template
from exporter.pipeline import (
    conventions,
    cover,
    docx_template,
    headline,
    known_format,
    language_tag,
    moment,
    profile,
)
from exporter.renderers import FORMATS

__all__ = [
    "check_template",
    "conventions",
    "cover",
    "docx_template",
    "formats",
    "headline",
    "language_tag",
    "moment",
    "place",
    "profile",
]

_ALL = "all"
_PRINTED = tuple(name for name, row in FORMATS.items() if row.printed)


def formats(values: Iterable[str]) -> tuple[str, ...]:
    """The formats that a comma list or a repeated option names; UsageError for an unknown one."""
    given = list(values) or [_ALL]
    words = [word.strip().lower() for value in given for word in value.split(",") if word.strip()]
    names: dict[str, None] = {}
    for word in words or [""]:
        names.update(dict.fromkeys(_PRINTED if word == _ALL else [known_format(word)]))
    return tuple(names)


def place(path: str) -> str:
    """A path as it is; UsageError for a blank one, which would be the working folder."""
    if not path.strip():
        raise UsageError(diagnose("U017"))
    return path
