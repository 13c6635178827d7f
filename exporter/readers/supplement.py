"""A story that the exporter wrote in a newsroom's format, read back as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from exporter.model import Block, Credit, Dateline, Kind, Paragraph, PubStatus, SourceText
from exporter.model.prose import tidy
from exporter.newsroom import Supplement, Tail
from exporter.readers.draft import Draft
from exporter.readers.newscopy import without_start
from exporter.values import replace


def restore(draft: Draft, supplement: Supplement) -> None:
    """Put into a draft what its format has no field for; what does not fit is passed over.

    Nothing here makes a story more publishable than its format says.
    """
    draft.derived = supplement.derived
    draft.left_out.clear()
    with suppress(ValueError):
        draft.kind = Kind(supplement.kind)
    with suppress(ValueError):
        _restore_status(draft, PubStatus(supplement.status), supplement.until)
    if supplement.until:
        draft.release.embargo(supplement.until)
    if supplement.embargo:
        draft.embargo = SourceText(supplement.embargo)
    if not supplement.headed:
        draft.headline = None
    if draft.byline is not None:
        draft.byline = replace(draft.byline, names=supplement.byline)
    _restore_tail(draft, supplement.tail)
    _restore_dateline(draft, supplement.dateline)


def _restore_status(draft: Draft, status: PubStatus, until: str | None) -> None:
    """The status; ninjs has no word for an embargo without an end, and calls it withheld."""
    endless = status is PubStatus.EMBARGOED and until is None
    if endless and draft.release.status is PubStatus.WITHHELD:
        draft.release.status = status
        draft.release.embargo(None)
    draft.release.say(status)


def _restore_tail(draft: Draft, tail: Sequence[Tail]) -> None:
    """Credits, boilerplate and end mark, which stand below the body or in a place of their own."""
    credited = [part for part in tail if part.part == "credits"]
    if draft.credits and len(draft.credits) == len(credited):
        draft.credits = [
            Credit(credit.text, part.role, part.names, credit.lines)
            for credit, part in zip(draft.credits, credited, strict=True)
        ]
        tail = [part for part in tail if part.part != "credits"]
    blocks = draft.body[len(draft.body) - len(tail) :] if tail else []
    if len(blocks) < len(tail) or not all(isinstance(block, Paragraph) for block in blocks):
        return
    del draft.body[len(draft.body) - len(blocks) :]
    for block, part in zip(blocks, tail, strict=True):
        _take(draft, block, part)


def _take(draft: Draft, block: Block, part: Tail) -> None:
    words = SourceText(block.text if isinstance(block, Paragraph) else "", block.lines)
    if part.part == "credits":
        draft.credits.append(Credit(words.text, part.role, part.names, words.lines))
    elif part.part == "end_mark":
        draft.end_mark = words
    else:
        draft.boilerplate.append(words)


def _restore_dateline(draft: Draft, parts: Mapping[str, Any]) -> None:
    """The dateline, where it still opens the text or stands in its field."""
    text = _word(parts, "text")
    if not text:
        return
    first = draft.body[0] if draft.body else None
    given = draft.dateline
    if given is not None and given.text == text:
        lines = given.lines
    elif isinstance(first, Paragraph) and f"{first.text} ".startswith(f"{text} "):
        lines = first.lines
        rest = tidy(without_start(first.inlines, len(text) + 1))
        draft.body[:1] = [replace(first, inlines=rest)] if rest else []
    else:
        return
    region, date, agency = (_word(parts, name) for name in ("region", "date", "agency"))
    draft.dateline = Dateline(text, _words(parts, "places"), region, date, agency, lines)


def _word(parts: Mapping[str, Any], name: str) -> str | None:
    value = parts.get(name)
    return value if isinstance(value, str) else None


def _words(parts: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = parts.get(name)
    values = value if isinstance(value, list | tuple) else ()
    return tuple(each for each in values if isinstance(each, str))
