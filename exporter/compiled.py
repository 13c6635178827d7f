"""What an earlier process compiled, on a shelf that the program lends.

Nobody lends one to a Python caller, and then everything is compiled anew and nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Shelf(Protocol):
    """Plain values by name: numbers, texts, bytes, and tuples, lists and dicts of them."""

    @property
    def takes(self) -> bool:
        """Whether it is worth the while to make something for it."""

    def get(self, name: str) -> object:
        """What was put there, None for nothing; whoever asks looks at its shape."""

    def put(self, name: str, value: object) -> None:
        """Keep a value if that is possible."""


class NoShelf:
    """Gives nothing and keeps nothing."""

    takes = False

    def get(self, _name: str) -> object:
        """Nothing."""
        return None

    def put(self, _name: str, _value: object) -> None:
        """Nothing is kept."""


_lent: list[Shelf] = [NoShelf()]


@contextmanager
def lent(shelf: Shelf) -> Iterator[None]:
    """Let what is compiled meanwhile come from the shelf, and go to it."""
    _lent.append(shelf)
    try:
        yield
    finally:
        _lent.pop()


def shelf() -> Shelf:
    """The shelf that was lent last."""
    return _lent[-1]
