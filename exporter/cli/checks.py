"""What makes the values of options good or refuses them, loaded only when there is a value."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

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
    "day",
    "docx_template",
    "formats",
    "headline",
    "jobs",
    "language_tag",
    "moment",
    "place",
    "profile",
    "record",
    "settle",
]

_ALL = "all"
_LONGEST_SETTLE = 3600.0
_AUTO = ("auto", "0")
_MOST_JOBS = 1000
_PRINTED = tuple(name for name, row in FORMATS.items() if row.printed)


def listed(values: Iterable[str]) -> list[str]:
    """The words of comma lists, in small letters."""
    return [word.strip().lower() for value in values for word in value.split(",") if word.strip()]


def formats(values: Iterable[str]) -> tuple[str, ...]:
    """The formats that a comma list or a repeated option names; UsageError for an unknown one."""
    words = listed(list(values) or [_ALL])
    names: dict[str, None] = {}
    for word in words or [""]:
        names.update(dict.fromkeys(_PRINTED if word == _ALL else [known_format(word)]))
    return tuple(names)


def day(text: str) -> str:
    """The day of a date or time, as ISO 8601 writes it; UsageError when it is neither."""
    found = moment(text)
    return found.date().isoformat() if found else text


def place(path: str) -> str:
    """A path as it is; UsageError for a blank one, which would be the working folder."""
    if not path.strip():
        raise UsageError(diagnose("U017"))
    return path


def jobs(text: str) -> int | None:
    """A number of processes, None if it is to be settled by the work; UsageError for neither."""
    word = text.strip().lower()
    if word in _AUTO:
        return None
    if not (word.isascii() and word.isdigit() and 1 <= int(word[:9]) <= _MOST_JOBS):
        raise UsageError(diagnose("U030", text=text, most=_MOST_JOBS))
    return int(word)


def record(path: str) -> Path:
    """The file of a run's report; UsageError where it is standard output's or no file's name."""
    if not path.strip() or path == "-" or Path(path).is_dir():
        raise UsageError(diagnose("U032", path=path))
    return Path(path)


def settle(text: str) -> float:
    """Seconds; UsageError for what are none."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= _LONGEST_SETTLE:
        raise UsageError(diagnose("U034", text=text, most=round(_LONGEST_SETTLE)))
    return seconds
