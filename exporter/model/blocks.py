"""The blocks of a story's body, each with the source lines it came from."""

from __future__ import annotations

from exporter.diagnostics import Lines
from exporter.model.inlines import Inline, Text, plain_text
from exporter.values import Value


class Paragraph(Value):
    """A paragraph of running text."""

    inlines: tuple[Inline, ...]
    lines: Lines | None = None

    @classmethod
    def of(cls, text: str, lines: Lines | None = None) -> Paragraph:
        """Paragraph of plain text."""
        return cls((Text(text),), lines)

    @property
    def text(self) -> str:
        """Its characters without markup."""
        return plain_text(self.inlines)


class Crosshead(Value):
    """A short heading between paragraphs (NITF hl2)."""

    inlines: tuple[Inline, ...]
    lines: Lines | None = None

    @classmethod
    def of(cls, text: str, lines: Lines | None = None) -> Crosshead:
        """Crosshead of plain text."""
        return cls((Text(text),), lines)

    @property
    def text(self) -> str:
        """Its characters without markup."""
        return plain_text(self.inlines)


class ListItem(Value):
    """One item: its own words, then the items nested below it.

    `ordered` says whether those are numbered from 1, None that they are as this item is.
    """

    inlines: tuple[Inline, ...]
    items: tuple[ListItem, ...] = ()
    ordered: bool | None = None

    @classmethod
    def of(cls, text: str, *items: ListItem, ordered: bool | None = None) -> ListItem:
        """Item of plain text."""
        return cls((Text(text),), items, ordered)

    @property
    def text(self) -> str:
        """Its own characters without markup or nested items."""
        return plain_text(self.inlines)

    def numbers_below(self, ordered: bool) -> bool:
        """Whether the items below it are numbered, where it is itself numbered, or is not."""
        return ordered if self.ordered is None else self.ordered


class ItemList(Value):
    """A list, numbered from 1 when `ordered`."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    lines: Lines | None = None


class Table(Value):
    """Rows of plain cells, the first `header_rows` of them headings; rows may differ in length."""

    rows: tuple[tuple[str, ...], ...]
    header_rows: int = 0
    lines: Lines | None = None
    caption: tuple[Inline, ...] = ()


class Figure(Value):
    """A picture; `src` names a resource and is never fetched from a network."""

    src: str
    alt: str | None = None
    caption: tuple[Inline, ...] = ()
    credit: str | None = None
    lines: Lines | None = None


class Quotation(Value):
    """A quotation set off from the text."""

    blocks: tuple[Block, ...]
    lines: Lines | None = None


class Break(Value):
    """A separator that only separates."""

    lines: Lines | None = None


Block = Paragraph | Crosshead | ItemList | Table | Figure | Quotation | Break
