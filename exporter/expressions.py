"""Regular expressions that are compiled when they are first asked for.

To compile one costs half a millisecond, and an ordinary story asks for a third of ours.
"""

from __future__ import annotations

import re
from typing import cast


class _Uncompiled:
    """Stands for a pattern: what is asked of it is taken from the compiled one, and kept."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        found: object = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def expression(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern that `re.compile` would give, compiled when it is first used."""
    return cast("re.Pattern[str]", _Uncompiled(source, flags))
