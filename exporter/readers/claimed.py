"""What a newsroom's own forms claim of the blocks of a machine format, as they do of lines."""

from __future__ import annotations

from exporter.diagnostics import Lines
from exporter.model import Block, Byline, Credit, Crosshead, Paragraph, SourceText
from exporter.readers.draft import Draft
from exporter.readers.house import Form
from exporter.readers.text.lines import Line
from exporter.readers.wire.byline import byline
from exporter.readers.wire.claims import form_of, names_in
from exporter.values import replace

# What is read where it stands is believed among so many blocks at the beginning.
_DEEPEST = 6
_OF_THE_HEAD = frozenset({"slugline", "headline", "byline"})


def claim(draft: Draft) -> None:
    """Takes the blocks that the house's forms know; a field that the format gives stays as it is.

    The sender's notices must have been read: no form can lift one.
    """
    left = (_left(draft, block, position) for position, block in enumerate(draft.body))
    draft.body = [block for block in left if block is not None]


def _left(draft: Draft, block: Block, position: int) -> Block | None:
    """The block, or the crosshead that a form makes of it; None where it has become a field."""
    if not isinstance(block, Paragraph | Crosshead):
        return block
    form = form_of(Line(1, block.text, block.text), draft.raw.house)
    if form is None:
        return block
    if form.part == "crosshead":
        return Crosshead(block.inlines, block.lines)
    text = SourceText(block.text, block.lines)
    if form.part in _OF_THE_HEAD:
        taken = position < _DEEPEST and _take_of_head(draft, form, text)
    else:
        taken = _take(draft, form, text)
    return None if taken else block


def in_order(draft: Draft) -> None:
    """Notes and credits by their lines, whichever forms knew them."""
    draft.ed_note.sort(key=lambda part: part.lines or Lines(0, 0))
    draft.credits.sort(key=lambda part: part.lines or Lines(0, 0))


def _take_of_head(draft: Draft, form: Form, text: SourceText) -> bool:
    if getattr(draft, form.part) is not None:
        return False
    if form.part == "byline":
        author = byline(Line(1, text.text, text.text))
        draft.byline = (
            replace(author[0], lines=text.lines)
            if author
            else Byline(text.text, names_in(form, text.text), text.lines)
        )
    elif form.part == "headline":
        draft.headline = text
    else:
        draft.slugline = text
    return True


def _take(draft: Draft, form: Form, text: SourceText) -> bool:
    match form.part:
        case "ed_note":
            draft.ed_note.append(text)
        case "subheadline":
            draft.subheadline.append(text)
        case "boilerplate":
            draft.boilerplate.append(text)
        case "credits":
            names = names_in(form, text.text)
            draft.credits.append(Credit(text.text, form.role, names, text.lines))
        case "end_mark" if draft.end_mark is None:
            draft.end_mark = text
        case "copyright" if draft.copyright is None:
            draft.copyright = text
        case "frame":
            draft.remarks.add("R013", text.lines, words=text.text)
        case _:
            return False
    return True
