"""Ink on paper: what a colour is printed with, and what the job prints with at all."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Self

from exporter.expressions import expression
from exporter.units import Ratio

_FOUR = expression(r"cmyk\((.+)\)", re.DOTALL)
# More ink than this does not dry on coated paper: the profiles of the condition end there
# (ISO 12647-2; `renderers/pdf/conformance/coated/README.md`).
INK_LIMIT = Ratio(3000)


class Inks(StrEnum):
    """What a job is printed with: black alone, or cyan, magenta, yellow and black."""

    BLACK = "black"
    CMYK = "cmyk"


class Ink(tuple[Ratio, ...]):
    """A grey, one ratio from black (0) to paper; or four, of cyan, magenta, yellow and black ink.

    A grey is printed with black ink alone in every job.
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Ink of a text such as ``38%`` or ``cmyk(0%, 95%, 85%, 5%)``; ValueError if it is none."""
        four = _FOUR.fullmatch(text.strip())
        parts = four[1].split(",") if four else [text]
        if four and len(parts) != 4:
            raise ValueError(f"{text!r} is not four inks such as cmyk(0%, 95%, 85%, 5%)")
        try:
            ink = cls(map(Ratio.parse, parts))
        except ValueError as error:
            meant = "neither a grey such as 38% nor four inks such as cmyk(0%, 95%, 85%, 5%)"
            raise ValueError(f"{text!r} is {meant}") from error
        if not all(0 <= part <= 1000 for part in ink):
            raise ValueError(f"{text!r} is not from 0% to 100%")
        return ink

    @property
    def is_gray(self) -> bool:
        """Whether black ink alone prints it."""
        return len(self) == 1

    @property
    def total(self) -> Ratio:
        """How much ink lies on the paper, 1000 being one ink solid."""
        return Ratio(1000 - self[0] if self.is_gray else sum(self))
