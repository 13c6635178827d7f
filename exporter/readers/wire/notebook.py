"""What stands below a story for editors: dpa's notebook, and parts not for publication."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.expressions import expression
from exporter.model import Credit, SourceText
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import Line, blanked, span
from exporter.readers.wire.advisory import is_notebook
from exporter.readers.wire.credits import credit_line
from exporter.readers.wire.passages import join
from exporter.readers.wire.rights import is_copyright
from exporter.readers.wire.terminals import is_end_mark, is_separator, is_sign_off
from exporter.values import Struct, field

_ITEM = expression(r"- +(?P<words>\S.*)")


class Aside(Struct):
    """What was set aside from the story, and the story's lines without it."""

    lines: list[Line]
    notes: list[SourceText] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    copyright: SourceText | None = None


def set_aside(lines: Sequence[Line], barred: set[int], remarks: Remarks) -> Aside:
    """Takes out the notebook and the lines in `barred`; their words keep their lines.

    So that publication drops what it must, whichever field it went to.
    """
    found = Aside(list(lines))
    notebook = _notebook(lines)
    index = 0
    while index < len(lines):
        if index in notebook or (lines[index].number in barred and not lines[index].blank):
            index += _take(found, index, lines[index].number in barred, remarks)
        else:
            index += 1
    return found


def _notebook(lines: Sequence[Line]) -> range:
    """The indices of the notebook: to the sign-off or end mark below it."""
    start = next((i for i, line in enumerate(lines) if is_notebook(line.text)), len(lines))
    end = next((i for i in range(start, len(lines)) if _is_past(lines[i])), len(lines))
    return range(start, end)


def _is_past(line: Line) -> bool:
    return is_sign_off(line.text) or is_end_mark(line.text)


def _take(found: Aside, index: int, barred: bool, remarks: Remarks) -> int:
    """Sets one entry aside; how many lines it had."""
    line = found.lines[index]
    if line.blank:
        return 1
    why = "not for publication" if barred else "stands in the notebook"
    used = [line, *_continuation(found.lines, index)]
    text = join(used)
    credits_ = credit_line(text, span(used)) if _ITEM.match(text) else ()
    if credits_:
        found.credits += credits_
        remarks.took("credits", span(used), f"says who did what; {why}")
    elif is_separator(line.text) and not barred:
        used = used[:1]
        remarks.marker(line.text, "a break between notes", line.number)
    elif found.copyright is None and (rights := _rights(text)) is not None:
        if rights != text:
            remarks.marker("-", "an item of the notebook", line.number)
        found.copyright = SourceText(rights, span(used))
        remarks.took("copyright", span(used), "an item of the notebook in a notice's form")
    else:
        used = used[:1]
        found.notes.append(SourceText(line.text, line.lines))
        remarks.took("ed_note", line.lines, why)
    for offset, each in enumerate(used):
        found.lines[index + offset] = blanked(each)
    return len(used)


def _continuation(lines: Sequence[Line], index: int) -> list[Line]:
    """The lines that an item of a notebook was wrapped to: indented, without a dash."""
    if not _ITEM.match(lines[index].text):
        return []
    found = []
    for line in lines[index + 1 :]:
        if line.blank or line.indent <= lines[index].indent or _ITEM.match(line.text):
            break
        found.append(line)
    return found


def _rights(text: str) -> str | None:
    item = _ITEM.fullmatch(text)
    words = item["words"] if item else text
    return words if is_copyright(words) else None
