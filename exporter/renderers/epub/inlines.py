"""Inlines as XHTML phrasing content."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from exporter.diagnostics import Lines
from exporter.model import Emphasis, Inline, LineBreak, Link, Strong, Text
from exporter.model.characters import shows_nothing
from exporter.renderers.epub.findings import Findings
from exporter.renderers.epub.links import address
from exporter.renderers.epub.markup import Markup, is_blank
from exporter.renderers.epub.pagebreaks import PageBreak, PageBreaks, marks, stretch

# Deeper marks than any sender means: their words stand, the marks do not.
MAX_DEPTH = 24


class Phrases:
    """Writes the inlines of one story; `pages` counts their words."""

    def __init__(
        self, markup: Markup, findings: Findings, targets: frozenset[str], pages: PageBreaks
    ) -> None:
        self._markup = markup
        self._findings = findings
        self._targets = targets
        self._pages = pages

    def write(self, inlines: tuple[Inline, ...], lines: Lines | None = None) -> str:
        """The inlines as markup; `lines` are those of their block, for what there is to say."""
        breaks = self._pages.within(flat_text(inlines)) if self._pages.coming else ()
        return _Passage(self._markup, self._findings, self._targets, lines, breaks).write(inlines)

    def heading(self, inlines: tuple[Inline, ...], lines: Lines | None) -> tuple[str, str]:
        """The inlines as markup, and the page breaks in them, which stand before the heading."""
        breaks = self._pages.before(flat_text(inlines)) if self._pages.coming else ""
        return _Passage(self._markup, self._findings, self._targets, lines).write(inlines), breaks


class _Passage:
    """Writes the inlines of one block, whose page breaks stand at offsets in its characters."""

    def __init__(
        self,
        markup: Markup,
        findings: Findings,
        targets: frozenset[str],
        lines: Lines | None,
        breaks: tuple[PageBreak, ...] = (),
    ) -> None:
        self._markup = markup
        self._findings = findings
        self._targets = targets
        self._lines = lines
        self._breaks = breaks
        self._at = 0

    def write(self, inlines: tuple[Inline, ...]) -> str:
        return "".join(self._inline(inline, 0, linked=False) for inline in inlines)

    def _inline(self, inline: Inline, depth: int, *, linked: bool) -> str:
        if isinstance(inline, Text):
            return self._text(inline.text, self._markup.breakable)
        if isinstance(inline, LineBreak):
            self._at += 1
            return "<br/>"
        if depth >= MAX_DEPTH:
            self._findings.say("E006", self._lines, what="marks", limit=MAX_DEPTH)
            return self._text(flat_text((inline,)), self._markup.passage)
        if isinstance(inline, Link):
            return self._link(inline, depth, linked=linked)
        tag = "em" if isinstance(inline, Emphasis) else "strong"
        words = self._inside(inline.inlines, depth, linked=linked)
        return words if is_blank(words) else f"<{tag}>{words}</{tag}>"

    def _inside(self, inlines: tuple[Inline, ...], depth: int, *, linked: bool) -> str:
        return "".join(self._inline(inner, depth + 1, linked=linked) for inner in inlines)

    def _text(self, text: str, write: Callable[[str], str]) -> str:
        begin = self._at
        self._at += len(text)
        return stretch(text, begin, self._breaks, write) if self._breaks else write(text)

    def _link(self, link: Link, depth: int, *, linked: bool) -> str:
        """An anchor, or its words alone.

        HTML has no link within a link, and one without visible words has no name (WCAG 2.4.4).
        """
        target = None if linked else address(link.href, self._targets)
        if target is None or shows_nothing(flat_text(link.inlines)):
            self._findings.say("E004", self._lines, address=self._markup.legal(link.href))
            return self._inside(link.inlines, depth, linked=True)
        before = self._set_apart(link)
        words = self._inside(link.inlines, depth, linked=True)
        return f'{before}<a href="{self._markup.attribute(target)}">{words}</a>'

    def _set_apart(self, link: Link) -> str:
        """The page breaks among a link's words, to stand before it: they are not its name."""
        if not self._breaks:
            return ""
        end = self._at + len(flat_text(link.inlines))
        inside = tuple(each for each in self._breaks if self._at <= each.offset < end)
        self._breaks = tuple(each for each in self._breaks if each not in inside)
        return marks(inside)


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
