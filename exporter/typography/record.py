"""The record of what typography changed: one diagnostic a change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from exporter.diagnostics import Diagnostic, Lines, diagnose
from exporter.typography.characters import visible
from exporter.typography.passage import Change

UNPAIRED, MORE, FLOOD = "T009", "T010", "T011"

# An input made to fill the memory must not: from here on changes of a rule are only counted.
_LISTED = 2000
_CONTEXT = 16


class Record:
    """Collects the diagnostics of one document."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._diagnostics: list[Diagnostic] = []
        self._counts: Counter[str] = Counter()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything recorded, and for each rule how many changes went unlisted."""
        unlisted = ((code, count - _LISTED) for code, count in sorted(self._counts.items()))
        return (
            *self._diagnostics,
            *(
                diagnose(MORE, source=self._source, count=count, rule=code)
                for code, count in unlisted
                if count > 0
            ),
        )

    def changes(self, text: str, changes: Sequence[Change], lines: Lines | None) -> None:
        """Record changes to a text, each with the words around it before and after."""
        for change in changes:
            if self._is_listed(change.code):
                before, after = _excerpts(text, change)
                self._add(change.code, lines, before=before, after=after)

    def unpaired(self, text: str, offset: int, lines: Lines | None) -> None:
        """Record a quotation mark that has no partner."""
        if self._is_listed(UNPAIRED):
            excerpt = _excerpts(text, Change(offset, offset + 1, "", UNPAIRED))[0]
            self._add(UNPAIRED, lines, excerpt=excerpt)

    def flood(self, count: int, most: int) -> None:
        """Record that quotation marks stay as sent, since there are too many to pair."""
        self._add(FLOOD, None, count=f"{count:,}", most=f"{most:,}")

    def _is_listed(self, code: str) -> bool:
        count = self._counts[code] = self._counts[code] + 1
        return count <= _LISTED

    def _add(self, code: str, lines: Lines | None, **facts: object) -> None:
        self._diagnostics.append(diagnose(code, source=self._source, lines=lines, **facts))


def _excerpts(text: str, change: Change) -> tuple[str, str]:
    start, end, replacement, _ = change
    before = text[max(0, start - _CONTEXT) : start]
    if start > _CONTEXT:
        before = _from_word(before)
    after = text[end : end + _CONTEXT]
    if end + _CONTEXT < len(text):
        after = _to_word(after)
    sent = f"{before}{text[start:end]}{after}"
    return visible(sent), visible(f"{before}{replacement}{after}")


def _from_word(text: str) -> str:
    """The text without a word that was cut at its start."""
    return text[text.find(" ") + 1 :]


def _to_word(text: str) -> str:
    """The text without a word that was cut at its end."""
    end = text.rfind(" ")
    return text if end < 0 else text[:end]
