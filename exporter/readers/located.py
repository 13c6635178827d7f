"""JSON whose texts know their source lines, of bounded depth."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from json.decoder import scanstring  # type: ignore[attr-defined]
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import Any

from exporter.diagnostics import Lines
from exporter.expressions import expression

# Deeper than any news item: an association within associations is nested six deep.
MAX_DEPTH = 64
# A text, be it cut off, or a bracket.
_NESTING = expression(r'"(?:[^"\\]+|\\.)*+"?|[\[\]{}]', re.DOTALL)


class Located(str):
    """A text and the line that it begins on, from 1."""

    __slots__ = ("line",)
    line: int

    @property
    def lines(self) -> Lines:
        """Its line as a span: a JSON text has no line ends of its own."""
        return Lines(self.line, self.line)


def loads(text: str) -> Any:
    """The value of a JSON text, texts as `Located`; ValueError when it is not valid or too deep."""
    _check_depth(text)
    return _Decoder(text).decode(text)


def _check_depth(text: str) -> None:
    depth = 0
    for match in _NESTING.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
        if depth > MAX_DEPTH:
            raise ValueError(f"it is nested more than {MAX_DEPTH} deep")


class _Decoder(json.JSONDecoder):
    """The standard library's decoder in Python, which asks us for each text."""

    def __init__(self, text: str) -> None:
        super().__init__(strict=False, object_pairs_hook=told_once)
        self._ends = [match for match, char in enumerate(text) if char == "\n"]
        self.parse_string = self._located
        self.scan_once = py_make_scanner(self)

    def _located(self, text: str, begin: int, strict: bool) -> tuple[Located, int]:
        value, end = scanstring(text, begin, strict)
        found = Located(value)
        found.line = bisect_left(self._ends, begin) + 1
        return found, end


def told_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; ValueError when it says a thing twice: programs differ on which counts."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"{twice[:40]!r} is given twice")
    return found
