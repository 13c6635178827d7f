"""The pictures that a story names, taken from beside it and from nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from exporter.model import Block, Document, Figure, Quotation

_LARGEST = 32_000_000
_MOST = 100


def pictures(document: Document, folder: Path | None) -> dict[str, bytes]:
    """The content of each picture that can be had, by the name that its figure has for it.

    A name is a path, or a relative address with its characters encoded (RFC 3986, 2.1). One that
    leads out of the story's folder, by `..`, by a link or by an address, is passed over: the
    backend reports the picture that it was not given.
    """
    if folder is None:
        return {}
    names = list(dict.fromkeys(figure.src for figure in _figures(document.body)))[:_MOST]
    found = {name: _content(folder, name) for name in names}
    return {name: content for name, content in found.items() if content is not None}


def _figures(blocks: Iterable[Block]) -> Iterator[Figure]:
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Quotation):
            yield from _figures(block.blocks)


def _content(folder: Path, name: str) -> bytes | None:
    found = _file(folder, name)
    if found is None and "%" in name:
        from urllib.parse import unquote

        found = _file(folder, unquote(name))
    return found


def _file(folder: Path, name: str) -> bytes | None:
    place = PurePosixPath(name)
    if place.is_absolute() or ".." in place.parts:
        return None
    try:
        path = (folder / place).resolve(strict=True)
        if not path.is_relative_to(folder.resolve()) or not path.is_file():
            return None
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except (OSError, ValueError, RuntimeError):
        return None
    return content if len(content) <= _LARGEST else None
