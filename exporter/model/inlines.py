"""What stands inside a block: text and its markup."""

from __future__ import annotations

from exporter.values import Value


class Text(Value):
    """A run of characters."""

    text: str


class LineBreak(Value):
    """A line end that the sender meant."""


class Emphasis(Value):
    """Words with stress, as a rule set in italics."""

    inlines: tuple[Inline, ...]


class Strong(Value):
    """Words of importance, as a rule set bold."""

    inlines: tuple[Inline, ...]


class Link(Value):
    """Words that refer to the address `href`."""

    href: str
    inlines: tuple[Inline, ...]


Inline = Text | LineBreak | Emphasis | Strong | Link


def plain_text(inlines: tuple[Inline, ...]) -> str:
    """The characters of the inlines, a line break being a newline."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case LineBreak():
            return "\n"
        case Emphasis(inlines) | Strong(inlines) | Link(_, inlines):
            return plain_text(inlines)
