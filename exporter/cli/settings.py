"""Defaults from `exporter.toml`, of the nearest folder and of the user."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from exporter.diagnostics import Diagnostic, UsageError, diagnose
from exporter.values import Value

FILE = "exporter.toml"
# Paths are meant from the folder of the file that they stand in.
_PATHS = ("output", "style", "docx-template", "conventions")

Values = dict[str, Any]


class Settings(Value):
    """Defaults by the names of parameters, the file that each stands in, and warnings."""

    values: Values
    origins: Mapping[str, Path]
    warnings: tuple[Diagnostic, ...] = ()


def load(parameters: Iterable[click.Parameter], folder: Path, home: Path) -> Settings:
    """Defaults for the parameters, the nearest file's before the user's.

    UsageError when a file cannot be read or says what an option cannot be.
    """
    known = {_key(option): option for option in parameters if isinstance(option, click.Option)}
    values: Values = {}
    origins: dict[str, Path] = {}
    warnings: list[Diagnostic] = []
    for path in _files(folder, home):
        for key, value in _read(path).items():
            option = known.get(key.replace("_", "-"))
            if option is None or option.name is None:
                warnings.append(_unknown(key, path, known))
            elif option.name not in values:
                values[option.name] = _value(option, value, key, path)
                origins[option.name] = path
    return Settings(values, origins, tuple(warnings))


def _key(option: click.Option) -> str:
    return max(option.opts, key=len).lstrip("-")


def _files(folder: Path, home: Path) -> list[Path]:
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


def _unknown(key: str, path: Path, known: Iterable[str]) -> Diagnostic:
    from difflib import get_close_matches

    near = get_close_matches(key.replace("_", "-"), known, 1)
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
    if not isinstance(value, str):
        raise wrong("is not text in quotes")
    key = key.replace("_", "-")
    return _from_folder(key, value, path.parent) if key in _PATHS else value


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
