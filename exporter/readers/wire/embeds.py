"""Mark-up of web pages that reached the copy: pictures, scripts and frames, without a word."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.expressions import expression
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import Line, blanked
from exporter.readers.wire.fields import FRAME

_OPENS = expression(r"</?(?:figure|picture|img|svg|div|script|iframe|video|audio|embed|object)\b")
_ONLY_TAGS = expression(r"(?:\s*<[^<>]*>)+\s*")
# Lines over which one tag or one figure may run.
_LONGEST = 24


def without_embeds(lines: Sequence[Line], remarks: Remarks) -> list[Line]:
    """The lines, those blank that hold nothing but tags; each is reported as it was sent."""
    found = list(lines)
    if not any(line.text[:1] == "<" for line in lines):
        return found
    index = 0
    while index < len(found):
        used = _tags(found, index) if _OPENS.match(found[index].text) else 0
        for position in range(index, index + used):
            line = found[position]
            if not line.blank:
                remarks.marker(line.text, "mark-up of a web page", line.number)
                remarks.took(FRAME, line.lines, "tags of HTML without words")
                found[position] = blanked(line)
        index += used or 1
    return found


def _tags(lines: Sequence[Line], index: int) -> int:
    """How many lines from one on are tags as a whole; 0 when words stand between them."""
    text = ""
    for used, line in enumerate(lines[index : index + _LONGEST], 1):
        text += f" {line.text}"
        if text.endswith(">") and _ONLY_TAGS.fullmatch(text):
            return used
    return 0
