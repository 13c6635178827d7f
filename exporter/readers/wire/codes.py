"""Codes of typesetting that reached the text written out.

AP and the New York Times set type with them: QL, QC and QR end a line (quad left, centre, right),
UR and LR change to the upper or the lower rail, where another face stood. Archives pass them on as
entities, ``&QL;``, or as what is left of one, ``ampQL`` or a bare ``QL``; control characters become
``&Cx1f;`` or ``Cx1f``.
"""

from __future__ import annotations

from collections.abc import Sequence

from exporter.expressions import expression
from exporter.readers.remarks import Remarks
from exporter.readers.text.characters import collapse
from exporter.readers.text.lines import Line, pieces
from exporter.readers.wire.fields import FRAME
from exporter.values import replace

# Bare letters are codes only where one of these shows that codes were written out.
_EVIDENCE = expression(r"&(?:UR|LR|Q[LCR]);|\b(?:amp)?Cx[01][0-9a-f]\b")
_QUAD_OR_RAIL = expression(r"(?:&|(?<!\w)(?:amp)?)(?:UR|LR|Q[LCR])(?!\w);?")
_CONTROL = expression(r"(?<!\w)(?:&|amp)?Cx[01][0-9a-f](?!\w);?")
# Initials are set in brackets that stand on the other rail: (JT LR ).
_CLOSED_BY_RAIL = expression(r"(\([A-Za-z]{2,4})\s+(?:&|amp)?[UL]R;?\s*(?=\))")
# A line as long as this is a paragraph: codes in it change its face and end no line.
_PARAGRAPH = 400


def without_codes(lines: Sequence[Line], remarks: Remarks) -> list[Line]:
    """The lines as they were set: parted where a code ended one, with the codes reported."""
    if not any(_is_evidence(line.text) for line in lines):
        return list(lines)
    found: list[Line] = []
    is_open = False
    in_header = True
    for line in lines:
        in_header = in_header and not (line.blank and found and not found[-1].blank)
        parts, opens, closes = _set(line, remarks)
        if in_header and is_open and not opens and not line.blank:
            # Nothing ended the line above but the width of the archive's own lines.
            text = f"{found[-1].text} {parts[0].text}"
            found[-1] = replace(found[-1], text=text, columns=text)
            del parts[0]
        found += parts
        is_open = not line.blank and not closes and (is_open or _has_rail(line.text))
    return found


def _is_evidence(text: str) -> bool:
    return ("Cx" in text or "&" in text) and _EVIDENCE.search(text) is not None


def _has_rail(text: str) -> bool:
    return len(text) <= _PARAGRAPH and _QUAD_OR_RAIL.search(text) is not None


def _set(line: Line, remarks: Remarks) -> tuple[list[Line], bool, bool]:
    """The lines of type on a line, and whether a code begins the first and ends the last."""
    text = line.text
    controls = _CONTROL.findall(text)
    for code in controls:
        remarks.marker(code, "a control character that was written out", line.number)
    text = _CONTROL.sub(" ", text)
    codes = _QUAD_OR_RAIL.findall(text)
    for code in codes:
        remarks.marker(code, "a line or a face of type", line.number)
    if controls or len(text) > _PARAGRAPH:
        text = collapse(_QUAD_OR_RAIL.sub(" ", text))
        said = FRAME if controls and len(text) <= _PARAGRAPH else line.said
        return [replace(line, text=text, columns=text, said=said)], True, True
    if not codes:
        return [line], False, False
    text = _CLOSED_BY_RAIL.sub(r"\1", text)
    parts = pieces(line, _QUAD_OR_RAIL.split(text))
    opens = _QUAD_OR_RAIL.match(text) is not None
    closes = text.rstrip().endswith(tuple(codes)) and bool(codes)
    return parts or [replace(line, text="", columns="")], opens, closes
