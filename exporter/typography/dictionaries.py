"""The hyphenation dictionaries that pyphen brings.

Only its files are used, read by `patterns`; importing pyphen would cost more than they do.
"""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_FOLDER, _PREFIX, _SUFFIX = "dictionaries", "hyph_", ".dic"


def dictionary(tag: str) -> Path | None:
    """The dictionary of a language tag, or of its beginning (RFC 4647, 3.4); None without one."""
    start = tag.replace("-", "_").lower()
    while start and start not in _dictionaries():
        start = start.rpartition("_")[0]
    return _dictionaries().get(start)


def tags() -> tuple[str, ...]:
    """The tags of all dictionaries, in small letters and with underscores, sorted."""
    return tuple(sorted(_dictionaries()))


@cache
def _dictionaries() -> dict[str, Path]:
    """The files by their tags in small letters; a bare language stands for its first country."""
    spec = find_spec("pyphen")
    folders = (spec.submodule_search_locations if spec else None) or ()
    files: dict[str, Path] = {}
    for folder in (Path(folder, _FOLDER) for folder in folders):
        # A folder's names alone: a glob takes longer than to read the patterns of a language.
        for name in sorted(os.listdir(folder)) if folder.is_dir() else ():  # noqa: PTH208
            if name.startswith(_PREFIX) and name.endswith(_SUFFIX):
                tag = name.removeprefix(_PREFIX).removesuffix(_SUFFIX).lower()
                files[tag] = folder / name
                files.setdefault(tag.partition("_")[0], files[tag])
    return files
