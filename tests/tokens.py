"""Which tokens of a stylesheet a backend reads, and which it declares that it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from fnmatch import fnmatchcase
from typing import Any

from exporter.stylesheet import (
    Align,
    CoverKind,
    EmphasisStyle,
    Figures,
    FigureWidth,
    Ink,
    Inks,
    Stylesheet,
)
from exporter.units import Length, Ratio


def paths(style: Stylesheet) -> list[str]:
    """The path of every token, such as ``roles.body.size``."""
    return [path for path in _paths(style, "") if path not in ("name", "digest")]


def sections(style: Stylesheet) -> list[str]:
    """The first two steps of the paths, such as ``roles.body``, each once."""
    return sorted({".".join(path.split(".")[:2]) for path in paths(style)})


def is_declared(path: str, unsupported: Mapping[str, str]) -> bool:
    """Whether a backend's table of unsupported tokens covers the path."""
    return any(fnmatchcase(path, pattern) for pattern in unsupported)


def check_tokens(
    style: Stylesheet,
    section: str,
    unsupported: Mapping[str, str],
    files: Callable[[Stylesheet, str], list[bytes]],
) -> None:
    """Each token of the section changes the files made in the style, or else is declared."""
    unchanged = files(style, section)
    for path in paths(style):
        if path == section or path.startswith(f"{section}."):
            changes = files(varied(style, path), path) != unchanged
            assert changes != is_declared(path, unsupported), path


def check_declarations(style: Stylesheet, unsupported: Mapping[str, str]) -> None:
    """Each declaration is of a token and gives a reason."""
    known = [*paths(style), "digest"]
    for pattern, reason in unsupported.items():
        assert any(is_declared(path, {pattern: reason}) for path in known), pattern
        assert len(reason.split()) > 3, reason


def varied(style: Stylesheet, path: str) -> Stylesheet:
    """The style with the token of that path changed into plainly another of its kind."""
    changed: Stylesheet = _with(style, path.split("."), path)
    return changed


def _with(node: Any, steps: list[str], path: str) -> Any:
    step, *rest = steps
    inner = node[step] if isinstance(node, dict) else getattr(node, step)
    new = _with(inner, rest, path) if rest else _another(path, inner)
    return {**node, step: new} if isinstance(node, dict) else replace(node, **{step: new})


# Tokens that name others, or one of a few words, are changed into one that exists.
_NAMES = {"serif": "sans", "sans": "serif", "ink": "muted", "muted": "ink"}
_WORDS = {"generic": "monospace", "screen": "#123456"}


def _another(path: str, value: Any) -> Any:
    last = path.rpartition(".")[2]
    match value:
        case bool():
            return not value
        case Length():
            return Length(value + Length.of(4, "pt"))
        case Ratio():
            return Ratio(value + 200)
        case Align():
            return Align.END
        case CoverKind() | Figures() | FigureWidth() | EmphasisStyle():
            (other,) = set(type(value)) - {value}
            return other
        case int():
            return {"weight": 1100 - value, "columns": 2}.get(last, value // 2)
        case Ink():
            return Ink((*value[:-1], Ratio((value[-1] + 200) % 1000)))
        case Inks():
            return Inks.CMYK
        case tuple():
            return ("Another", *value[1:]) if last == "fallback" else value[::-1]
    return _NAMES[value] if last in ("font", "colour") else _WORDS.get(last, f"{value} x")


def _paths(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from _paths(entry, f"{path}.{key}")
    elif is_dataclass(value):
        for field in fields(value):
            yield from _paths(getattr(value, field.name), f"{path}.{field.name}".lstrip("."))
    else:
        yield path


class Recorder:
    """Stands in for a stylesheet, or a part of it, and notes in `seen` what is read."""

    def __init__(self, value: Any, seen: set[str], path: str = "") -> None:
        self._value, self._seen, self._path = value, seen, path

    def __getattr__(self, name: str) -> Any:
        method = getattr(type(self._value), name, None)
        if callable(method):
            return lambda *arguments: method(self, *arguments)
        return self._noted(getattr(self._value, name), name)

    def __getitem__(self, key: str) -> Any:
        return self._noted(self._value[key], key)

    def get(self, key: str, default: Any = None) -> Any:
        return self._noted(self._value[key], key) if key in self._value else default

    def _noted(self, value: Any, name: str) -> Any:
        path = f"{self._path}.{name}".lstrip(".")
        if isinstance(value, dict) or is_dataclass(value):
            return Recorder(value, self._seen, path)
        self._seen.add(path)
        return value
