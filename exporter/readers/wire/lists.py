"""Lists: bulleted, numbered, and those that only their shape gives away."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.diagnostics import Lines
from exporter.expressions import expression
from exporter.model import ItemList, ListItem
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import Line
from exporter.readers.wire.envelope import CENTRED
from exporter.readers.wire.passages import Passage, over
from exporter.readers.wire.tables import is_row
from exporter.readers.wire.terminals import is_separator

_BULLETED = expression(r"(?P<bullet>[*•·▪]|--?)\s+(?P<words>\S.*)")
# 1. · 2) · 1A) · (3)
_NUMBERED = expression(r"\(?\d{1,2}[A-Za-z]?[.)]\s+\S.*")
# Luisa Mell - director · clr - clear · Logo - http://…
_PAIRED = expression(r"(?P<key>[^.!?]{1,70}?) - \S.{0,120}")
_LONGEST_LINK = 160
_LINK = expression(r"https?://|\bwww\.")
_LONGEST_ENTRY = 100
# Lund 6, Ystad 5 · Detroit at Boston, 1:05 p.m. · Derby County 2 Bristol City 0
_SIDE = r"[A-Z][^\W\d_.’'-]*\.?(?:[ .’'/-]+[A-Z&][^\W\d_.’'-]*\.?){0,4}"
_SCORE = expression(
    rf"{_SIDE} \d{{1,3}}(?:, | - |-| ){_SIDE} \d{{1,3}}(?:,? \(?[\w ]{{1,20}}\)?)?"
    rf"|{_SIDE} (?:at|v|vs\.?) {_SIDE}(?:,? \(?\d{{1,2}}[:.]?\d{{0,2}}(?: ?[ap]\.m\.)?\)?)"
)
_LONGEST_ABBREVIATION = 4
_MOST_KEY_WORDS = 4
_ABBREVIATED = expression(r"(?:\b[ap]\.m|\bppd|\binn|\bNo|\bSt)\.$")
_FULL_STOP = expression(r"[.!?:;,…][\"”'’»)]*$")


def bullet(text: str) -> str | None:
    """The bullet that a text begins with."""
    match = _BULLETED.match(text)
    return match["bullet"] if match else None


def bulleted(items: Sequence[Passage], remarks: Remarks) -> ItemList:
    """The list of a run of passages with one bullet."""
    found = []
    for item in items:
        mark = bullet(item.text) or ""
        remarks.marker(mark, "an item of a list", item.span.first)
        found.append(ListItem.of(item.text.removeprefix(mark).lstrip()))
    return ItemList(tuple(found), lines=over(items))


def is_numbered(passage: Passage) -> bool:
    """Whether a passage begins as an item of a numbered list; the number stays with its words."""
    return _NUMBERED.match(passage.text) is not None


def is_pair(passage: Passage) -> bool:
    """Whether a passage is one short line that gives a word its meaning, or a name its office."""
    text = passage.text
    return len(passage.lines) == 1 and len(text) <= _LONGEST_LINK and _is_pair(text)


def _is_pair(text: str) -> bool:
    """A name or a word before the dash; behind an abbreviation its meaning may be a sentence."""
    match = _PAIRED.fullmatch(text)
    if match is None:
        return False
    key = match["key"]
    if len(key) <= _LONGEST_ABBREVIATION and " " not in key:
        return True
    return len(key.split()) <= _MOST_KEY_WORDS and key[0].isupper() and text[-1] not in ".?!"


def is_score(passage: Passage) -> bool:
    """Whether a passage is one line with a result or a fixture."""
    text = passage.text
    if len(text) > _LONGEST_ENTRY or len(passage.lines) > 1 or is_row(passage):
        return False
    return _SCORE.fullmatch(text) is not None


def is_link(passage: Passage) -> bool:
    """Whether a passage is a short line with an address in it."""
    return len(passage.text) <= _LONGEST_LINK and _LINK.search(passage.text) is not None


def is_entry(passage: Passage) -> bool:
    """Whether a passage is a short line without an end: a result, a fixture."""
    text = passage.text
    if (
        len(text) > _LONGEST_ENTRY
        or passage.said == CENTRED
        or is_separator(text)
        or is_row(passage)
    ):
        return False
    return _FULL_STOP.search(text) is None or _ABBREVIATED.search(text) is not None


def is_announced(passage: Passage) -> bool:
    """Whether a passage may be an item of a list that only a colon above it announces."""
    text = passage.text
    if len(text) > _LONGEST_LINK or is_separator(text) or is_row(passage) or not text[0].isalnum():
        return False
    return _FULL_STOP.search(text) is None


def unmarked(items: Sequence[Passage]) -> ItemList:
    """The list of passages that nothing marks as items: their words stay as they are."""
    return ItemList(tuple(ListItem.of(item.text) for item in items), lines=over(items))


def paired_lines(passage: Passage) -> Sequence[Line]:
    """The last lines of a passage of short lines that are pairs, if at least two are, and no other.

    At most one line stands above them: their heading.
    """
    lines = passage.lines
    start = 0 if _is_pair(lines[0].text) else 1
    found = lines[start:]
    return found if len(found) > 1 and all(_is_pair(line.text) for line in found) else ()


def of_lines(lines: Sequence[Line]) -> ItemList:
    """The list with an item a line."""
    span = Lines(lines[0].number, lines[-1].number)
    return of_texts([line.text for line in lines], span)


def of_texts(texts: Sequence[str], span: Lines) -> ItemList:
    """The list with an item a text."""
    return ItemList(tuple(map(ListItem.of, texts)), lines=span)
