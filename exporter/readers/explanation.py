"""What lines of a source were taken for, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporter.diagnostics import Lines
from exporter.model import Document
from exporter.values import Value


class Explanation(Value):
    """Source lines, the part of the story that they are, and what showed it."""

    lines: Lines
    part: str
    why: str


def explained(document: Document, name: str) -> Sequence[Explanation]:
    """The parts of a document whose format, called `name`, says itself what they are."""
    found = (Explanation(lines, part, f"{name} says so") for part, lines in _parts(document))
    return sorted(found, key=lambda each: each.lines)


def _parts(document: Document) -> Iterator[tuple[str, Lines]]:
    for part in document.__struct_fields__:
        if part in ("source", "diagnostics", "unpublishable"):
            continue
        value = getattr(document, part)
        for each in value if isinstance(value, tuple) else (value,):
            lines = getattr(each, "lines", None)
            if lines is not None:
                yield type(each).__name__.lower() if part == "body" else part, lines
