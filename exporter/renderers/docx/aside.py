"""What is about a story: its facts and the note to editors, in the data column or as a strip."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from exporter.model import Document
from exporter.renderers.docx.apparatus_styles import ASIDE
from exporter.renderers.docx.markup import Element, w
from exporter.renderers.docx.page import Sheet
from exporter.renderers.docx.paragraphs import paragraph
from exporter.renderers.docx.runs import RunWriter
from exporter.stylesheet import Fact, Role, Stylesheet, facts, note_to_editors

_NO_BREAK_SPACE = "\u00a0"
_BETWEEN_FACTS = "\u2003\u2003"
# The longest value of the strip that is kept on one line, in characters.
_UNBROKEN = 30
# An average character in ems, capitals among them: enough to guess how high the column gets.
_CHARACTER = 0.55
# Of the text's height: Word cuts a frame that is higher than its page, and guesses may be wrong.
_FULL = 0.8


class AsideSetter:
    """Sets what is about one document."""

    def __init__(
        self, document: Document, style: Stylesheet, writer: RunWriter, page: Sheet
    ) -> None:
        self._style = style
        self._writer = writer
        self._page = page
        self._facts = facts(document, style)
        self._notes = note_to_editors(document, style)
        terms = style.terms_language(document.language)
        self._label = style.terms[terms].ed_note
        self._house_language = None if terms == document.language else terms

    def paragraphs(self) -> Iterator[Element]:
        """The facts, then the note: what the data column has no room for reaches over the text."""
        room = int(self._page.text_height * _FULL) if self._page.aside_width else -1
        beside = self._facts_height() <= room
        yield from self._column() if beside else self._strip()
        yield from self._note(beside=beside and self._facts_height() + self._note_height() <= room)

    def _column(self) -> Iterator[Element]:
        for fact in self._facts:
            yield self._of("Fact Label", fact.label, house=fact.label_by_house, beside=True)
            yield self._of("Fact Value", fact.value, beside=True)

    def _strip(self) -> Iterator[Element]:
        """One paragraph, in which labels stay with their values, and short values on one line."""
        if not self._facts:
            return
        element = paragraph("Facts")
        for index, fact in enumerate(self._facts):
            self._writer.text(element, _BETWEEN_FACTS if index else "")
            self._label_run(element, fact)
            value = fact.value
            if len(value) <= _UNBROKEN:
                value = _NO_BREAK_SPACE.join(value.split())
            self._writer.text(element, f"{_NO_BREAK_SPACE}{value}")
        yield element

    def _label_run(self, element: Element, fact: Fact) -> None:
        language = self._house_language if fact.label_by_house else None
        self._writer.text(element, fact.label, "Label Char", language)

    def _note(self, *, beside: bool) -> Iterator[Element]:
        form = f" {ASIDE}" if beside else ""
        if self._notes:
            yield self._of(f"Note to Editors Label{form}", self._label, house=True, beside=beside)
        for note in filter(str.strip, self._notes):
            yield self._of(f"Note to Editors{form}", note, beside=beside)

    def _of(self, style: str, text: str, *, house: bool = False, beside: bool) -> Element:
        element = paragraph(style, *([self._frame()] if beside else []))
        self._writer.text(element, text, language=self._house_language if house else None)
        return element

    def _frame(self) -> Element:
        """The data column: beside the text, at the head of the page that the story begins on.

        Paragraphs whose frames are alike stand in one (ISO/IEC 29500-1, 17.3.1.11). They stay in
        the order of the text, for listeners and for programs that know no frames. Where a passage
        stands is told of itself and not of its style: LibreOffice does not look there.
        """
        return w(
            "framePr", w=self._page.aside_width, wrap="around", vAnchor="margin", hAnchor="page",
            x=self._page.aside_left, yAlign="top",
        )  # fmt: skip

    def _facts_height(self) -> int:
        label, value = self._style.roles["label"], self._style.roles["value"]
        return sum(
            self._height(fact.label, label) + self._height(fact.value, value)
            for fact in self._facts
        )

    def _note_height(self) -> int:
        role = self._style.roles["ed_note"]
        return self._style.page.grid.twips + sum(
            self._height(note, role) for note in (self._label, *self._notes)
        )

    def _height(self, text: str, role: Role) -> int:
        """The height of a paragraph in the column, in twips."""
        a_line = max(self._page.aside_width / (role.size.twips * _CHARACTER), 1)
        lines = ceil(len(text) / a_line) + text.count("\n")
        return lines * role.leading.twips + (role.space_before + role.space_after) // 635
