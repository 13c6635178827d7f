"""Numbers in tables: which columns are set against their far side, in every format."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.expressions import expression

# A number or a time, with what stands before it (a sign, a currency) and after it (a unit, a
# percent sign, a mark of a note).
_NUMBER = expression(
    r"(?P<head>[-+−–±~<>≈]?\s?(?:[A-Z]{0,3}[$€£¥₺₽₫₹])?\s?[-+−–]?\s?\d[\d.,:'’\s\u00a0\u202f]*)"
    r"(?:\s?(?:%|‰|°|€|₺|₽|₫|[a-zA-Zµ]{1,3}\b)?\s?(?:[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]+|\([a-z0-9]\))?)"
)
# What says that there is no number.
_NONE = expression(r"(?:[-–—−.…]+|n/?a)?")
# No number is longer; an expression would look for the end of a long blank again and again.
_LONGEST = 60


def figures(text: str) -> str | None:
    """The figures of a number, with what stands before them; None when the text is no number."""
    text = text.strip()
    match = _NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
    return match["head"].rstrip() if match else None


def numeric_columns(rows: Sequence[Sequence[str]], count: int) -> list[bool]:
    """Of each of a table's columns whether it holds numbers, and nothing but them or their lack.

    `rows` are those below the headings; short ones lack their last cells.
    """
    return [_is_numeric([row[index] for row in rows if index < len(row)]) for index in range(count)]


def _is_numeric(cells: list[str]) -> bool:
    are_numbers = [figures(cell) is not None for cell in cells]
    return any(are_numbers) and all(
        is_number or _NONE.fullmatch(cell.strip())
        for is_number, cell in zip(are_numbers, cells, strict=True)
    )
