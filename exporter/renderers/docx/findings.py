"""What the backend has to say about a story, collected while it is set."""

from __future__ import annotations

from exporter.diagnostics import Diagnostic, Lines, diagnose
from exporter.xmltext import legal

# Addresses and names come from the story: a message shows no more of them than this.
_LONGEST_QUOTE = 120


class Findings:
    """Diagnostics about one document, in the order in which they were found."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: list[Diagnostic] = []
        self._first_illegal: str | None = None

    def add(self, code: str, lines: Lines | None = None, **facts: object) -> None:
        """Note a finding."""
        shown = {key: _told(value) for key, value in facts.items()}
        self._found.append(diagnose(code, source=self._source, lines=lines, **shown))

    def legal(self, text: str) -> str:
        """The text in characters that XML can hold; the first that it cannot is remembered."""
        clean = legal(text)
        if clean != text and self._first_illegal is None:
            pairs = zip(text, clean, strict=True)
            self._first_illegal = next(given for given, kept in pairs if given != kept)
        return clean

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything found, each thing once."""
        if self._first_illegal is not None:
            self.add("D002", point=f"U+{ord(self._first_illegal):04X}")
        return tuple(dict.fromkeys(self._found))


def _told(value: object) -> object:
    if isinstance(value, tuple):
        return ", ".join(map(repr, value))
    if isinstance(value, str) and len(value) > _LONGEST_QUOTE:
        return value[:_LONGEST_QUOTE] + "…"
    return value
