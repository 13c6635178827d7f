"""Marks after a digit: feet and inches, minutes and seconds, thousands."""

from __future__ import annotations

from exporter.expressions import expression

# Six feet two is 6' 2"; the seconds of 48°51'24" stand after minutes as inches do after feet.
_SMALLER_UNIT = expression(r"""[ \u00a0]?\d{1,2}(?:[.,]\d{1,2}|[½¼¾])?(?:"|''|″)""")
_SMALLER_NUMBER = expression(r"\d{1,2}(?!\w)")
_AFTER_LARGER_UNIT = expression(r"\d['′][ \u00a0]?\d{1,2}(?:[.,]\d{1,2}|[½¼¾])?\Z")
_AFTER_DEGREES = expression(r"°[ \u00a0]?\d{1,2}(?:[.,]\d{1,2})?\Z")
_FRACTIONS = frozenset("½¼¾")
_LONGEST = 12

# A number that is no year, no amount and no part of a name. Years have four digits: what ends after
# one is a quotation.
_NUMBER = expression(r"(?:(?<![\w.,'’$€£#])|(?<=[\d\"″'′]x))\d{1,3}(?:[.,]\d{1,2}|[½¼¾])?\Z")
_TIMES = expression(r"[ \u00a0]?[x×][ \u00a0]?\d")

# 1'000'000, as it is written in Switzerland (Schreibweisungen, Swiss Federal Chancellery).
_THOUSANDS = expression(r"\d{3}(?!\d)")
_BEFORE_THOUSANDS = expression(r"(?<![\d.,])\d{1,3}(?:['’]\d{3})*\Z")


def ends_number(character: str) -> bool:
    """Whether a number of a measure can end with a character."""
    return character.isdigit() or character in _FRACTIONS


def is_measure(text: str, start: int) -> bool:
    """Whether the number before a mark can be one of inches, feet or minutes."""
    return bool(_NUMBER.search(text[max(0, start - _LONGEST) : start]))


def is_followed_by_factor(text: str, end: int) -> bool:
    """Whether a second measure follows: 12" x 10"."""
    return bool(_TIMES.match(text, end))


def is_of_pair(text: str, start: int, end: int) -> bool:
    """Whether a single mark stands between feet and inches, or after degrees."""
    return bool(
        _SMALLER_UNIT.match(text, end)
        or _AFTER_DEGREES.search(_before(text, start))
        or _SMALLER_NUMBER.match(text, end)
    )


def ends_pair(text: str, start: int) -> bool:
    """Whether a double mark stands after feet and inches, or after minutes and seconds."""
    return bool(_AFTER_LARGER_UNIT.search(_before(text, start)))


def is_among_thousands(text: str, start: int, end: int) -> bool:
    """Whether a single mark divides the digits of one number."""
    if not _THOUSANDS.match(text, end):
        return False
    return bool(_BEFORE_THOUSANDS.search(text[max(0, start - 2 * _LONGEST) : start]))


def _before(text: str, start: int) -> str:
    return text[max(0, start - _LONGEST) : start]
