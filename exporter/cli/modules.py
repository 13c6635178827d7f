"""The code of the modules that a run loads, in one file of the program's shelf.

To look for each by itself, to open and to read it is a tenth of a start. A module that has been
changed since, or stands elsewhere than where it would be found, is looked for as ever.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType, ModuleType
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from exporter.cli.shelf import FolderShelf

# A module's source, its size and time (in ns), where it is looked for, its own modules are, and its
# compiled code would be.
_Place = tuple[str, tuple[int, int], str, str | None, str]
# By the name of a module: its place, and where its code begins and ends behind the index.
_Index = dict[str, tuple[_Place, int, int]]
_LENGTH = 4  # bytes before the index, which say how long it is


class KeptModules:
    """A finder (PEP 451) of packages' modules that has their code from a shelf."""

    def __init__(self, shelf: FolderShelf) -> None:
        data = shelf.data(_name())
        behind = _LENGTH + int.from_bytes(data[:_LENGTH], "big")
        self._index = _index(data[_LENGTH:behind])
        self._codes = data[behind:]
        self._before = frozenset(sys.modules)

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The spec of a module that is where it was, and as it was."""
        if path is None or name not in self._index:
            return None
        (source, stamp, folder, inside, cached), begin, end = self._index[name]
        if folder not in path or _stamp(source) != stamp:
            return None
        # As `spec_from_file_location` does it, but for asking where the cached code would be.
        spec = ModuleSpec(name, _Loader(name, source, self._codes[begin:end]), origin=source)
        spec.submodule_search_locations = None if inside is None else [inside]
        spec.has_location = True
        spec.cached = cached
        return spec

    def keep(self, shelf: FolderShelf) -> None:
        """Put on the shelf what this process had to look for, if there is any."""
        new = dict(self._looked_for())
        if new:
            shelf.put_data(_name(), _bound({**self._unchanged(), **new}))

    def _looked_for(self) -> Iterator[tuple[str, tuple[_Place, bytes]]]:
        for name in sys.modules.keys() - self._before:
            loader = getattr(getattr(sys.modules[name], "__spec__", None), "loader", None)
            if "." not in name or type(loader) is not SourceFileLoader:
                continue
            try:
                place = _place(Path(loader.path))
                code = loader.get_code(name)
            except (OSError, ImportError, SyntaxError):
                continue
            yield name, (place, marshal.dumps(code))

    def _unchanged(self) -> dict[str, tuple[_Place, bytes]]:
        return {
            name: (place, bytes(self._codes[begin:end]))
            for name, (place, begin, end) in self._index.items()
            if _stamp(place[0]) == place[1]
        }


class _Loader(SourceFileLoader):
    """What loads a module from its source, but for the code, which is at hand."""

    def __init__(self, name: str, path: str, code: memoryview) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, _name: str) -> CodeType:
        code: CodeType = marshal.loads(self._code)  # noqa: S302 - the shelf has checked it
        return code


def _name() -> str:
    """The shelf's name for the code of this installation, as this interpreter runs it."""
    return f"code-{crc32(os.fsencode(__file__)):08x}-{sys.flags.optimize}"


def _index(data: memoryview) -> _Index:
    try:
        index = marshal.loads(data)  # noqa: S302 - the shelf has checked it
    except (EOFError, TypeError, ValueError):
        return {}
    return index if isinstance(index, dict) else {}


def _place(source: Path) -> _Place:
    """The place of a module by its source; an OSError where there is none."""
    stamp = _stamp(str(source))
    if stamp is None:
        raise FileNotFoundError(source)
    cached = cache_from_source(str(source))
    if source.name == "__init__.py":
        return str(source), stamp, str(source.parent.parent), str(source.parent), cached
    return str(source), stamp, str(source.parent), None, cached


def _stamp(source: str) -> tuple[int, int] | None:
    try:
        now = os.stat(source)  # noqa: PTH116 - a Path takes twice the time, two hundred times over
    except OSError:
        return None
    return now.st_size, now.st_mtime_ns


def _bound(modules: Mapping[str, tuple[_Place, bytes]]) -> bytes:
    """The length of the index, the index, and the codes."""
    index: _Index = {}
    codes = bytearray()
    for name in sorted(modules):
        place, code = modules[name]
        index[name] = place, len(codes), len(codes) + len(code)
        codes += code
    head = marshal.dumps(index)
    return len(head).to_bytes(_LENGTH, "big") + head + codes


_finders: list[KeptModules] = []


def look_on(shelf: FolderShelf) -> None:
    """From now on have modules from the shelf; for a process that is the program's own."""
    finder = KeptModules(shelf)
    _finders[:] = [finder]
    sys.meta_path.insert(0, finder)


def keep(shelf: FolderShelf) -> None:
    """Put what is new on the shelf, if the process looks there and may keep bytecode."""
    if _finders and shelf.takes and not sys.dont_write_bytecode:
        _finders[0].keep(shelf)
