"""Tables that a sender drew with blanks in an element that knows no white space."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from exporter.diagnostics import Lines
from exporter.model import Block, Inline, Text
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import split_lines
from exporter.readers.wire.body import blocks
from exporter.readers.wire.passages import is_tabular, passages, wrapping
from exporter.values import replace

_LEAST_ROWS = 3


def drawn_table(
    run: Sequence[Inline], place: Lines | None, remarks: Remarks
) -> tuple[Block, ...] | None:
    """The blocks of a run of mere text that has columns; None when it has none."""
    texts = [inline.text for inline in run if isinstance(inline, Text)]
    text = "".join(texts)
    if len(texts) < len(run) or text.count("\n") < _LEAST_ROWS or "  " not in text:
        return None
    first = place.first if place else 1
    numbered = split_lines(textwrap.dedent(text))
    lines = [replace(line, number=line.number + first - 1) for line in numbered]
    if sum(map(is_tabular, lines)) < _LEAST_ROWS:
        return None
    return blocks(list(passages(lines, wrapping(lines))), remarks)
