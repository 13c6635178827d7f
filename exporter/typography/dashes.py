"""Dashes between words and at the end of a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.expressions import expression
from exporter.typography.characters import EN_DASH, NO_BREAK_SPACE
from exporter.typography.passage import Change

DASH_RULE, DATELINE_RULE = "T004", "T005"

_DASHES = "–—―"
# What the two expressions for dashes between words begin with: most hyphens are within a word.
_FREE = expression(rf"[-_{_DASHES}](?:(?<=[ \u00a0\u202f].)|(?<=--))")
_QUOTES = "\"'`´“”„‟‘’‚‛«»‹›＂＇「」『』"
# A space or a line end must follow, or for what can be nothing but a dash, a mark of closing.
_SPACED = expression(
    rf"[ \u00a0\u202f](?=[-_{_DASHES}])(?<=[^\s_=*|{_DASHES}-].)"
    rf"(?:([-_])(?=[ \u00a0\u202f\n][^\s_=*|{_DASHES}-])"
    rf"|(-{{2,3}}|[{_DASHES}])(?=[ \u00a0\u202f\n][^\s_=*|{_DASHES}-]|[{_QUOTES}…])"
    r"|(--)(?=\Z))"
)
# What a typist put after a word, after an opening mark or between numbers.
_TYPED = expression(
    rf"--(?!-)(?:(?= [^\s_=*|{_DASHES}-])"
    rf"(?:(?<=[^\W\d_]--)|(?<=[{_QUOTES}]--)(?<![^\s({_QUOTES}].--))|(?=\d)(?<=\d--))"
)
_CLOSE = expression(rf"--(?=[^\W\d_]|[(\[$€£{_QUOTES}])(?<=(?:[^\W\d_]|[.,;:!?)\]{_QUOTES}])--)")
_NUMBER_BEFORE = expression(r"[\d%°)][ \u00a0\u202f]\Z")
_NUMBER_AFTER = expression(r"[ \u00a0\u202f][$€£+(]?\d")
_CLOSING = expression(r"([ \u00a0]?)(?:-{1,3}|[–—―_])\Z")
_INNER = expression(r"(?<=\S)(?:([ \u00a0])(?:-{1,3}|[–—―_])(?=\s)|()--(?=\S))")


def dashes(text: str, dash: str, close: str | None) -> Iterator[Change]:
    """Spaced hyphens and dashes as `dash`, after a space at which no line ends.

    `--` set close between words becomes `close`, between numbers an en dash. Single signs between
    numbers mean a range, a score or a difference, and stay.
    """
    if _FREE.search(text):
        found = [*_spaced(text, dash), *(_set_close(text, close) if close else ())]
        yield from sorted([*found, *(_typed(text, dash) if "--" in text else ())])


def _spaced(text: str, dash: str) -> Iterator[Change]:
    for match in _SPACED.finditer(text):
        sign = match[match.lastindex or 0]
        if sign in ("--", "---") or not _between_numbers(text, match):
            space = match[0][0]
            space = NO_BREAK_SPACE if space == " " else space
            yield Change(match.start(), match.end(), space + dash, DASH_RULE)


def _between_numbers(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 1) : match.start() + 1]
    return bool(_NUMBER_BEFORE.search(before) and _NUMBER_AFTER.match(text, match.end()))


def _set_close(text: str, close: str) -> Iterator[Change]:
    for match in _CLOSE.finditer(text):
        yield Change(match.start(), match.end(), close, DASH_RULE)


def _typed(text: str, dash: str) -> Iterator[Change]:
    for match in _TYPED.finditer(text):
        before = text[match.start() - 1]
        set_as = f"{NO_BREAK_SPACE}{dash}" if before.isalpha() else dash
        yield Change(*match.span(), EN_DASH if before.isdigit() else set_as, DASH_RULE)


def dateline_dashes(text: str, dash: str) -> Iterator[Change]:
    """The hyphen, dash or underline that ends a dateline, and any within it, as `dash`."""
    closing = _CLOSING.search(text.rstrip())
    inner = _INNER.finditer(text, 0, closing.start() if closing else len(text))
    for match in [*inner, *([closing] if closing else [])]:
        space = NO_BREAK_SPACE if match[match.lastindex or 0] else ""
        yield Change(match.start(), match.end(), space + dash, DATELINE_RULE)
