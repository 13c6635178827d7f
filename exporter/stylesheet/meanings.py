"""What the values of a style's TOML mean, by the types that the tokens name."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from exporter.stylesheet.inks import Ink, Inks
from exporter.stylesheet.tokens import (
    Align,
    CoverKind,
    EmphasisStyle,
    Figures,
    FigureWidth,
    Logo,
)
from exporter.units import Length, Ratio


def meaning(kind: str, value: object, em: Length | None) -> object:
    """The token of a value, `em` being the size of its role; ValueError where it is none."""
    return _MEANINGS[kind](value, em)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} must be written as text, in quotes")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("is not a list")
    return tuple(map(_text, value))


def _whole(value: object) -> int:
    if type(value) is not int:
        raise ValueError(f"{value!r} is not a whole number")
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")
    return value


def _choice(kind: type[StrEnum], value: object) -> StrEnum:
    text = _text(value)
    if text not in tuple(kind):
        raise ValueError(f"{text!r} is none of {', '.join(kind)}")
    return kind(text)


# By the type that the tokens name.
_MEANINGS: dict[str, Callable[[object, Length | None], object]] = {
    "Length": lambda value, em: Length.parse(_text(value), em),
    "Ratio": lambda value, _: Ratio.parse(_text(value)),
    "Ink": lambda value, _: Ink.parse(_text(value)),
    "Align": lambda value, _: _choice(Align, value),
    "CoverKind": lambda value, _: _choice(CoverKind, value),
    "EmphasisStyle": lambda value, _: _choice(EmphasisStyle, value),
    "FigureWidth": lambda value, _: _choice(FigureWidth, value),
    "Figures": lambda value, _: _choice(Figures, value),
    "Inks": lambda value, _: _choice(Inks, value),
    "str": lambda value, _: _text(value),
    "tuple[str, ...]": lambda value, _: _texts(value),
    "int": lambda value, _: _whole(value),
    "Logo | None": lambda value, _: value if isinstance(value, Logo) else _text(value) or None,
    "bool": lambda value, _: _truth(value),
}
