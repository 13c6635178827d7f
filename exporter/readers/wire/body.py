"""Passages as the blocks of a body: paragraphs, crossheads, lists, tables, breaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from exporter.expressions import expression
from exporter.model import Block, Break, Crosshead, Paragraph
from exporter.readers.remarks import Remarks
from exporter.readers.wire import lists
from exporter.readers.wire.crossheads import crosshead
from exporter.readers.wire.envelope import CENTRED, SET
from exporter.readers.wire.fields import CROSSHEAD
from exporter.readers.wire.passages import Passage
from exporter.readers.wire.tables import is_row, run_of_rows, table
from exporter.readers.wire.terminals import is_separator

_LONGEST_LABEL = 60
_LEAST_DIGEST = 3
_HEADS = {
    CENTRED: "a line that ANPA's marks centre",
    CROSSHEAD: "a form of the house's own",
}
# Behind a heading in Markdown its marks may follow.
_COLONS = (":", ":**", ":</u>**")
_STARRED = " ** "
_STARS = expression(r"\s+\*\*(?:\s+|$)")
# No crosshead, link, pair or label is longer.
_LONGEST_SHORT = 200
_LEAST_SENTENCE = 40
_SENTENCE = expression(r"[^.?][.!][\"”’»)]?$")
_QUOTES = "\"“”‘’'«»„「『"

# Blocks, how many passages they take, and what showed what they are.
_Found = tuple[Sequence[Block], int, str]


def blocks(passages: Sequence[Passage], remarks: Remarks) -> tuple[Block, ...]:
    """The passages as blocks; what is not surely something else is a paragraph."""
    found: list[Block] = []
    index = 0
    while index < len(passages):
        taken = None if _is_plain(passages[index]) else _recognised(passages, index, remarks)
        new, used, why = taken or (_paragraph(passages[index]), 1, "nothing shows anything else")
        for block in new:
            remarks.took(type(block).__name__.lower(), block.lines, why)
        found += new
        index += used
    return tuple(found)


def _is_plain(passage: Passage) -> bool:
    """Whether a passage can be nothing but a paragraph, as most are: one line of sentences."""
    if len(passage.lines) > 1 or passage.leads:
        return False
    line = passage.lines[0]
    text = line.text
    if (
        line.said
        or _STARRED in text
        or not (text[0].isalpha() or text[0] in _QUOTES)
        or is_row(passage)
    ):
        return False
    if len(text) > _LONGEST_SHORT:
        return True
    return len(text) > _LEAST_SENTENCE and _SENTENCE.search(text) is not None and " - " not in text


def _recognised(passages: Sequence[Passage], index: int, remarks: Remarks) -> _Found | None:
    """What the first recogniser that knows a passage makes of it."""
    for recognise in _RECOGNISERS:
        found = recognise(passages, index, remarks)
        if found is not None:
            return found
    return None


def _paragraph(passage: Passage) -> Sequence[Block]:
    return (Paragraph(passage.inlines, passage.span),)


def _break(passages: Sequence[Passage], index: int, remarks: Remarks) -> _Found | None:
    passage = passages[index]
    if not is_separator(passage.text):
        return None
    remarks.marker(passage.text, "a break between passages", passage.span.first)
    return (Break(passage.span),), 1, "a line of marks"


def _table(passages: Sequence[Passage], index: int, remarks: Remarks) -> _Found | None:
    if not is_row(passages[index]):
        return None
    rows = run_of_rows(passages, index)
    used = sum(map(len, rows))
    return ((table(rows, remarks),), used, "lines with columns") if len(rows) > 1 else None


def _centred(passages: Sequence[Passage], index: int, _remarks: Remarks) -> _Found | None:
    """A line that ANPA's marks centre, and the short lines below it, which are a list."""
    passage = passages[index]
    why = _HEADS.get(passage.said or "")
    if why is None:
        return None
    head = Crosshead.of(passage.text, passage.span)
    entries = _run(passages, index + 1, lists.is_entry) if passage.said == CENTRED else []
    if len(entries) > 1:
        why = f"{why}, with short lines below it"
        return (head, lists.unmarked(entries)), 1 + len(entries), why
    return (head,), 1, why


def _set(passages: Sequence[Passage], index: int, _remarks: Remarks) -> _Found | None:
    """Short lines that are each a line of matter by ANPA's marks: the headlines of a digest."""
    lines = _run(passages, index, lambda passage: passage.said == SET and lists.is_entry(passage))
    if len(lines) < _LEAST_DIGEST:
        return None
    return (lists.unmarked(lines),), len(lines), "short lines, each marked as one by ANPA"


def _starred(passages: Sequence[Passage], index: int, remarks: Remarks) -> _Found | None:
    """Headlines that are run on with asterisks between them (AAP)."""
    passage = passages[index]
    items = _STARS.split(passage.text) if _STARRED in passage.text else ()
    if len(items) < _LEAST_DIGEST:
        return None
    for _ in items[1:]:
        remarks.marker(_STARRED.strip(), "the end of an item", passage.span.first)
    found = lists.of_texts([item for item in items if item], passage.span)
    return (found,), 1, "items with asterisks between them"


def _bulleted(passages: Sequence[Passage], index: int, remarks: Remarks) -> _Found | None:
    bullet = lists.bullet(passages[index].text)
    if bullet is None:
        return None
    items = _run(passages, index, lambda passage: lists.bullet(passage.text) == bullet)
    if len(items) < 2:
        return None
    return (lists.bulleted(items, remarks),), len(items), "lines that begin with one bullet"


def _numbered(passages: Sequence[Passage], index: int, _remarks: Remarks) -> _Found | None:
    items = _run(passages, index, lists.is_numbered)
    if len(items) < 2:
        return None
    return (lists.unmarked(items),), len(items), "lines that begin with numbers"


def _paired(passages: Sequence[Passage], index: int, _remarks: Remarks) -> _Found | None:
    """Lines that pair a word with its meaning; a heading may stand above them in their block."""
    passage = passages[index]
    lines = lists.paired_lines(passage)
    if lines:
        above = passage.lines[: len(passage.lines) - len(lines)]
        heads = [Crosshead.of(line.text, line.lines) for line in above]
        return (*heads, lists.of_lines(lines)), 1, "short lines of pairs"
    items = _run(passages, index, lists.is_pair)
    if len(items) < 2:
        return None
    return (lists.unmarked(items),), len(items), "short lines of pairs"


def _results(passages: Sequence[Passage], index: int, _remarks: Remarks) -> _Found | None:
    """Results and fixtures, a line each; what stands over them in a line is their heading."""
    lines = _run(passages, index, lists.is_score)
    head = passages[index]
    if not lines and len(head.text) <= _LONGEST_LABEL and len(head.lines) == 1:
        lines = _run(passages, index + 1, lists.is_score)
        if len(lines) > 1:
            above = Crosshead.of(head.text, head.span)
            return (above, lists.unmarked(lines)), 1 + len(lines), "a heading over results"
    if len(lines) < 2:
        return None
    return (lists.unmarked(lines),), len(lines), "results or fixtures, a line each"


def _links(passages: Sequence[Passage], index: int, _remarks: Remarks) -> _Found | None:
    """``On the Net:`` and the addresses below it."""
    label = passages[index]
    if not label.text.endswith(":") or len(label.text) > _LONGEST_LABEL or lists.is_link(label):
        return None
    links = _run(passages, index + 1, lists.is_link)
    if not links:
        return None
    head = Crosshead.of(label.text, label.span)
    return (head, lists.unmarked(links)), 1 + len(links), "a label and addresses below it"


def _announced(passages: Sequence[Passage], index: int, remarks: Remarks) -> _Found | None:
    """What a line that ends with a colon announces: several lines, none of them a sentence."""
    passage = passages[index]
    if not passage.text.endswith(_COLONS) or len(passage.text) > _LONGEST_LABEL:
        return None
    items = _run(passages, index + 1, lists.is_announced)
    if len(items) < _LEAST_DIGEST:
        return None
    found = _crosshead(passages, index, remarks)
    first = found[0] if found is not None else _paragraph(passage)
    return (
        (*first, lists.unmarked(items)),
        1 + len(items),
        "a colon, and lines that are no sentences",
    )


def _crosshead(passages: Sequence[Passage], index: int, remarks: Remarks) -> _Found | None:
    found = crosshead(passages, index, remarks)
    if found is None:
        return None
    return (Crosshead.of(found.words, passages[index].span),), 1, found.why


def _run(
    passages: Sequence[Passage], index: int, belongs: Callable[[Passage], bool]
) -> list[Passage]:
    """The passages from one on that belong together."""
    return list(takewhile(belongs, map(passages.__getitem__, range(index, len(passages)))))


# In the order in which they are asked: the surer form first.
_RECOGNISERS: tuple[Callable[[Sequence[Passage], int, Remarks], _Found | None], ...] = (
    _break,
    _table,
    _centred,
    _set,
    _starred,
    _bulleted,
    _numbered,
    _paired,
    _results,
    _links,
    _announced,
    _crosshead,
)
