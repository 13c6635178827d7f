"""The API reference, docs/api.md, made of signatures, types and docstrings.

`python -m tests.guide.api` writes it; a test holds that it is current. The public API is three
dozen names: to walk them takes fewer lines than to set up a generator of sites.
"""

from __future__ import annotations

import enum
import inspect
import re
import types
import typing
from collections.abc import Iterator
from pathlib import Path

import msgspec

import exporter
from exporter.diagnostics import Lines, Severity

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
_INTRODUCTION = """\
# API reference

What `import exporter` offers; all else may change. `exporter help python` teaches it by example.
Nothing here writes a file, prints, or reads the clock. Types are frozen: `dataclasses.replace`
makes another value. Made from the docstrings by `make docs`.
"""
SECTIONS = {
    "Read and export": ("read", "export", "Rendition"),
    "What is said about a story": ("Diagnostic", "ExportError"),
    "The document": (
        "Document", "Kind", "PubStatus", "SourceText", "Byline", "Dateline", "Credit", "Source",
    ),
    "Blocks": (
        "Block", "Paragraph", "Crosshead", "ItemList", "ListItem", "Table", "Figure", "Quotation",
        "Break",
    ),
    "Inlines": ("Inline", "Text", "Emphasis", "Strong", "Link", "LineBreak"),
}  # fmt: skip
# Types of fields that have no name in the package itself.
_BESIDE = {"Diagnostic": (Severity, Lines)}
_MODULES = re.compile(r"\b(?:exporter|collections|datetime|os|typing)(?:\.\w+)*\.(?=\w)")


def page() -> str:
    """The whole page, in Markdown."""
    return "\n".join(line.rstrip(" ") for line in _lines()).rstrip("\n") + "\n"


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    for title, names in SECTIONS.items():
        yield f"## {title}\n"
        for name in names:
            yield from _entry(name, getattr(exporter, name))
            for beside in _BESIDE.get(name, ()):
                yield from _entry(f"diagnostics.{beside.__name__}", beside)


def _entry(name: str, found: object) -> Iterator[str]:
    yield f"### exporter.{name}\n"
    if isinstance(found, types.UnionType):
        yield f"One of {', '.join(f'`{each.__name__}`' for each in typing.get_args(found))}.\n"
    elif inspect.isfunction(found):
        yield from _function(found)
    elif isinstance(found, type) and issubclass(found, enum.Enum):
        yield f"{_doc(found)}\n"
        yield f"One of {', '.join(f'`{each.value}`' for each in found)}.\n"
    elif isinstance(found, type) and issubclass(found, Exception):
        yield f"{_doc(found)}\n"
        yield "It has `diagnostics`, a tuple of `Diagnostic`. Kinds, in `exporter.diagnostics`:\n"
        yield from (f"- `{each.__name__}`: {_doc(each)}" for each in found.__subclasses__())
        yield ""
    elif isinstance(found, type):
        yield from _fields(found)
    else:
        raise TypeError(name)


def _function(function: types.FunctionType) -> Iterator[str]:
    hints = typing.get_type_hints(function)
    parameters = inspect.signature(function).parameters.values()
    shown, keywords = [], False
    for each in parameters:
        if each.kind is each.KEYWORD_ONLY and not keywords:
            shown.append("*")
            keywords = True
        default = "" if each.default is each.empty else f" = {each.default!r}"
        shown.append(f"{each.name}: {_type(hints[each.name])}{default}")
    lines = "".join(f"    {each},\n" for each in shown)
    yield f"```python\n{function.__name__}(\n{lines}) -> {_type(hints['return'])}\n```\n"
    yield f"{_doc(function)}\n"


def _fields(kind: type) -> Iterator[str]:
    yield f"{_doc(kind)}\n"
    rows = list(_rows(kind))
    if rows:
        yield "| field | type | default |"
        yield "|---|---|---|"
        yield from rows
        yield ""
    more = [
        (name, member)
        for name, member in vars(kind).items()
        if not name.startswith("_") and isinstance(member, property | classmethod)
    ]
    for name, member in more:
        function = member.fget if isinstance(member, property) else member.__func__
        call = "" if isinstance(member, property) else str(_call(function))
        yield f"- `{name}{call}`: {_doc(function)}"
    if more:
        yield ""


def _call(function: types.FunctionType) -> str:
    parameters = list(inspect.signature(function).parameters)[1:]
    return f"({', '.join(parameters)})"


def _rows(kind: type) -> Iterator[str]:
    written = inspect.get_annotations(kind)
    defaults = {}
    if issubclass(kind, msgspec.Struct):
        known = msgspec.structs.fields(kind)
        defaults = {each.name: _default(each.default) for each in known if not each.required}
    for name, hint in written.items():
        default = f"`{defaults[name]}`" if name in defaults else ""
        text = getattr(hint, "__forward_arg__", hint)
        yield f"| `{name}` | {_cell(text)} | {default} |"


def _default(value: object) -> str:
    return repr(str(value)) if isinstance(value, enum.Enum) else repr(value)


def _cell(hint: str) -> str:
    return f"`{hint}`".replace("|", r"\|")


def _type(hint: object) -> str:
    """A type as one would write it."""
    arguments = typing.get_args(hint)
    if isinstance(hint, types.UnionType):
        return " | ".join(map(_type, arguments))
    if hint is type(None):
        return "None"
    plain = isinstance(hint, type) and not arguments
    return hint.__qualname__ if plain else _MODULES.sub("", str(hint))


def _doc(found: object) -> str:
    return inspect.cleandoc(found.__doc__ or "").replace("``", "`")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
