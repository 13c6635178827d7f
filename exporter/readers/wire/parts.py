"""The parts of a story, found in their order: frame, notices, head, foot, body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from exporter.diagnostics import Lines
from exporter.model import Block, Credit, SourceText
from exporter.readers.house import House
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import Line
from exporter.readers.wire.agencies import is_release_wire
from exporter.readers.wire.body import blocks
from exporter.readers.wire.claims import claim
from exporter.readers.wire.codes import without_codes
from exporter.readers.wire.embeds import without_embeds
from exporter.readers.wire.envelope import unframe
from exporter.readers.wire.fields import FRAME, with_fields
from exporter.readers.wire.foot import Foot, read_foot
from exporter.readers.wire.formula import plain
from exporter.readers.wire.head import Head, read_head, take_dateline
from exporter.readers.wire.headline import same_words, take_headlines
from exporter.readers.wire.lead import lead_stop, story_start
from exporter.readers.wire.notebook import Aside, set_aside
from exporter.readers.wire.passages import Passage, passages, wrapping
from exporter.readers.wire.publication import Permission, permission
from exporter.readers.wire.release import end_of_release, take_boilerplate, take_points, texts
from exporter.readers.wire.runons import apart, with_header_apart
from exporter.readers.wire.unpublishable import unpublishable
from exporter.values import Value

_Part = TypeVar("_Part", SourceText, Credit)


class Parts(Value):
    """Everything found in one story, before it is a document."""

    urgency: int | None
    barred: tuple[Lines, ...]
    allowed: Permission
    head: Head
    foot: Foot
    notes: tuple[SourceText, ...]
    credits: tuple[Credit, ...]
    boilerplate: tuple[SourceText, ...]
    body: tuple[Block, ...]

    @property
    def is_release(self) -> bool:
        """Whether a company or an office sent it, not an agency."""
        return _is_release(self.head, self.allowed, self.foot)


def find_parts(lines: Sequence[Line], house: House, remarks: Remarks) -> Parts:
    """The parts of the lines of a source; the house's own forms are asked before all others."""
    copy = without_embeds(lines, remarks)
    set_lines = with_fields(without_codes(copy, remarks), remarks)
    frame = unframe(with_header_apart(set_lines), remarks)
    opened = apart(frame.lines)
    before = range(story_start(opened, house))
    words = [plain(line.text) for line in opened]
    barred = unpublishable(opened, words, before)
    numbers = {number for span in barred for number in range(span.first, span.last + 1)}
    until_lead = range(lead_stop(opened, house))
    allowed = permission(opened, words, until_lead, numbers, remarks)
    claimed = claim(allowed.lines, house, remarks)
    aside = set_aside(claimed.lines, numbers, remarks)
    for span in barred:
        remarks.add("R017", span, first=span.first, last=span.last)
    how = wrapping(aside.lines[before.stop :])
    head = _head(aside, how.width, frame.framed, house, remarks)
    head.subheadline += claimed.subheadline
    # The first is the story's; what else says so stays with the editors.
    rights = [each for each in (head.copyright, claimed.copyright, aside.copyright) if each]
    running = list(passages(head.lines, how))
    end = end_of_release(running)
    foot = read_foot(running[:end], next(iter(rights), None), claimed.end_mark, remarks)
    foot.below = running[end:]
    _take_repeated_headline(head, foot, remarks)
    text, boilerplate = _released(head, allowed, foot, remarks)
    return Parts(
        urgency=frame.urgency,
        barred=barred,
        allowed=allowed,
        head=head,
        foot=foot,
        notes=_in_order(
            [*allowed.notes, *claimed.notes, *head.notes, *foot.notes, *aside.notes, *rights[1:]]
        ),
        credits=_in_order([*claimed.credits, *head.credits, *foot.credits, *aside.credits]),
        boilerplate=_in_order([*claimed.boilerplate, *boilerplate]),
        body=blocks(text, remarks),
    )


def _head(aside: Aside, width: int | None, framed: bool, house: House, remarks: Remarks) -> Head:
    head, unknown, lead = read_head(aside.lines, framed, house, remarks)
    take_headlines(head, unknown, lead, width, remarks)
    if lead is not None:
        take_dateline(head, lead, remarks)
    return head


def _take_repeated_headline(head: Head, foot: Foot, remarks: Remarks) -> None:
    """Takes the headline from above the text where it was sent once more, perhaps in bold."""
    first = foot.passages[0] if foot.passages else None
    if first is None or head.headline is None:
        return
    if same_words(first.text, head.headline.text):
        remarks.add("R013", first.span, words=first.text)
        remarks.took(FRAME, first.span, "the headline once more")
        del foot.passages[0]


def _released(
    head: Head, allowed: Permission, foot: Foot, remarks: Remarks
) -> tuple[Sequence[Passage], tuple[SourceText, ...]]:
    """The text of a release without its points, which go to the head, and its boilerplate."""
    if not _is_release(head, allowed, foot):
        return foot.passages, ()
    points, text = take_points(foot.passages, remarks)
    head.subheadline += points
    released = take_boilerplate(text, [*head.credits, *foot.credits], remarks)
    below = texts(foot.below, remarks) if foot.below else ()
    return released.passages, (*released.boilerplate, *below)


def _is_release(head: Head, allowed: Permission, foot: Foot) -> bool:
    agency = (head.dateline.agency or "").lower() if head.dateline else ""
    said = allowed.embargo.text.lower() if allowed.embargo is not None else ""
    immediate = "release" in said and "hold" not in said
    numbered = head.slugline is not None and head.slugline.text.startswith("MEDIA RELEASE")
    hashes = foot.end_mark is not None and "#" in foot.end_mark.text
    return immediate or numbered or hashes or bool(foot.below) or is_release_wire(agency)


def _in_order(parts: list[_Part]) -> tuple[_Part, ...]:
    return tuple(sorted(parts, key=lambda part: part.lines or Lines(0, 0)))
