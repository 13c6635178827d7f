"""The man page: every command's help and every page of the guide, as man(7) has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import click

from exporter import __version__
from exporter.cli.guide.roff import escaped, paragraphs, roff
from exporter.cli.guide.terminal import for_one_page

_UNBROKEN = "\b"


def man_page(about: str, commands: Iterable[click.Command], pages: Iterable[str]) -> str:
    """The man page of the program, exporter(1), in roff."""
    return "\n".join(_lines(about, list(commands), pages)) + "\n"


def _lines(about: str, commands: Sequence[click.Command], pages: Iterable[str]) -> Iterator[str]:
    yield f'.TH EXPORTER 1 "" "exporter {__version__}" "User Commands"'
    yield ".SH NAME"
    yield f"exporter \\- {escaped(about)}"
    yield ".SH SYNOPSIS"
    yield from _synopsis(commands)
    yield ".SH COMMANDS"
    for command in commands:
        yield from _command(command)
    for page in pages:
        yield from roff(for_one_page(page))


def _synopsis(commands: Iterable[click.Command]) -> Iterator[str]:
    yield ".nf"
    yield escaped("exporter [OPTIONS] [INPUT]...")
    for command in commands:
        pieces = " ".join(command.collect_usage_pieces(click.Context(command)))
        yield escaped(f"exporter {command.name} {pieces}")
    yield ".fi"


def _command(command: click.Command, above: str = "exporter") -> Iterator[str]:
    name = f"{above} {command.name}"
    context = click.Context(command)
    yield f'.SS "{escaped(name)}"'
    yield from _prose(command.help)
    options = (each for each in command.params if isinstance(each, click.Option))
    for names, meaning in filter(None, (each.get_help_record(context) for each in options)):
        yield ".TP"
        yield f"\\fB{escaped(names)}\\fR"
        yield escaped(meaning)
    yield from _prose(command.epilog)
    if isinstance(command, click.Group):
        found = (command.get_command(context, each) for each in command.list_commands(context))
        for inner in filter(None, found):
            yield from _command(inner, name)


def _prose(text: str | None) -> Iterator[str]:
    """The paragraphs of click's help, in which a backspace keeps lines as they are."""
    for part in (text or "").strip().split("\n\n"):
        lines = part.strip("\n").splitlines()
        if lines[:1] == [_UNBROKEN]:
            yield from paragraphs(lines[1:], filled=False)
        elif lines:
            yield from paragraphs([line.strip() for line in lines], filled=True)
