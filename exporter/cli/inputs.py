"""The stories that the arguments of a command name."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from exporter.diagnostics import Diagnostic, ExportError, ReadError, UsageError, diagnose, reason_of
from exporter.pipeline import Manuscript, printable, read_source
from exporter.readers import LARGEST, NO_HOUSE, House
from exporter.values import Value

SUFFIXES = (".txt", ".text", ".md", ".xml", ".json")
DEFAULT_FOLDER = "seeds"
STANDARD_INPUT = "-"
_STDIN_NAME = "stdin"
# How the declaration begins that makes a folder an OCFL storage root.
_ARCHIVE = "0=ocfl_"
# A folder, whatever links lead to it: its device and its number there.
_Node = tuple[int, int]
_NOWHERE: _Node = (-1, -1)


class Input(Value):
    """One story to read. `shown` is what messages call it.

    `below` is its folder's path below the folder that was searched. `path` is None for standard
    input, whose `data` have been read.
    """

    shown: str
    path: Path | None
    below: Path = Path()
    named: bool = True
    data: bytes | None = None

    @property
    def stem(self) -> str:
        """What its outputs are called unless the user wants another name."""
        return self.path.stem if self.path else _STDIN_NAME

    def read(self, language: str | None, house: House = NO_HOUSE) -> Manuscript:
        """Its manuscript, read with the forms of copy that a newsroom adds; ReadError."""
        if self.path is None:
            data = self.data or b""
            return read_source(data, name=_STDIN_NAME, language=language, house=house)
        return read_source(self.path, language=language, house=house)


class Barren(Value):
    """An argument that gives no story, and why."""

    shown: str
    diagnostic: Diagnostic


def find(arguments: Sequence[str], outputs: str | None = None) -> tuple[list[Input], list[Barren]]:
    """The stories of all arguments, each once, and the arguments without any.

    Without arguments it is those of the folder `seeds`; UsageError where that is missing. What lies
    in the folder of outputs, where that is inside another, has been made of a story.
    """
    if not arguments:
        if not Path(DEFAULT_FOLDER).is_dir():
            raise UsageError(diagnose("U002", folder=f"{DEFAULT_FOLDER}/"))
        arguments = (DEFAULT_FOLDER,)
    passed = _node(Path(outputs)) if outputs else _NOWHERE
    found: dict[tuple[str, Path], Input] = {}
    barren: list[Barren] = []
    for argument in arguments:
        try:
            for story in _stories(argument, passed):
                found.setdefault(_identity(story), story)
        except ExportError as error:
            barren.extend(Barren(argument, diagnostic) for diagnostic in error.diagnostics)
    return list(found.values()), barren


def _identity(story: Input) -> tuple[str, Path]:
    where = os.path.realpath(story.path) if story.path else STANDARD_INPUT
    return where, story.below


def _stories(argument: str, passed: _Node) -> Iterator[Input]:
    if argument == STANDARD_INPUT:
        yield Input(STANDARD_INPUT, None, data=_standard_input())
    elif Path(argument).is_dir():
        yield from _in_folder(argument, passed)
    else:
        yield Input(argument, Path(argument))


def _standard_input() -> bytes:
    return sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b""


def _in_folder(folder: str, passed: _Node) -> Iterator[Input]:
    files = sorted(_files(folder, passed), key=lambda path: path.parts)
    if not files:
        source = printable(folder)
        raise ReadError(diagnose("X009", source=source, suffixes=" ".join(SUFFIXES)))
    for file in files:
        yield Input(str(file), file, file.relative_to(folder).parent, named=False)


def _files(folder: str, passed: _Node) -> Iterator[Path]:
    """Every story below a folder, but for those in one that is passed, or that an archive keeps.

    Links are followed, but into no folder twice.
    """
    entered = {passed} - {_NOWHERE}
    for place, folders, names in os.walk(folder, onerror=_unreadable, followlinks=True):
        here = Path(place)
        entered.add(_node(here))
        if any(name.startswith(_ARCHIVE) for name in names):
            folders.clear()
            continue
        folders[:] = [
            name
            for name in sorted(folders)
            if not name.startswith(".") and _node(here / name) not in entered
        ]
        for name in names:
            if is_story(name):
                path = here / name
                if path.is_file():
                    yield path


def is_story(name: str) -> bool:
    """Whether a file of this name in a folder is taken for a story."""
    return not name.startswith(".") and name.lower().endswith(SUFFIXES)


def _node(folder: Path) -> _Node:
    try:
        status = folder.stat()
    except OSError:
        return _NOWHERE
    return status.st_dev, status.st_ino


def _unreadable(error: OSError) -> None:
    source = printable(str(error.filename))
    raise ReadError(diagnose("X008", source=source, reason=reason_of(error))) from error
