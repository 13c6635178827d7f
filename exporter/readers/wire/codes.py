"""Codes of typesetting that reached the text written out.

AP and the New York Times set type with them: QL, QC and QR end a line (quad left, centre, right),
UR and LR change to the upper or the lower rail, where another face stood. Archives pass them on as
entities, ``&QL;``, or as what is left of one, ``ampQL`` or a bare ``QL``; control characters become
``&Cx1f;`` or ``Cx1f``.
"""

from __future__ import annotations

from collections.abc import Sequence

from exporter.expressions import expression
from exporter.readers.text.lines import Line, pieces
from exporter.readers.wire.remarks import Remarks
from exporter.values import replace

# Bare letters are codes only where one of these shows that codes were written out.
_EVIDENCE = expression(r"&(?:UR|LR|Q[LCR]);|\b(?:amp)?Cx[01][0-9a-f]\b")
_QUAD_OR_RAIL = expression(r"(?<!\w)(?:&|amp)?(?:UR|LR|Q[LCR])(?!\w);?")
_CONTROL = expression(r"(?<!\w)(?:&|amp)?Cx[01][0-9a-f](?!\w);?")
# A line as long as this is a paragraph: codes in it change its face and end no line.
_PARAGRAPH = 400


def without_codes(lines: Sequence[Line], remarks: Remarks) -> list[Line]:
    """The lines as they were set: parted where a code ended one, with the codes reported."""
    if not any(_is_evidence(line.text) for line in lines):
        return list(lines)
    return [piece for line in lines for piece in _set(line, remarks)]


def _is_evidence(text: str) -> bool:
    return ("Cx" in text or "&" in text) and _EVIDENCE.search(text) is not None


def _set(line: Line, remarks: Remarks) -> list[Line]:
    text = line.text
    for code in _CONTROL.findall(text):
        remarks.marker(code, "a control character that was written out", line.number)
    text = _CONTROL.sub(" ", text)
    codes = _QUAD_OR_RAIL.findall(text)
    for code in codes:
        remarks.marker(code, "a line or a face of type", line.number)
    if len(text) > _PARAGRAPH:
        text = _QUAD_OR_RAIL.sub(" ", text)
    elif codes:
        return pieces(line, _QUAD_OR_RAIL.split(text)) or [replace(line, text="", columns="")]
    return [line] if text == line.text else pieces(line, [text])
