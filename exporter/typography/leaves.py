"""The runs of characters in a block's inlines, taken out and put back."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.model import Emphasis, Inline, LineBreak, Link, Strong, Text
from exporter.values import replace


def leaves(inlines: tuple[Inline, ...]) -> Iterator[str]:
    """The characters between the borders of inlines, a line break being a newline."""
    for inline in inlines:
        match inline:
            case Text(text):
                yield text
            case LineBreak():
                yield "\n"
            case Emphasis(inner) | Strong(inner) | Link(_, inner):
                yield from leaves(inner)


def with_leaves(inlines: tuple[Inline, ...], texts: Iterator[str]) -> tuple[Inline, ...]:
    """The same inlines with other characters, as many runs as `leaves` gives."""
    return tuple(_with_leaves(inline, texts) for inline in inlines)


def _with_leaves(inline: Inline, texts: Iterator[str]) -> Inline:
    match inline:
        case Text():
            return Text(next(texts))
        case LineBreak():
            next(texts)
            return inline
        case Emphasis(inner) | Strong(inner) | Link(_, inner):
            return replace(inline, inlines=with_leaves(inner, texts))
