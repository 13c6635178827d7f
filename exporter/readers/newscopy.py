"""What the recognisers of wire copy find in the fields and blocks of a machine format.

Many agencies put their copy into XML or JSON as it stands: dateline, byline and credits are
paragraphs there. What a format says itself is not asked for again.
"""

from __future__ import annotations

from collections.abc import Sequence

from exporter.model import (
    Block,
    Break,
    Crosshead,
    Inline,
    LineBreak,
    Paragraph,
    SourceText,
    Text,
)
from exporter.model.inlines import plain_text
from exporter.model.prose import Wrapper, letters, tidy
from exporter.model.words import words_of
from exporter.readers.claimed import claim, in_order
from exporter.readers.draft import Draft
from exporter.readers.house import House
from exporter.readers.notices import read_notices
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import Line
from exporter.readers.wire.advisory import is_advisory
from exporter.readers.wire.byline import byline
from exporter.readers.wire.claims import house_opening
from exporter.readers.wire.credits import credit_line, mark_rest, trailing_credits
from exporter.readers.wire.dateline import Opening, opening
from exporter.readers.wire.passages import wrapping
from exporter.readers.wire.terminals import is_end_mark, is_separator
from exporter.values import replace

# A head is short: what looks like a byline further down is text.
_DEEPEST = 6
# Lines of a foot: credits, contacts of the desk, end mark, sign-off.
_DEEPEST_FOOT = 12
# Letters of a summary from which on a repetition is no accident, and how far into a text.
_LEAST_REPEAT = 40
_SLACK = 300


def recognise(draft: Draft) -> None:
    """Move what is no text of the story from the body to the fields it belongs to.

    A story that the exporter wrote says itself where its parts are.
    """
    if draft.supplement is not None:
        return
    draft.body = _unwrapped(draft.body)
    house = draft.raw.house
    if house.forms:
        read_notices(draft)
        claim(draft)
    _read_head(draft)
    _read_foot(draft)
    if house.forms:
        in_order(draft)
    draft.body = [_separated(block, draft.remarks) for block in draft.body]
    _drop_repeats(draft)
    read_notices(draft)


# -- hard wraps ----------------------------------------------------------------------------------


def _unwrapped(body: Sequence[Block]) -> list[Block]:
    """The blocks without the line breaks that only show how wide the sender's lines were."""
    broken = [block for block in body if isinstance(block, Paragraph) and _is_broken(block)]
    lines: list[Line] = []
    for block in broken:
        lines += [Line(len(lines) + 1, words, words) for words in block.text.split("\n")]
        lines.append(Line(len(lines) + 1, ""))
    how = wrapping(lines)
    if how.width is None:
        return list(body)
    width = how.width
    return [_joined(block, width) for block in body]


def _is_broken(block: Paragraph) -> bool:
    return any(isinstance(inline, LineBreak) for inline in block.inlines)


def _joined(block: Block, width: int) -> Block:
    """A paragraph with a space for each line break after a full line."""
    if not isinstance(block, Paragraph) or not _is_broken(block):
        return block
    lines = block.text.split("\n")
    found: list[Inline] = []
    ended = 0  # lines, by breaks within markup too
    for inline in block.inlines:
        if isinstance(inline, LineBreak) and _is_full(lines[ended], lines[ended + 1], width):
            found.append(Text(" "))
        else:
            found.append(inline)
        ended += plain_text((inline,)).count("\n")
    return replace(block, inlines=tidy(found))


def _is_full(before: str, after: str, width: int) -> bool:
    word = after.partition(" ")[0]
    return len(before) + 1 + len(word) > width - 2 or after[:1].islower()


# -- the head ------------------------------------------------------------------------------------


def _read_head(draft: Draft) -> None:
    """Notes to editors and bylines before the lead, and the dateline it opens with."""
    for position in range(min(_DEEPEST, len(draft.body))):
        block = draft.body[position]
        if not isinstance(block, Paragraph):
            return
        found = _opening(block, draft.raw.house)
        if found is not None:
            _take_dateline(draft, position, block, found)
            break
    else:
        position = 1
    _take_head(draft, min(position, len(draft.body) - 1))


def _opening(block: Paragraph, house: House) -> Opening | None:
    """The dateline that a paragraph opens with, by the house's forms before all others."""
    found = house_opening(Line(1, block.text, block.text), house)
    if found is None:
        return opening(block.text, block.lines)
    return replace(found, dateline=replace(found.dateline, lines=block.lines))


def _take_dateline(draft: Draft, position: int, block: Paragraph, found: Opening) -> None:
    given = draft.dateline
    if given is not None and not _says(found.dateline.text, given.text):
        draft.leave_out("dateline", [given.text])
    draft.dateline = found.dateline
    rest = tidy(without_start(block.inlines, len(block.text) - len(found.lead)))
    draft.body[position : position + 1] = [replace(block, inlines=rest)] if rest else []


def _says(sent: str, given: str) -> bool:
    return set(given.casefold().replace(",", " ").split()) <= set(
        sent.casefold().replace(",", " ").replace("/", " ").replace("--", " ").split()
    )


def _take_head(draft: Draft, lead: int) -> None:
    """Takes notes and the byline from before the lead."""
    kept: list[Block] = []
    for block in draft.body[: max(lead, 0)]:
        text = block.text if isinstance(block, Paragraph) else ""
        author = byline(Line(1, text, text)) if text else None
        if text and is_advisory(text):
            draft.ed_note.append(SourceText(text, block.lines))
        elif author is not None and draft.byline is None and author[0].names:
            draft.byline = replace(author[0], lines=block.lines)
        else:
            kept.append(block)
    draft.body[: max(lead, 0)] = kept


def without_start(inlines: Sequence[Inline], count: int) -> list[Inline]:
    """The inlines without their first characters."""
    found: list[Inline] = []
    for inline in inlines:
        size = len(Paragraph((inline,)).text)
        if count >= size:
            count -= size
        elif count == 0 or isinstance(inline, LineBreak):
            found.append(inline)
        else:
            found.append(_cut(inline, count))
            count = 0
    return found


def _cut(inline: Text | Wrapper, count: int) -> Inline:
    if isinstance(inline, Text):
        return Text(inline.text[count:])
    return replace(inline, inlines=tuple(without_start(inline.inlines, count)))


# -- the foot ------------------------------------------------------------------------------------


def _read_foot(draft: Draft) -> None:
    """Credits, sign-off and end mark after the text, read from the end upwards."""
    for _ in range(_DEEPEST_FOOT):
        if len(draft.body) < 2 or not _take_last(draft, draft.body[-1]):
            break
        draft.body.pop()
    _take_run_on(draft)


def _take_last(draft: Draft, block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    found = credit_line(block.text, block.lines)
    if found:
        draft.credits[:0] = found
        mark_rest(block.text, found, draft.remarks)
    elif is_end_mark(block.text) and draft.end_mark is None:
        draft.end_mark = SourceText(block.text, block.lines)
    else:
        return False
    return True


def _take_run_on(draft: Draft) -> None:
    """Credits in brackets at the end of the last paragraph."""
    block = draft.body[-1] if draft.body else None
    if not isinstance(block, Paragraph) or len(block.inlines) > 1:
        return
    found = trailing_credits(block.text, block.lines)
    if found is None:
        return
    draft.credits[:0] = found.credits
    mark_rest(block.text[len(found.text) :], found.credits, draft.remarks)
    draft.body[-1] = Paragraph.of(found.text, block.lines)


# -- what is said twice --------------------------------------------------------------------------


def _drop_repeats(draft: Draft) -> None:
    """Leaves out a summary that is the headline or the lead, and a heading that is the headline.

    Systems fill such fields by themselves; on a page the words would stand twice.
    """
    headline = letters(draft.headline.text) if draft.headline else ""
    first = draft.body[0] if draft.body else None
    if isinstance(first, Crosshead) and headline and letters(first.text) == headline:
        del draft.body[0]
    longest = max((len(part.text) for part in draft.abstract), default=0)
    opening_words = letters(_beginning(draft.body, longest + _SLACK))
    for part in list(draft.abstract):
        said = letters(_after_dateline(part.text))
        repeats = len(said) >= _LEAST_REPEAT and said in opening_words
        if repeats or said == headline:
            draft.abstract.remove(part)
            draft.leave_out("summary", [part.text])


def _beginning(body: Sequence[Block], length: int) -> str:
    found = ""
    for block in body:
        if len(found) >= length:
            break
        found += " " + words_of(block)
    return found[: 2 * length]


def _after_dateline(text: str) -> str:
    found = opening(text)
    return found.lead if found else text


def _separated(block: Block, remarks: Remarks) -> Block:
    """A break for a paragraph of marks that only separates."""
    if not isinstance(block, Paragraph) or not is_separator(block.text):
        return block
    first = block.lines.first if block.lines else 1
    remarks.marker(block.text, "a break between passages", first)
    return Break(block.lines)
