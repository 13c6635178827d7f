"""`exporter styles`: the looks to choose from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import click

from exporter import stylesheet
from exporter.cli import status
from exporter.cli.command import Command
from exporter.cli.console import Narrator, put_line
from exporter.cli.parameters import completed
from exporter.stylesheet import Logo

_HELP = """\
List the styles, or show one as a single file.

What a style takes over from others stands in place of `extends`: the text shown is a style
of its own, to begin with when you make the house's.

\b
Examples:
  exporter styles
  exporter styles wire > house.toml
"""


@click.command("styles", cls=Command, help=_HELP)
@click.argument("style", required=False, metavar="[NAME|FILE]", shell_complete=completed)
def command(style: str | None) -> int:
    """List the styles, or show one as a single file."""
    if style is None:
        _list_all()
    else:
        _, warnings = stylesheet.load(style)
        Narrator().tell(warnings)
        _show(style)
    return status.DONE


def _list_all() -> None:
    names = stylesheet.builtin_names()
    width = max(map(len, names), default=0)
    for name in names:
        put_line(f"{name:{width}}  {stylesheet.load(name)[0].description}")


def _show(name: str) -> None:
    tree = {
        key: value for key, value in stylesheet.load_source(name).tree.items() if key != "extends"
    }
    put_line("\n".join(_toml(tree)))


def _toml(tree: Mapping[str, object], path: tuple[str, ...] = ()) -> Iterator[str]:
    """The lines of a table in TOML: its values, then the tables inside it."""
    tables = {key: value for key, value in tree.items() if isinstance(value, dict)}
    plain = {key: value for key, value in tree.items() if key not in tables}
    if path and (plain or not tables):
        yield ""
        yield f"[{'.'.join(map(_key, path))}]"
    for key, value in plain.items():
        yield f"{_key(key)} = {_literal(value)}"
    for key, table in tables.items():
        yield from _toml(table, (*path, key))


def _key(key: str) -> str:
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if bare else json.dumps(key)


def _literal(value: object) -> str:
    """A value as TOML writes it, which for texts, lists, numbers and truth is as JSON does."""
    shown = value.file if isinstance(value, Logo) else value
    return json.dumps(shown, ensure_ascii=False, default=str)
