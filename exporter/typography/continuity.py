"""Quotations that run over several paragraphs."""

from __future__ import annotations

from exporter.diagnostics import Lines
from exporter.typography.quotation import Quotations
from exporter.typography.record import Record


class Continuity:
    """Follows quotations from paragraph to paragraph.

    One that is not closed is right if the next paragraph opens it again, or closes it.
    """

    def __init__(self, record: Record) -> None:
        self._record = record
        self._unclosed: tuple[str, int, Lines | None] | None = None

    @property
    def is_open(self) -> bool:
        """Whether the next paragraph may close a quotation that an earlier one opened."""
        return self._unclosed is not None

    def meet(self, found: Quotations, text: str, lines: Lines | None) -> None:
        """Take the next paragraph; one without double marks leaves things as they are."""
        if not found.doubles:
            return
        if found.unopened is not None:
            if self._unclosed is None:
                self._record.unpaired(text, found.unopened, lines)
            self._unclosed = None
        if not found.continues:
            self.end()
        self._unclosed = None if found.unclosed is None else (text, found.unclosed, lines)

    def end(self) -> None:
        """Take the end of the text."""
        if self._unclosed is not None:
            self._record.unpaired(*self._unclosed)
        self._unclosed = None
