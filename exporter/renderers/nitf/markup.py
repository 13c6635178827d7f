"""Blocks as NITF has them: what differs from XHTML."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.model import Block, Figure, Inline
from exporter.newsroom.markup import MarkupWriter, attribute


class NitfWriter(MarkupWriter):
    """NITF 3.x: block content is p, hl2, ul, ol, table, media, bq, hr."""

    crosshead = "hl2"

    def strong(self, inlines: Iterable[Inline]) -> str:
        """NITF has one element for stress."""
        return f'<em class="strong">{self.inlines(inlines)}</em>'

    def quotation(self, blocks: Iterable[Block]) -> str:
        """A block quotation holds blocks of blocks."""
        return f"<bq><block>{self.blocks(blocks)}</block></bq>"

    def figure(self, figure: Figure) -> str:
        """A picture as a media object."""
        alt = f" alternate-text={attribute(figure.alt)}" if figure.alt else ""
        caption = self.inlines(figure.caption)
        words = f"<media-caption>{caption}</media-caption>" if caption else ""
        if figure.credit:
            words += f"<media-producer>{self.text(figure.credit)}</media-producer>"
        reference = f"<media-reference source={attribute(figure.src)}{alt}/>"
        return f'<media media-type="image">{reference}{words}</media>'
