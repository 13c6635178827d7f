"""What the fonts could not do for a story, as diagnostics that name characters and lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from exporter.diagnostics import Diagnostic, Lines, diagnose
from exporter.model import Document
from exporter.renderers.pdf.fonts.chain import Missing
from exporter.values import Struct

# How many characters and lines a message names before it says that there are more.
_NAMED = 6


def findings(document: Document, missing: Missing) -> Iterator[Diagnostic]:
    """One finding for each script and family."""
    source = document.source.name
    for script, characters in missing.by_script().items():
        lines = _lines(document, set(characters))
        yield diagnose(
            "P002", source=source, lines=_first(lines), count=len(characters), script=script,
            characters=_names(characters), where=_where(lines),
        )  # fmt: skip
    for (script, family), characters in sorted(missing.borrowed.items()):
        lines = _lines(document, set(characters))
        yield diagnose(
            "P030", source=source, lines=_first(lines), script=script, family=family,
            characters=_names(characters), where=_where(lines),
        )  # fmt: skip
    for family in sorted(missing.unreduced):
        yield diagnose("P031", source=source, family=family)
    for script in sorted(missing.unordered):
        yield diagnose("P032", source=source, script=script)


def _names(characters: Iterable[str]) -> str:
    named = [f"{_shown(character)} U+{ord(character):04X}" for character in sorted(characters)]
    return ", ".join(named[:_NAMED]) + (", …" if len(named) > _NAMED else "")


def _shown(character: str) -> str:
    """A mark stands on a circle of dots, as in the Unicode charts."""
    return f"\u25cc{character}" if unicodedata.category(character)[0] == "M" else character


def _where(lines: list[Lines]) -> str:
    if not lines:
        return ""
    numbers = [str(first) if first == last else f"{first}-{last}" for first, last in lines]
    more = ", …" if len(numbers) > _NAMED else ""
    word = "lines" if numbers[1:] or "-" in numbers[0] else "line"
    return f"; {word} {', '.join(numbers[:_NAMED])}{more}"


def _first(lines: list[Lines]) -> Lines | None:
    return lines[0] if lines else None


def _lines(document: Document, characters: set[str]) -> list[Lines]:
    """The source lines of the passages that hold any of the characters, in order."""
    return sorted({lines for text, lines in _passages(document) if not characters.isdisjoint(text)})


def _passages(node: object) -> Iterator[tuple[str, Lines]]:
    """The strings of everything in the document that knows its lines."""
    if isinstance(node, tuple):
        for each in node:
            yield from _passages(each)
    elif isinstance(node, Struct):
        lines = getattr(node, "lines", None)
        if isinstance(lines, Lines):
            yield "".join(_strings(node)), lines
        else:
            for name in node.__struct_fields__:
                yield from _passages(getattr(node, name))


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        for each in node:
            yield from _strings(each)
    elif isinstance(node, Struct):
        for name in node.__struct_fields__:
            yield from _strings(getattr(node, name))
