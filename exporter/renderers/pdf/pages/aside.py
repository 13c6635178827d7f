"""The aside: the facts about a story and the note to editors, in a column or as a strip."""

from __future__ import annotations

from typing import NamedTuple

from exporter.model import Document, Text
from exporter.renderers.pdf.pages.blocks import Block
from exporter.renderers.pdf.pages.setter import Setter
from exporter.renderers.pdf.pages.strip import Entry, StripSetter
from exporter.renderers.pdf.setting.words import Word
from exporter.renderers.pdf.writer.structure import LABELLED, Element
from exporter.stylesheet import facts, note_to_editors


class _Passage(NamedTuple):
    """A passage of the note, which is set in the one measure or the other."""

    words: list[Word]
    role: str
    element: Element


class AsideSetter:
    """Sets what is about a story, under an element of its own.

    `in_house_language` are the attributes of words that are the house's.
    """

    def __init__(self, document: Document, setter: Setter, in_house_language: str) -> None:
        self.element = Element("Aside")
        self._document = document
        self._setter = setter
        self._in_house_language = in_house_language

    def column(self, width: float, height: float, across: float) -> tuple[list[Block], list[Block]]:
        """What stands in the data column: the facts one below the other, the note to editors.

        Then what goes across the text instead: the note where the column is not high enough, or
        it would go on beside nothing, page after page. Measures in points.
        """
        blocks: list[Block] = []
        for entry in self._entries():
            blocks.append(self._setter.text(entry.label, "label", entry.label_element, width))
            blocks.append(self._setter.text(entry.value, "value", entry.value_element, width))
        passages = self._passages()
        note = self._note(passages, width)
        if sum(map(_height, blocks + note)) <= height:
            return blocks + note, []
        return blocks, self._note(passages, across)

    def strip(self, width: float) -> list[Block]:
        """The facts side by side between two hairlines, the note to editors across below them."""
        strip = StripSetter(
            self._setter.style, self._setter.compositor, self._setter.breaker, width
        )
        return strip.blocks(self._entries(), self._note(self._passages(), width))

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

    def _passages(self) -> list[_Passage]:
        """The note to editors with its label, if there is one."""
        style = self._setter.style
        notes = note_to_editors(self._document, style)
        if not notes:
            return []
        label = style.terms_for(self._document.language).ed_note
        # A note needs an identifier (ISO 14289-1, 7.9).
        element = self.element.add("Note", identifier="note-to-editors")
        heading = element.add("P", self._in_house_language)
        words = self._setter.words
        passages = [_Passage(words((Text(label),), "label"), "label", heading)]
        for note in notes:
            passages.append(_Passage(words((Text(note),), "ed_note"), "ed_note", element.add("P")))
        return passages

    def _note(self, passages: list[_Passage], width: float) -> list[Block]:
        style = self._setter.style
        inset = 2 * style.roles["ed_note"].size.pt / 3
        blocks = [
            self._setter.set(each.words, each.role, each.element, width, inset) for each in passages
        ]
        for block in blocks:
            block.bar = style.data_column.note_rule.pt
        for block in blocks[1:-1]:
            block.after = max(block.after, style.roles["value"].space_after.pt)
        for block in blocks[:1]:
            block.before = max(block.before, self._setter.grid)
        return blocks


def _height(block: Block) -> float:
    """A block's height with the white around it, at most."""
    return block.before + len(block.rows) * block.leading + block.after
