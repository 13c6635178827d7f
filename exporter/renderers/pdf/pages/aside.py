"""The aside: the facts about a story and the note to editors, in a column or as a strip."""

from __future__ import annotations

from exporter.model import Document
from exporter.renderers.pdf.pages.blocks import Block
from exporter.renderers.pdf.pages.setter import Setter
from exporter.renderers.pdf.pages.strip import Entry, StripSetter
from exporter.renderers.pdf.writer.structure import LABELLED, Element
from exporter.stylesheet import facts, note_to_editors


class AsideSetter:
    """Sets what is about a story, under an element of its own.

    `in_house_language` are the attributes of words that are the house's.
    """

    def __init__(self, document: Document, setter: Setter, in_house_language: str) -> None:
        self.element = Element("Aside")
        self._document = document
        self._setter = setter
        self._in_house_language = in_house_language

    def column(self, width: float) -> list[Block]:
        """The facts one below the other, then the note to editors."""
        blocks: list[Block] = []
        for entry in self._entries():
            blocks.append(self._setter.text(entry.label, "label", entry.label_element, width))
            blocks.append(self._setter.text(entry.value, "value", entry.value_element, width))
        return blocks + self._note(width)

    def strip(self, width: float) -> list[Block]:
        """The facts side by side between two hairlines, the note to editors across below them."""
        strip = StripSetter(
            self._setter.style, self._setter.compositor, self._setter.breaker, width
        )
        return strip.blocks(self._entries(), self._note(width))

    def _entries(self) -> list[Entry]:
        listed = list(facts(self._document, self._setter.style))
        if not listed:
            return []
        element = self.element.add("L", LABELLED)
        entries = []
        for fact in listed:
            item = element.add("LI")
            label = item.add("Lbl", self._in_house_language if fact.label_by_house else "")
            entries.append(Entry(fact.label, label, fact.value, item.add("LBody")))
        return entries

    def _note(self, width: float) -> list[Block]:
        style = self._setter.style
        notes = note_to_editors(self._document, style)
        if not notes:
            return []
        inset = 2 * style.roles["ed_note"].size.pt / 3
        label = style.terms_for(self._document.language).ed_note
        # A note needs an identifier (ISO 14289-1, 7.9).
        element = self.element.add("Note", identifier="note-to-editors")
        heading = element.add("P", self._in_house_language)
        blocks = [self._setter.text(label, "label", heading, width, inset)]
        for note in notes:
            blocks.append(self._setter.text(note, "ed_note", element.add("P"), width, inset))
        for block in blocks:
            block.bar = style.data_column.note_rule.pt
        blocks[0].before = max(blocks[0].before, self._setter.grid)
        return blocks
