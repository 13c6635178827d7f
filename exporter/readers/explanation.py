"""What lines of a source were taken for, and why."""

from __future__ import annotations

from exporter.diagnostics import Lines
from exporter.values import Value


class Explanation(Value):
    """Source lines, the part of the story that they are, and what showed it."""

    lines: Lines
    part: str
    why: str
