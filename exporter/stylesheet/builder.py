"""One merged tree to tokens: references, exact units, and a diagnostic for what is not known."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any, cast

from exporter.diagnostics import Diagnostic, StyleError, diagnose
from exporter.stylesheet.consistency import contradictions, unprintable
from exporter.stylesheet.meanings import meaning
from exporter.stylesheet.source import StyleSource, Tree, merge
from exporter.stylesheet.tokens import (
    ROLES,
    Colour,
    DataColumn,
    FontFamily,
    House,
    Logo,
    Page,
    Press,
    Role,
    Stylesheet,
    Terms,
)
from exporter.units import Length
from exporter.values import Struct

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


class Builder:
    """Turns one merged tree into tokens and collects what is wrong with it."""

    def __init__(self, source: StyleSource) -> None:
        self._name = source.name
        self._tree = source.tree
        self._diagnostics: list[Diagnostic] = []

    def build(self) -> tuple[Stylesheet, tuple[Diagnostic, ...]]:
        """The style and warnings; StyleError where it cannot be used."""
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
        return merge(self._entry(table, str(model), (*seen, name)), own)

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
        size = self._value(f"{path}.size", tree["size"], "Length", None) if kind is Role else None
        given = [name for name in names if name in tree]
        types = kind.__annotations__
        em = cast("Length | None", size)
        return kind(
            **{name: self._value(f"{path}.{name}", tree[name], types[name], em) for name in given}
        )

    def _value(self, key: str, value: object, kind: str, em: Length | None) -> object:
        resolved = self._resolve(key, value)
        try:
            return meaning(kind, resolved, em)
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


def _told(value: object) -> str:
    """What a digest is taken of, where TOML has a value that JSON has not."""
    return hashlib.sha256(value.content).hexdigest() if isinstance(value, Logo) else str(value)
