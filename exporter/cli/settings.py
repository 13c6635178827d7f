"""Defaults from `exporter.toml`, of the nearest folder and of the user."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from exporter.cli.parameters import EXPORT_OPTIONS, RUN_OPTIONS
from exporter.diagnostics import Diagnostic, UsageError, diagnose
from exporter.values import Value

FILE = "exporter.toml"
# The commands that have a table of their own, called like them.
TABLES = ("archive", "mail")
# Paths are meant from the folder of the file that they stand in.
PATHS = (
    "archive", "body", "ca-file", "conventions", "docx-template", "eml", "output", "report",
    "style",
)  # fmt: skip
_NUMBERS = click.types.IntParamType | click.types.FloatParamType
# What may be text or a number.
_EITHER = ("jobs", "settle")

Values = dict[str, Any]


class Settings(Value):
    """Defaults by the names of parameters, the file that each stands in, and warnings."""

    values: Values
    origins: Mapping[str, Path]
    warnings: tuple[Diagnostic, ...] = ()


# Options by the keys that they have in a file; None for what only other commands take.
_Known = Mapping[str, click.Option | None]


def load(
    parameters: Iterable[click.Parameter], folder: Path, home: Path, table: str | None = None
) -> Settings:
    """Defaults for the parameters, the nearest file's before the user's.

    Above all tables stand options of an export, for every command that takes them. In the table
    of the command itself stand its own, and options of an export for this command alone.
    UsageError when a file cannot be read or says what an option cannot be.
    """
    own = {_key(option): option for option in parameters if isinstance(option, click.Option)}
    values: Values = {}
    origins: dict[str, Path] = {}
    warnings: list[Diagnostic] = []
    for path in files(folder, home):
        for place, key, value, known in _entries(path, own, table):
            name = key.replace("_", "-")
            if name not in known:
                warnings.append(_unknown(place + key, path, name, known))
                continue
            option = known[name]
            if option is not None and option.name and option.name not in values:
                values[option.name] = _value(option, value, place + key, path)
                origins[option.name] = path
    return Settings(values, origins, tuple(warnings))


def _entries(
    path: Path, own: Mapping[str, click.Option], table: str | None
) -> Iterator[tuple[str, str, object, _Known]]:
    """What a file says for a command: the place and the key, the value, and what is known there.

    The command's own table comes first, since what stands there goes before what is for all.
    """
    shared: _Known = {key: own.get(key) for key in (*EXPORT_OPTIONS, *RUN_OPTIONS)}
    content = _read(path)
    tables = {name: _table(content, name, path) for name in TABLES if name in content}
    for key, value in tables.get(table or "", {}).items():
        yield f"{table}.", key, value, {**shared, **own}
    for key, value in content.items():
        if key not in tables:
            yield "", key, value, shared


def _table(content: Mapping[str, object], name: str, path: Path) -> Mapping[str, object]:
    found = content[name]
    if not isinstance(found, dict):
        raise UsageError(diagnose("U013", key=name, path=path, reason="is not a table"))
    return found


def _key(option: click.Option) -> str:
    return max(option.opts, key=len).lstrip("-")


def files(folder: Path, home: Path) -> list[Path]:
    """The files of settings that are there, the nearest before the user's."""
    nearest = (place / FILE for place in (folder, *folder.parents))
    found = next((path for path in nearest if path.is_file()), None)
    users = home / FILE
    return [path for path in (found, users if users.is_file() else None) if path is not None]


def _read(path: Path) -> Mapping[str, object]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(diagnose("U012", path=path, reason=error)) from error


def _unknown(key: str, path: Path, name: str, known: Iterable[str]) -> Diagnostic:
    from difflib import get_close_matches

    near = get_close_matches(name, (*known, *TABLES), 1)
    suggestion = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(sorted(known))}"
    return diagnose("U011", key=key, path=path, suggestion=suggestion)


def _value(option: click.Option, value: object, key: str, path: Path) -> object:
    def wrong(reason: str) -> UsageError:
        return UsageError(diagnose("U013", key=key, path=path, reason=reason))

    if option.is_flag:
        if not isinstance(value, bool):
            raise wrong("is neither true nor false")
        return value
    if isinstance(value, date):
        return value.isoformat()
    if option.multiple:
        return _words(value, wrong)
    if isinstance(option.type, _NUMBERS):
        return _number(value, wrong)
    if isinstance(value, int | float) and not isinstance(value, bool) and _key(option) in _EITHER:
        return str(value)
    if not isinstance(value, str):
        raise wrong("is not text in quotes")
    name = _key(option)
    return _from_folder(name, value, path.parent) if name in PATHS else value


def _number(value: object, wrong: Callable[[str], UsageError]) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong("is not a number")
    return value


def _words(value: object, wrong: Callable[[str], UsageError]) -> list[str]:
    values = value if isinstance(value, list) else [value]
    words = [word for word in values if isinstance(word, str)]
    if len(words) < len(values):
        raise wrong("is neither text nor a list of texts")
    return words


def _from_folder(key: str, value: str, folder: Path) -> str:
    """A path seen from the file's folder; blanks, ``-`` and a built-in style's name stay."""
    is_path = value.endswith(".toml") if key == "style" else value.strip() not in ("", "-")
    return str(folder / value) if is_path else value
