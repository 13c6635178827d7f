"""TOML to tokens: `extends`, references, exact units, and a diagnostic for what is not known."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, cast

from exporter.compiled import shelf
from exporter.diagnostics import Diagnostic, StyleError, diagnose
from exporter.stylesheet.consistency import contradictions, unprintable
from exporter.stylesheet.inks import Ink, Inks
from exporter.stylesheet.tokens import (
    ROLES,
    Align,
    Colour,
    CoverKind,
    DataColumn,
    EmphasisStyle,
    Figures,
    FigureWidth,
    FontFamily,
    House,
    Logo,
    Page,
    Press,
    Role,
    Stylesheet,
    Terms,
)
from exporter.units import Length, Ratio
from exporter.values import Struct, Value

Tree = dict[str, Any]
State = tuple[int, int]
Files = dict[Path, State | None]

# Styles by the digest of their TOML; a house has a handful.
_SHELF, _MOST_KEPT = "styles", 32
# It stands on every page of every file.
_LARGEST_LOGO = 1_000_000

_PACKAGE = Path(__file__).resolve().parent.parent
# In a wheel the styles lie inside the package; in a checkout they stand beside it.
_FOLDERS = (_PACKAGE / "styles", _PACKAGE.parent / "styles")
_TABLES: dict[str, type[Struct]] = {
    "fonts": FontFamily,
    "colours": Colour,
    "roles": Role,
    "terms": Terms,
}
_SECTIONS: dict[str, type[Struct]] = {
    "page": Page,
    "press": Press,
    "data_column": DataColumn,
    "house": House,
}
_TOP = ("name", "description", "extends", "agencies", *_SECTIONS, *_TABLES)


class StyleSource(Value):
    """A style as written, its ancestors merged in, before references and units are resolved."""

    name: str
    tree: Tree
    files: Files


@cache
def builtin_names() -> tuple[str, ...]:
    """The names of the built-in styles, sorted."""
    return tuple(sorted({path.stem for folder in _FOLDERS for path in folder.glob("*.toml")}))


def load(name: str) -> tuple[Stylesheet, tuple[Diagnostic, ...]]:
    """The style of a built-in name or a path, with warnings; StyleError when it cannot be used."""
    path = _find(name)
    kept = _KEPT.get(path)
    if kept is None or any(_state(file) != state for file, state in kept.files.items()):
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        kept = _KEPT[path] = _loaded(path)
    return kept.style, kept.warnings


class _Loaded(Value):
    """A style with its warnings, and the state of each file that it is made of.

    One whose ancestor, logo or font has changed is read again: its digest is of them all.
    """

    style: Stylesheet
    warnings: tuple[Diagnostic, ...]
    files: Files


# The styles that were read before, by their paths.
_KEPT: dict[Path, _Loaded] = {}


def _loaded(path: Path) -> _Loaded:
    source = load_source(str(path))
    try:
        style, warnings = _Builder(source).build()
    except RecursionError as error:
        raise _nested(path) from error
    fonts = {Path(file): _state(Path(file)) for font in style.fonts.values() for file in font.files}
    return _Loaded(style, warnings, {**source.files, **fonts})


def _nested(path: Path) -> StyleError:
    return StyleError(diagnose("S002", path=path.name, reason="it is nested too deeply"))


def _state(file: Path) -> State | None:
    """When a file was changed, and its size in bytes; None when it is not there."""
    try:
        state = file.stat()
    except (OSError, ValueError):
        return None
    return state.st_mtime_ns, state.st_size


def load_source(name: str) -> StyleSource:
    """The merged TOML of a built-in name or a path; StyleError when it cannot be read.

    A style without a name of its own goes by its file's, or a fault would be told of the style
    that it extends.
    """
    path, files = _find(name), Files()
    tree = _with_ancestors(path, (), files)
    return StyleSource(str(tree.get("name", path.stem)), tree, files)


def _find(name: str) -> Path:
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
    files[path] = _state(path)
    tree = _with_font_paths(_parse(path), path.parent)
    _take_logo(tree, path, files)
    parent = tree.get("extends")
    if parent is None:
        return tree
    if not isinstance(parent, str):
        raise StyleError(diagnose("S004", name=path.stem, key="extends", reason="is not a name"))
    beside = path.parent / parent
    base = beside.resolve() if parent.endswith(".toml") and beside.is_file() else _find(parent)
    ancestors = _with_ancestors(base, (*seen, path), files)
    return _merge(ancestors, {"name": path.stem, **tree})


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
        raise _nested(path) from error
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
    files[place] = _state(place)
    try:
        with place.open("rb") as file:
            content = file.read(_LARGEST_LOGO + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
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


def _merge(base: Tree, over: Tree) -> Tree:
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = (
            _merge(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
        )
    return merged


def _with_font_contents(tree: Tree) -> Tree:
    """The tree with contents' digests in place of font files.

    A folder's name does not change what a style makes, and a font that was replaced does.
    """
    fonts = tree.get("fonts")
    if not isinstance(fonts, dict) or not any(
        isinstance(font, dict) and font.get("files") for font in fonts.values()
    ):
        return tree
    from exporter.stylesheet.fonts import with_digests

    return {**tree, "fonts": with_digests(fonts)}


class _Builder:
    """Turns one merged tree into tokens and collects what is wrong with it."""

    def __init__(self, source: StyleSource) -> None:
        self._name = source.name
        self._tree = source.tree
        self._diagnostics: list[Diagnostic] = []

    def build(self) -> tuple[Stylesheet, tuple[Diagnostic, ...]]:
        self._report_all_unknown()
        sections: Tree = {
            key: self._record(key, self._section(key), _SECTIONS[key]) for key in _SECTIONS
        }
        tables: Tree = {
            key: {
                name: self._record(f"{key}.{name}", self._entry(key, name), kind)
                for name in self._section(key)
                if kind is not Role or name in ROLES  # nobody asks for others: reported, no more
            }
            for key, kind in _TABLES.items()
        }
        style = Stylesheet(
            name=self._name,
            description=str(self._tree.get("description", "")),
            agencies={str(tag): str(name) for tag, name in self._section("agencies").items()},
            digest=self._digest(),
            **sections,
            **tables,
        )
        for key, reason in contradictions(style):
            raise self._fail(key, reason)
        for fault in unprintable(style):
            raise StyleError(fault)
        self._check_fonts(style)
        return style, tuple(self._diagnostics)

    def _check_fonts(self, style: Stylesheet) -> None:
        """The house's own files must be fonts that may be embedded; what they lack is reported."""
        if any(font.files or font.axes for font in style.fonts.values()):
            from exporter.stylesheet.fonts import findings

            self._diagnostics += findings(style)

    def _report_all_unknown(self) -> None:
        self._report_unknown("", self._tree, _TOP)
        self._report_unknown("roles", self._section("roles"), ROLES)
        for key, kind in _SECTIONS.items():
            self._report_unknown(key, self._section(key), kind.__struct_fields__)
        for key, kind in _TABLES.items():
            known = (*kind.__struct_fields__, "like") if kind is Role else kind.__struct_fields__
            for name, entry in self._section(key).items():
                self._report_unknown(f"{key}.{name}", self._table(f"{key}.{name}", entry), known)

    def _digest(self) -> str:
        tree = _with_font_contents(self._tree)
        canonical = json.dumps(tree, sort_keys=True, ensure_ascii=False, default=_told)
        return hashlib.sha256(canonical.encode()).hexdigest()

    def _fail(self, key: str, reason: object) -> StyleError:
        return StyleError(diagnose("S004", name=self._name, key=key, reason=reason))

    def _section(self, key: str) -> Tree:
        return self._table(key, self._tree.get(key, {}))

    def _table(self, key: str, value: object) -> Tree:
        if not isinstance(value, dict):
            raise self._fail(key, "is not a table")
        return value

    def _entry(self, table: str, name: str, seen: tuple[str, ...] = ()) -> Tree:
        """One entry of a table, `like` another of the same table if it says so."""
        entry = self._table(f"{table}.{name}", self._section(table).get(name))
        model = entry.get("like")
        if model is None or table != "roles":
            return entry
        if name in seen or model not in self._section(table):
            raise self._fail(f"{table}.{name}.like", f"there is no other role {model!r}")
        own = {key: value for key, value in entry.items() if key != "like"}
        return _merge(self._entry(table, str(model), (*seen, name)), own)

    def _report_unknown(self, prefix: str, tree: Tree, known: Iterable[str]) -> None:
        known = tuple(known)
        for key in tree:
            if key not in known:
                import difflib

                near = difflib.get_close_matches(key, known, 1)
                suggestion = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
                full = f"{prefix}.{key}" if prefix else key
                self._diagnostics.append(
                    diagnose("S003", key=full, name=self._name, suggestion=suggestion)
                )

    def _record(self, path: str, tree: Tree, kind: type[Struct]) -> Any:
        names = kind.__struct_fields__
        for name in names[: len(names) - len(kind.__struct_defaults__)]:
            if name not in tree:
                raise self._fail(f"{path}.{name}", "is missing")
        em = self._em(path, tree) if kind is Role else None
        given = [name for name in names if name in tree]
        types = kind.__annotations__
        return kind(
            **{name: self._value(f"{path}.{name}", tree[name], types[name], em) for name in given}
        )

    def _em(self, path: str, tree: Tree) -> Length | None:
        if "size" not in tree:
            return None
        return cast("Length", self._value(f"{path}.size", tree["size"], "Length", None))

    def _value(self, key: str, value: object, kind: str, em: Length | None) -> object:
        resolved = self._resolve(key, value)
        try:
            return _MEANINGS[kind](resolved, em)
        except (ValueError, TypeError) as error:
            raise self._fail(key, error) from error

    def _resolve(self, key: str, value: object) -> object:
        """What a chain of references leads to."""
        seen = {key}
        while isinstance(value, str) and value.startswith("@"):
            target = value[1:]
            if target in seen:
                raise self._fail(key, f"refers to itself through {value}")
            seen.add(target)
            value = self._lookup(key, target)
        return value

    def _lookup(self, key: str, target: str) -> object:
        node: object = self._tree
        for step in target.split("."):
            if not isinstance(node, dict) or step not in node:
                raise self._fail(key, f"refers to {target!r}, which does not exist")
            node = node[step]
        return node


def _told(value: object) -> str:
    """What a digest is taken of, where TOML has a value that JSON has not."""
    return hashlib.sha256(value.content).hexdigest() if isinstance(value, Logo) else str(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} must be written as text, in quotes")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("is not a list")
    return tuple(map(_text, value))


def _whole(value: object) -> int:
    if type(value) is not int:
        raise ValueError(f"{value!r} is not a whole number")
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")
    return value


def _choice(kind: type[StrEnum], value: object) -> StrEnum:
    text = _text(value)
    if text not in tuple(kind):
        raise ValueError(f"{text!r} is none of {', '.join(kind)}")
    return kind(text)


# What a value of TOML means, by the type that the tokens name; `em` is the size of a role.
_MEANINGS: dict[str, Callable[[object, Length | None], object]] = {
    "Length": lambda value, em: Length.parse(_text(value), em),
    "Ratio": lambda value, _: Ratio.parse(_text(value)),
    "Ink": lambda value, _: Ink.parse(_text(value)),
    "Align": lambda value, _: _choice(Align, value),
    "CoverKind": lambda value, _: _choice(CoverKind, value),
    "EmphasisStyle": lambda value, _: _choice(EmphasisStyle, value),
    "FigureWidth": lambda value, _: _choice(FigureWidth, value),
    "Figures": lambda value, _: _choice(Figures, value),
    "Inks": lambda value, _: _choice(Inks, value),
    "str": lambda value, _: _text(value),
    "tuple[str, ...]": lambda value, _: _texts(value),
    "int": lambda value, _: _whole(value),
    "Logo | None": lambda value, _: value if isinstance(value, Logo) else _text(value) or None,
    "bool": lambda value, _: _truth(value),
}
