"""A story that the exporter wrote in a newsroom's format, read back as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from exporter.model import Credit, Dateline, Kind, Paragraph, PubStatus, SourceText
from exporter.model.prose import tidy
from exporter.newsroom import Supplement, Tail, words_mark
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
    """Credits, boilerplate and end mark, which stand below the body or in a place of their own.

    A paragraph of other words, which somebody has changed or added, is text.
    """
    left = list(tail)
    draft.credits = [_with_role(credit, left) for credit in draft.credits]
    found: list[tuple[Paragraph, Tail]] = []
    for part in reversed(left):
        last = draft.body[-1] if draft.body else None
        if isinstance(last, Paragraph) and words_mark(last.text) == part.words:
            found.append((last, part))
            del draft.body[-1]
    for block, part in reversed(found):
        _take(draft, block, part)


def _with_role(credit: Credit, left: list[Tail]) -> Credit:
    """The credit with its role and names; what says them is taken from what is left."""
    mark = words_mark(credit.text)
    for part in left:
        if part.part == "credits" and part.words == mark:
            left.remove(part)
            return Credit(credit.text, part.role, part.names, credit.lines)
    return credit


def _take(draft: Draft, block: Paragraph, part: Tail) -> None:
    words = SourceText(block.text, block.lines)
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
