"""Lists: each item behind its marker, nested items a step further in."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.model import ItemList, ListItem
from exporter.renderers.pdf.pages.blocks import Block, Piece, Row
from exporter.renderers.pdf.pages.setter import Place, Setter
from exporter.renderers.pdf.writer.structure import BULLETED, NUMBERED
from exporter.values import Value

_BULLET = "•"


class ListSetter(Value):
    """Sets the lists of one document."""

    setter: Setter

    def blocks(self, node: ItemList, place: Place, *, ends_story: bool) -> list[Block]:
        """A block an item; the house's mark after the last if the story ends with it."""
        return list(self._items(node.items, node.ordered, place, ends_story=ends_story))

    def _items(
        self, items: tuple[ListItem, ...], ordered: bool, place: Place, *, ends_story: bool
    ) -> Iterator[Block]:
        element = place.parent.add("L", NUMBERED if ordered else BULLETED)
        markers = [
            self.setter.line(f"{number}." if ordered else _BULLET, "list")
            for number in range(1, len(items) + 1)
        ]
        widest = max((marker.natural for marker in markers), default=0.0)
        step = self._step(widest)
        for number, (item, marker) in enumerate(zip(items, markers, strict=True), 1):
            ends = ends_story and number == len(items)
            entry = element.add("LI")
            label = Piece(place.indent + widest - marker.natural, marker, entry.add("Lbl"))
            body = place.under(entry.add("LBody"), step)
            yield self._item(item, label, body, ends_story=ends and not item.items)
            if item.items:
                below = item.numbers_below(ordered)
                yield from self._items(item.items, below, body, ends_story=ends)

    def _step(self, widest: float) -> float:
        """How far in an item stands: figures of any length are clear of the text, in points."""
        role = self.setter.style.roles["list"]
        return max(role.left_indent.pt, widest + role.size.pt / 3)

    def _item(self, item: ListItem, label: Piece, place: Place, *, ends_story: bool) -> Block:
        words = self.setter.words(item.inlines, "list")
        if ends_story:
            self.setter.end_mark(words)
        inset = place.indent - self.setter.style.roles["list"].left_indent.pt
        block = self.setter.set(words, "list", place.parent.add("P"), place.width, inset)
        if not block.rows:
            block.rows.append(Row([]))
        block.rows[0].pieces.insert(0, label)
        return block
