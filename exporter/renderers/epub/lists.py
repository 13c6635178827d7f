"""Lists as XHTML, nested as sent."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.diagnostics import Lines
from exporter.model import ItemList, ListItem
from exporter.renderers.epub.findings import Findings
from exporter.renderers.epub.inlines import Phrases

# Deeper than any story; beyond it the items stand below one another.
MAX_DEPTH = 24


def item_list(block: ItemList, phrases: Phrases, findings: Findings, closing: str = "") -> str:
    """The list, numbered at each level where it is ordered; nothing where it has no items.

    `closing` follows its last words.
    """
    if not block.items:
        findings.say("E005", block.lines, what="list")
        return ""
    return _Items(phrases, findings, block.lines).write(block.items, block.ordered, 0, closing)


class _Items:
    """Writes the items of one list."""

    def __init__(self, phrases: Phrases, findings: Findings, lines: Lines | None) -> None:
        self._phrases = phrases
        self._findings = findings
        self._lines = lines

    def write(self, items: tuple[ListItem, ...], ordered: bool, depth: int, closing: str) -> str:
        tag = "ol" if ordered else "ul"
        opening = f'<{tag} class="list">' if depth == 0 else f"<{tag}>"
        *others, last = items
        inside = "".join(self._item(item, ordered, depth, "") for item in others)
        inside += self._item(last, ordered, depth, closing)
        return f"{opening}\n{inside}</{tag}>\n"

    def _item(self, item: ListItem, ordered: bool, depth: int, closing: str) -> str:
        words = self._words(item)
        if not item.items:
            return f"<li>{words}{closing}</li>\n"
        if depth >= MAX_DEPTH:
            self._findings.say("E006", self._lines, what="lists", limit=MAX_DEPTH)
            below = [words, *(self._words(inner) for inner in _flat(item.items))]
            below[-1] += closing
            return "".join(f"<li>{each}</li>\n" for each in below)
        inside = self.write(item.items, item.numbers_below(ordered), depth + 1, closing)
        return f"<li>{words}\n{inside}</li>\n"

    def _words(self, item: ListItem) -> str:
        return self._phrases.write(item.inlines, self._lines)


def _flat(items: tuple[ListItem, ...]) -> Iterator[ListItem]:
    waiting = list(reversed(items))
    while waiting:
        item = waiting.pop()
        yield item
        waiting.extend(reversed(item.items))
