"""A style as it is written: found, parsed, and merged with what it extends."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from exporter.compiled import shelf
from exporter.diagnostics import StyleError, diagnose, reason_of
from exporter.stylesheet.tokens import Logo
from exporter.values import Value

Tree = dict[str, Any]
State = tuple[int, int]
Files = dict[Path, State | None]

# Parsed styles by the digest of their TOML; a house has a handful.
_SHELF, _MOST_KEPT = "styles", 32
# It stands on every page of every file.
_LARGEST_LOGO = 1_000_000

_PACKAGE = Path(__file__).resolve().parent.parent
# In a wheel the styles lie inside the package; in a checkout they stand beside it.
_FOLDERS = (_PACKAGE / "styles", _PACKAGE.parent / "styles")


class StyleSource(Value):
    """A style as written, its ancestors merged in, before references and units are resolved."""

    name: str
    tree: Tree
    files: Files


@cache
def builtin_names() -> tuple[str, ...]:
    """The names of the built-in styles, sorted."""
    return tuple(sorted({path.stem for folder in _FOLDERS for path in folder.glob("*.toml")}))


def load_source(name: str) -> StyleSource:
    """The merged TOML of a built-in name or a path; StyleError when it cannot be read.

    A style without a name of its own goes by its file's, or a fault would be told of the style
    that it extends.
    """
    path, files = find(name), Files()
    tree = _with_ancestors(path, (), files)
    return StyleSource(str(tree.get("name", path.stem)), tree, files)


def find(name: str) -> Path:
    """The file of a built-in name or a path; StyleError where there is none."""
    if name.endswith(".toml"):
        path = Path(name)
        if not path.is_file():
            raise StyleError(diagnose("S001", name=name, known=", ".join(builtin_names())))
        return path.resolve()
    for folder in _FOLDERS:
        path = folder / f"{name}.toml"
        if name in builtin_names() and path.is_file():
            return path
    raise StyleError(diagnose("S001", name=name, known=", ".join(builtin_names())))


def _with_ancestors(path: Path, seen: tuple[Path, ...], files: Files) -> Tree:
    """The style with what it extends; `files` takes up the files that were read."""
    if path in seen:
        chain = " → ".join(step.stem for step in (*seen, path))
        raise StyleError(diagnose("S005", name=path.stem, chain=chain))
    files[path] = state(path)
    tree = _with_font_paths(_parse(path), path.parent)
    _take_logo(tree, path, files)
    parent = tree.get("extends")
    if parent is None:
        return tree
    if not isinstance(parent, str):
        raise StyleError(diagnose("S004", name=path.stem, key="extends", reason="is not a name"))
    beside = path.parent / parent
    base = beside.resolve() if parent.endswith(".toml") and beside.is_file() else find(parent)
    ancestors = _with_ancestors(base, (*seen, path), files)
    return merge(ancestors, {"name": path.stem, **tree})


def _parse(path: Path) -> Tree:
    """The tree of a TOML file, from the shelf where the same was parsed before."""
    try:
        # Windows' Notepad begins a file with a byte order mark, which TOML does not know.
        text = path.read_text(encoding="utf-8-sig")
        kept = shelf().get(_SHELF)
        trees = kept if isinstance(kept, dict) and len(kept) <= _MOST_KEPT else {}
        digest = hashlib.blake2b(text.encode()).digest()
        if digest not in trees:
            import tomllib

            trees[digest] = tomllib.loads(text)
            shelf().put(_SHELF, trees)
    except RecursionError as error:
        raise nested(path) from error
    except (OSError, ValueError) as error:  # TOML's and Unicode's own, and a number without end
        raise StyleError(diagnose("S002", path=path.name, reason=error)) from error
    tree: Tree = trees[digest]
    return tree


def _take_logo(tree: Tree, path: Path, files: Files) -> None:
    """Put the logo itself in the place of its name; no name, no logo."""
    house = tree.get("house")
    if not isinstance(house, dict) or not isinstance(name := house.get("logo"), str) or not name:
        return
    place = path.parent / name
    files[place] = state(place)
    try:
        with place.open("rb") as file:
            content = file.read(_LARGEST_LOGO + 1)
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        raise StyleError(diagnose("S035", name=path.stem, logo=name, reason=reason)) from error
    if len(content) > _LARGEST_LOGO:
        reason = f"it is larger than {_LARGEST_LOGO:,} bytes"
        raise StyleError(diagnose("S035", name=path.stem, logo=name, reason=reason))
    house["logo"] = Logo(name, content)


def _with_font_paths(tree: Tree, folder: Path) -> Tree:
    """The tree with the house's font files by absolute path: a heir may lie in another folder."""
    fonts = tree.get("fonts")
    for font in fonts.values() if isinstance(fonts, dict) else ():
        if isinstance(font, dict) and isinstance(font.get("files"), list):
            font["files"] = [
                str((folder / file).resolve())
                if isinstance(file, str) and "\0" not in file
                else file
                for file in font["files"]
            ]
    return tree


def merge(base: Tree, over: Tree) -> Tree:
    """What the second says over the first, table by table."""
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = (
            merge(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
        )
    return merged


def state(file: Path) -> State | None:
    """When a file was changed, and its size in bytes; None when it is not there."""
    try:
        now = file.stat()
    except (OSError, ValueError):
        return None
    return now.st_mtime_ns, now.st_size


def nested(path: Path) -> StyleError:
    """What is said of a style that is nested beyond reason."""
    return StyleError(diagnose("S002", path=path.name, reason="it is nested too deeply"))
