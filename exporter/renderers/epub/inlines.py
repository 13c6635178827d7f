"""Inlines as XHTML phrasing content."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.diagnostics import Lines
from exporter.model import Emphasis, Inline, LineBreak, Link, Strong, Text
from exporter.renderers.epub.findings import Findings
from exporter.renderers.epub.links import address
from exporter.renderers.epub.markup import Markup, is_blank, shows_nothing

# Deeper marks than any sender means: their words stand, the marks do not.
MAX_DEPTH = 24


class Phrases:
    """Writes the inlines of one story."""

    def __init__(self, markup: Markup, findings: Findings, targets: frozenset[str]) -> None:
        self._markup = markup
        self._findings = findings
        self._targets = targets

    def write(self, inlines: tuple[Inline, ...], lines: Lines | None = None) -> str:
        """The inlines as markup; `lines` are those of their block, for what there is to say."""
        return "".join(self._inline(inline, lines, 0, linked=False) for inline in inlines)

    def _inline(self, inline: Inline, lines: Lines | None, depth: int, *, linked: bool) -> str:
        if isinstance(inline, Text):
            return self._markup.breakable(inline.text)
        if isinstance(inline, LineBreak):
            return "<br/>"
        if depth >= MAX_DEPTH:
            self._findings.say("E006", lines, what="marks", limit=MAX_DEPTH)
            return self._markup.passage(flat_text((inline,)))
        linked_inside = linked or isinstance(inline, Link)
        words = "".join(
            self._inline(inner, lines, depth + 1, linked=linked_inside) for inner in inline.inlines
        )
        if isinstance(inline, Link):
            return self._link(inline, words, lines, linked=linked)
        tag = "em" if isinstance(inline, Emphasis) else "strong"
        return words if is_blank(words) else f"<{tag}>{words}</{tag}>"

    def _link(self, link: Link, words: str, lines: Lines | None, *, linked: bool) -> str:
        """An anchor, or its words alone.

        HTML has no link within a link, and one without visible words has no name (WCAG 2.4.4).
        """
        target = None if linked else address(link.href, self._targets)
        if target is None or shows_nothing(flat_text(link.inlines)):
            self._findings.say("E004", lines, address=self._markup.legal(link.href))
            return words
        return f'<a href="{self._markup.attribute(target)}">{words}</a>'


def flat_text(inlines: tuple[Inline, ...]) -> str:
    """The characters of the inlines, however deep they are nested, a line break being a newline."""
    return "".join(_characters(inlines))


def _characters(inlines: tuple[Inline, ...]) -> Iterator[str]:
    waiting: list[Inline] = list(reversed(inlines))
    while waiting:
        match waiting.pop():
            case Text(text):
                yield text
            case LineBreak():
                yield "\n"
            case Emphasis(inner) | Strong(inner) | Link(_, inner):
                waiting.extend(reversed(inner))
