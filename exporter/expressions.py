"""Regular expressions that are compiled when they are first asked for.

To compile one costs half a millisecond, and an ordinary story asks for a third of ours. From its
code (what `re` hands to its engine) it is had a hundred times as fast; see `exporter.compiled`.
"""

from __future__ import annotations

import re
from array import array
from contextlib import suppress
from typing import Any, cast

from exporter.compiled import shelf

_SHELF = "expressions"
_MOST = 512  # three times ours: what a later edition of us no longer asks for goes in the end

# An expression's source and flags.
_Key = tuple[str, int]
_compiled: dict[_Key, re.Pattern[str]] = {}


class _Uncompiled:
    """Stands for a pattern: what is asked of it is taken from the compiled one, and kept."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = int(flags)

    def __getattr__(self, name: str) -> object:
        found: object = getattr(_pattern(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def expression(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern that `re.compile` would give, compiled when it is first used."""
    return cast("re.Pattern[str]", _Uncompiled(source, flags))


def _pattern(source: str, flags: int) -> re.Pattern[str]:
    code = _kept().get((source, flags))
    if code is not None:
        with suppress(Exception):  # whatever the engine says of a code that is none
            return _assembled(source, code)
    pattern = re.compile(source, flags)
    if shelf().takes:
        _compiled[source, flags] = pattern
    return pattern


_shelves: list[tuple[object, dict[Any, Any]]] = []


def _kept() -> dict[Any, Any]:
    """Codes by key, as they came from the shelf; read once."""
    if not _shelves or _shelves[0][0] is not shelf():
        found = shelf().get(_SHELF)
        _shelves[:] = [(shelf(), found if isinstance(found, dict) else {})]
    return _shelves[0][1]


def keep() -> None:
    """Put on the shelf what had to be compiled in this process."""
    if not _compiled:
        return
    codes = {key: code for key, pattern in _compiled.items() if (code := _code(*key, pattern))}
    _compiled.clear()
    before = _kept()
    if codes:
        shelf().put(_SHELF, {**before, **codes} if len(before) < _MOST else codes)


def _code(source: str, flags: int, pattern: re.Pattern[str]) -> tuple[object, ...] | None:
    """What `re` compiles to, by its private ways; None where they no longer lead to the pattern."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        tree = _parser.parse(source, flags)
        names = tree.state.groupdict
        numbered = dict.fromkeys(range(tree.state.groups)) | {n: name for name, n in names.items()}
        words = array("I", _compiler._code(tree, flags)).tobytes()
        all_flags = flags | tree.state.flags
        code = (all_flags, words, tree.state.groups - 1, dict(names), tuple(numbered.values()))
        # A pattern is equal to another if source, flags and code are.
        return code if _assembled(source, code) == pattern else None
    except Exception:  # an interpreter that does it in another way
        return None


def _assembled(source: str, code: tuple[Any, ...]) -> re.Pattern[str]:
    """The pattern of a code; the engine refuses one that it could not run (`_validate`)."""
    import _sre  # type: ignore[import-not-found]

    flags, words, groups, names, numbered = code
    pattern: re.Pattern[str] = _sre.compile(
        source, flags, list(memoryview(words).cast("I")), groups, names, numbered
    )
    return pattern
