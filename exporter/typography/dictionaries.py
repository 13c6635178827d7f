"""The hyphenation dictionaries that pyphen brings.

Only its files are used, read by `patterns`; importing pyphen would cost more than they do.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_FILES = "dictionaries/hyph_*.dic"


def dictionary(tag: str) -> Path | None:
    """The dictionary of a language tag, or of its beginning (RFC 4647, 3.4); None without one."""
    start = tag.replace("-", "_").lower()
    while start and start not in _dictionaries():
        start = start.rpartition("_")[0]
    return _dictionaries().get(start)


@cache
def _dictionaries() -> dict[str, Path]:
    """The files by their tags in small letters; a bare language stands for its first country."""
    spec = find_spec("pyphen")
    folders = (spec.submodule_search_locations if spec else None) or ()
    files: dict[str, Path] = {}
    for path in sorted(path for folder in folders for path in Path(folder).glob(_FILES)):
        tag = path.stem.removeprefix("hyph_").lower()
        files[tag] = path
        files.setdefault(tag.partition("_")[0], path)
    return files
