"""What a newsroom's own forms claim of a story, before any other form is asked."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.model import Credit, SourceText
from exporter.readers.house import Form, House
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import Line, blanked
from exporter.readers.wire.dateline import Opening, opening_of
from exporter.readers.wire.fields import BYLINE, CROSSHEAD, FRAME, HEADLINE, SLUGLINE
from exporter.readers.wire.persons import persons
from exporter.values import Struct, field, replace

_WHY = "a form of the house's own"
# Parts that are read where they stand: the line only says what it is.
_SAID = {"slugline": SLUGLINE, "headline": HEADLINE, "byline": BYLINE, "crosshead": CROSSHEAD}
# So much of a line is looked at.
_REACH = 400


class Claimed(Struct):
    """What was taken by the house's forms, the lines left, and the datelines by line number."""

    lines: list[Line]
    notes: list[SourceText] = field(default_factory=list)
    subheadline: list[SourceText] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    boilerplate: list[SourceText] = field(default_factory=list)
    end_mark: SourceText | None = None
    copyright: SourceText | None = None


def claim(lines: Sequence[Line], house: House, remarks: Remarks) -> Claimed:
    """Takes what the house's forms know, and lets lines say what is read where it stands."""
    found = Claimed(list(lines))
    if not house.forms:
        return found
    for index, line in enumerate(lines):
        form = None if line.blank else form_of(line, house)
        if form is None:
            continue
        if form.part in _SAID:
            found.lines[index] = replace(line, said=_SAID[form.part])
        elif _take(found, form, line, remarks):
            found.lines[index] = blanked(line)
    return found


def house_opening(line: Line, house: House) -> Opening | None:
    """The dateline that a line opens with by one of the house's forms."""
    for form in house.forms:
        match = form.pattern.match(line.text[:_REACH]) if form.part == "dateline" else None
        if match is not None and match.end():
            return opening_of(match, line, _WHY)
    return None


def form_of(line: Line, house: House) -> Form | None:
    """The form of the house's that a line has as a whole, datelines aside."""
    for form in house.forms:
        if form.part != "dateline" and form.pattern.fullmatch(line.text[:_REACH]):
            return form
    return None


def _take(found: Claimed, form: Form, line: Line, remarks: Remarks) -> bool:
    text = SourceText(line.text, line.lines)
    if form.part == "credits":
        found.credits.append(Credit(line.text, form.role, names_in(form, line.text), line.lines))
    elif form.part == "end_mark" and found.end_mark is None:
        found.end_mark = text
    elif form.part == "copyright" and found.copyright is None:
        found.copyright = text
    elif form.part == "frame":
        remarks.add("R013", line.lines, words=line.text)
    elif form.part in ("ed_note", "subheadline", "boilerplate"):
        {
            "ed_note": found.notes,
            "subheadline": found.subheadline,
            "boilerplate": found.boilerplate,
        }[form.part].append(text)
    else:
        return False
    remarks.took(FRAME if form.part == "frame" else form.part, line.lines, _WHY)
    return True


def names_in(form: Form, text: str) -> tuple[str, ...]:
    """The persons in the group `names` of a form, if it has one."""
    match = form.pattern.fullmatch(text)
    words = match.groupdict().get("names") if match else None
    return persons(words) if words else ()
