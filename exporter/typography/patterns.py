"""Liang's hyphenation patterns, read from a dictionary and understood as words need them.

A dictionary (hunspell's ``hyph_*.dic``, TeX's patterns) has up to a hundred thousand patterns and a
story meets a few hundred of them, so reading only sorts the lines by their first two letters. What
begins with them is taken apart when a word first has them, and understood when it has the pattern.
"""

from __future__ import annotations

import re
from collections import defaultdict
from hashlib import blake2b
from typing import TYPE_CHECKING, cast

from exporter.compiled import shelf
from exporter.expressions import expression

if TYPE_CHECKING:
    from pathlib import Path

# Where in a pattern's letters its levels stand: (offset, level) pairs. See `_levels`.
Levels = tuple[tuple[int, int], ...]
# What a dictionary says: by the first two letters the patterns' letters, a line each, and the
# patterns likewise; then the letters wanted before and after a division.
Sorted = tuple[dict[str, tuple[str, str]], int, int]

_DIGITS = "0123456789"
_HEX = expression(r"\^\^([0-9a-f]{2})")
_MINIMA = expression(r"^(LEFT|RIGHT)HYPHENMIN\s+(\d+)\s*$", re.MULTILINE)
_ENCODINGS = {"microsoft-cp1251": "cp1251"}


class Patterns:
    """The patterns of one dictionary.

    `left` and `right` are the letters that it wants before and after a division, 0 if it is silent.
    """

    def __init__(self, sorted_out: Sorted) -> None:
        self._sorted, self.left, self.right = sorted_out
        # As written until a word has it, then as levels.
        self._patterns: dict[str, str | Levels] = {}
        # The longest pattern that begins with two given letters ends the search for more.
        self._reach: dict[str, int] = {}

    @classmethod
    def of(cls, text: str) -> Patterns:
        """Patterns of a dictionary's text below its first line."""
        return cls(_sorted_out(text))

    @classmethod
    def read(cls, path: Path) -> Patterns:
        """Patterns of a dictionary file, whose first line names its encoding."""
        data = path.read_bytes()
        name, digest = f"patterns-{path.stem}", blake2b(data).digest()
        kept = _kept(shelf().get(name), digest)
        if kept is not None:
            return cls(kept)
        encoding, _, body = data.partition(b"\n")
        declared = encoding.decode("ascii").strip()
        made = _sorted_out(body.decode(_ENCODINGS.get(declared.lower(), declared)))
        shelf().put(name, (digest, made))
        return cls(made)

    def divisions(self, word: str) -> list[int]:
        """Offsets in a word of small letters after which it may be divided, unbounded."""
        dotted = f".{word}."
        levels = [0] * (len(dotted) + 1)
        pattern_of, reach_of = self._patterns.get, self._reach.get
        for start in range(len(dotted) - 1):
            two = dotted[start : start + 2]
            for end in range(start + 1, start + 1 + (reach_of(two) or self._learn(two))):
                pattern = pattern_of(dotted[start:end])
                if pattern is not None:
                    for offset, level in self._understood(pattern, dotted[start:end]):
                        if level > levels[start + offset]:
                            levels[start + offset] = level
        return [index - 1 for index, level in enumerate(levels) if level % 4 == _DIVIDES]

    def _learn(self, two: str) -> int:
        """Take apart what begins with two letters, or is the first of them; its longest reach."""
        longest = 1
        for beginning in (two[0], two):
            if beginning in self._sorted:
                letters, patterns = (text.split("\n") for text in self._sorted[beginning])
                self._patterns.update(zip(letters, patterns, strict=True))
                longest = max(map(len, letters))
        self._reach[two] = longest
        return longest

    def _understood(self, pattern: str | Levels, letters: str) -> Levels:
        if isinstance(pattern, str):
            pattern = self._patterns[letters] = _levels(pattern)
        return pattern


def _kept(value: object, digest: bytes) -> Sorted | None:
    """What a shelf has of the dictionary with a digest, None if it has something else."""
    match value:
        case (kept_digest, (dict(), int(), int()) as kept) if kept_digest == digest:
            return cast("Sorted", kept)
    return None


def _sorted_out(text: str) -> Sorted:
    lines = [*map(str.strip, _HEX.sub(_character, text).split("\n"))]
    letters = _without_digits("\n".join(lines)).split("\n")
    # Lines without a digit say nothing.
    patterns: dict[str, str] = {
        key: line for key, line in zip(letters, lines, strict=True) if key != line
    }
    patterns |= _alternatives(lines)
    beginnings: defaultdict[str, list[str]] = defaultdict(list)
    for key in patterns:
        beginnings[key[:2]].append(key)
    by_beginning = {
        beginning: ("\n".join(keys), "\n".join(map(patterns.__getitem__, keys)))
        for beginning, keys in beginnings.items()
    }
    minima = {side: int(count) for side, count in _MINIMA.findall(text)}
    return by_beginning, minima.get("LEFT", 0), minima.get("RIGHT", 0)


# Odd levels divide, even ones forbid; twice the level leaves room for the mark of an alternative,
# which no backend can set: it divides nothing.
_DIVIDES = 2


def _levels(source: str) -> Levels:
    """The levels of a pattern: ``.ach4`` has one, 4, after the offset 4."""
    pattern, changes, _ = source.partition("/")
    levels, offset, level = [], 0, 0
    for character in f"{pattern} ":
        if character in _DIGITS:
            level = int(character)
            continue
        if level:
            levels.append((offset, 2 * level + (1 if changes else 0)))
        offset, level = offset + 1, 0
    return tuple(levels)


def _alternatives(lines: list[str]) -> dict[str, str]:
    """The patterns whose division changes letters, as ``asz1s/z=,1,1`` does, by their letters."""
    marked = [line for line in lines if "/" in line]
    return {_without_digits(line.partition("/")[0]): line for line in marked if "=" in line}


def _without_digits(text: str) -> str:
    # Bytes, because bytes.translate deletes ten times as fast as str.translate.
    return text.encode().translate(None, _DIGITS.encode()).decode()


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))
