"""What lines must fit."""

from __future__ import annotations

from exporter.renderers.contract import Hyphenator
from exporter.values import Value


class Measure(Value):
    """The column that lines are set in: widths and indents in points.

    `hyphenate` is the hyphenator, or None where words stay whole. The lines whose indices are in
    `unbroken` end in no hyphen, not even in one of the text. `hanging` lets marks hang in the
    margins.
    """

    width: float
    first_indent: float = 0.0
    left_indent: float = 0.0
    justify: bool = False
    hyphenate: Hyphenator | None = None
    hanging: bool = False
    unbroken: frozenset[int] = frozenset()

    def room(self, index: int) -> float:
        """The room on the line of that index."""
        return self.width - self.indent(index)

    def indent(self, index: int) -> float:
        """Where the line of that index begins."""
        return self.left_indent + (self.first_indent if index == 0 else 0)

    def is_flush(self, index: int) -> bool:
        """Whether the line of that index begins where its neighbours do."""
        return index > 0 or self.first_indent == 0
