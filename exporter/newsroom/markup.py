"""The blocks of a story as XHTML, which NITF resembles."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.model import (
    Block,
    Break,
    Crosshead,
    Emphasis,
    Figure,
    Inline,
    ItemList,
    LineBreak,
    Link,
    ListItem,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
)
from exporter.xmltext import escaped, legal


def attribute(value: str) -> str:
    """An attribute's value with its quotation marks."""
    return f'"{escaped(legal(value)).replace(chr(34), "&quot;")}"'


class MarkupWriter:
    """XHTML; a format that resembles it says what differs."""

    crosshead = "h2"

    def blocks(self, blocks: Iterable[Block]) -> str:
        """The blocks, each on a line of its own."""
        return "\n".join(map(self.block, blocks))

    def paragraph(self, inlines: Iterable[Inline], kind: str = "") -> str:
        """A paragraph, of a class where it is no plain one."""
        mark = f" class={attribute(kind)}" if kind else ""
        return f"<p{mark}>{self.inlines(inlines)}</p>"

    def block(self, block: Block) -> str:
        """One block."""
        match block:
            case Paragraph(inlines):
                return self.paragraph(inlines)
            case Crosshead(inlines):
                return f"<{self.crosshead}>{self.inlines(inlines)}</{self.crosshead}>"
            case ItemList(items, ordered):
                return self._list(items, ordered)
            case Table():
                return self._table(block)
            case Figure():
                return self.figure(block)
            case Quotation(blocks):
                return self.quotation(blocks)
            case Break():
                return "<hr/>"

    def inlines(self, inlines: Iterable[Inline]) -> str:
        """Running text."""
        return "".join(map(self._inline, inlines))

    def text(self, text: str) -> str:
        """Characters without markup."""
        return escaped(legal(text))

    def strong(self, inlines: Iterable[Inline]) -> str:
        """Words of importance."""
        return f"<strong>{self.inlines(inlines)}</strong>"

    def quotation(self, blocks: Iterable[Block]) -> str:
        """A quotation set off from the text."""
        return f"<blockquote>{self.blocks(blocks)}</blockquote>"

    def figure(self, figure: Figure) -> str:
        """A picture with its words."""
        alt = f" alt={attribute(figure.alt)}" if figure.alt else ""
        words = self.inlines(figure.caption)
        if figure.credit:
            words += f' <span class="credit">{self.text(figure.credit)}</span>'
        caption = f"<figcaption>{words}</figcaption>" if words else ""
        return f"<figure><img src={attribute(figure.src)}{alt}/>{caption}</figure>"

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text):
                return self.text(text)
            case LineBreak():
                return "<br/>"
            case Emphasis(inlines):
                return f"<em>{self.inlines(inlines)}</em>"
            case Strong(inlines):
                return self.strong(inlines)
            case Link(href, inlines):
                return f"<a href={attribute(href)}>{self.inlines(inlines)}</a>"

    def _list(self, items: Iterable[ListItem], ordered: bool) -> str:
        name = "ol" if ordered else "ul"
        return f"<{name}>{''.join(self._item(item, ordered) for item in items)}</{name}>"

    def _item(self, item: ListItem, ordered: bool) -> str:
        inner = self._list(item.items, item.numbers_below(ordered)) if item.items else ""
        return f"<li>{self.inlines(item.inlines)}{inner}</li>"

    def _table(self, table: Table) -> str:
        words = self.inlines(table.caption)
        caption = f"<caption>{words}</caption>" if words else ""
        head = "".join(self._row(row, "th") for row in table.rows[: table.header_rows])
        body = "".join(self._row(row, "td") for row in table.rows[table.header_rows :])
        if not (head and body):  # a table has a body, be it of headings
            return f"<table>{caption}<tbody>{head}{body}</tbody></table>"
        return f"<table>{caption}<thead>{head}</thead><tbody>{body}</tbody></table>"

    def _row(self, cells: Iterable[str], name: str) -> str:
        return f"<tr>{''.join(f'<{name}>{self.text(cell)}</{name}>' for cell in cells)}</tr>"
