"""Exact lengths and ratios: what a stylesheet says is what every backend gets."""

from __future__ import annotations

from typing import Self

from exporter.expressions import expression

_EMU_PER_UNIT = {"pt": 12700, "mm": 36000, "cm": 360000, "in": 914400, "pc": 152400}
_LENGTH = expression(r"(-?\d+(?:\.\d+)?)\s*([a-z]+)")
_PERCENT = expression(r"(-?\d+(?:\.\d+)?)\s*%")


class Length(int):
    """A length in English Metric Units, 1/914400 inch (ISO/IEC 29500-1, 20.1.2.1).

    Points, millimetres and inches all are whole numbers of it, so no length is ever rounded
    before a backend writes it in the unit of its own format.
    """

    @classmethod
    def of(cls, value: int | str, unit: str) -> Self:
        """Length of `value` in `unit`; ValueError when it is inexact or the unit unknown."""
        if unit not in _EMU_PER_UNIT:
            raise ValueError(f"unknown unit {unit!r}; known are {', '.join(_EMU_PER_UNIT)}")
        numerator, denominator = _decimal(value)
        emu, rest = divmod(numerator * _EMU_PER_UNIT[unit], denominator)
        if rest:
            raise ValueError(f"{value} {unit} is finer than 1/12700 pt")
        return cls(emu)

    @classmethod
    def parse(cls, text: str, em: Length | None = None) -> Self:
        """Length of a text such as ``9.35pt`` or ``18mm``; ``1.2em`` where `em` is given."""
        match = _LENGTH.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"{text!r} is not a length such as 9.35pt or 18mm")
        if match[2] == "em" and em is not None:
            numerator, denominator = _decimal(match[1])
            return cls((2 * numerator * em + denominator) // (2 * denominator))
        return cls.of(match[1], match[2])

    @property
    def pt(self) -> float:
        """In points, 1/72 inch."""
        return self / 12700

    @property
    def mm(self) -> float:
        """In millimetres."""
        return self / 36000

    @property
    def twips(self) -> int:
        """In twentieths of a point, rounded: the unit of WordprocessingML."""
        return round(self / 635)

    def __repr__(self) -> str:
        return f"Length({self.pt:g}pt)"


class Ratio(int):
    """A proportion in thousandths: tracking per em, a scale, a grey level."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Ratio of a text such as ``-1.4%``; ValueError when it is finer than 0.1 %."""
        match = _PERCENT.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"{text!r} is not a percentage such as 92%")
        numerator, denominator = _decimal(match[1])
        thousandths, rest = divmod(numerator * 10, denominator)
        if rest:
            raise ValueError(f"{text} is finer than 0.1%")
        return cls(thousandths)

    @property
    def value(self) -> float:
        """As a plain number, 1.0 being 100 %."""
        return self / 1000

    def __repr__(self) -> str:
        return f"Ratio({self / 10:g}%)"


def _decimal(value: int | str) -> tuple[int, int]:
    """Numerator and denominator of a decimal number, exactly."""
    whole, _, decimals = str(value).partition(".")
    return int(whole + decimals), 10 ** len(decimals)
