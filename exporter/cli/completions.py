"""What the Tab key offers: values of options, styles, topics, commands and files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    add_completion_class,
    get_completion_class,
    shell_complete,
)

from exporter.cli import status

SHELLS = ("bash", "zsh", "fish")
# In a context, whether nothing stands before the word, which then may be a command.
_FIRST = "exporter.first"
# The variable by which a shell's function asks.
_VARIABLE = "_EXPORTER_COMPLETE"
_NAME = "exporter"
_FILES = {"FILE", "FILE...", "FOLDER", "DIR", "PATH", "[INPUT]...", "INPUT...", "STORY..."}

Items = list[CompletionItem[str]]


def answer(program: click.Command, instruction: str) -> int:
    """Print what a shell's function asks for; the exit status. It never says what went wrong."""
    try:
        return shell_complete(program, {}, _NAME, _VARIABLE, instruction)
    except Exception:  # a traceback in the midst of a line that is being typed helps nobody
        return status.FAILED


def script(shell: str) -> str:
    """What has the shell ask, in its own language."""
    found = get_completion_class(shell)
    if found is None:
        raise ValueError(shell)
    return found(click.Command(_NAME), {}, _NAME, _VARIABLE).source()


def of(context: click.Context, parameter: click.Parameter, begun: str) -> Items:
    """What a parameter's value may be that begins so."""
    named = _BY_NAME.get(parameter.name or "")
    if named is not None:
        return named(context, begun)
    return _files(begun) if parameter.metavar in _FILES else []


def _files(begun: str) -> Items:
    return [CompletionItem(begun, type="file")]


def _of(words: Iterable[str], begun: str) -> Items:
    return [CompletionItem(word) for word in words if word.startswith(begun)]


def _inputs(context: click.Context, begun: str) -> Items:
    program = context.parent.command if context.parent else None
    if not context.meta.get(_FIRST) or not isinstance(program, click.Group):
        return _files(begun)
    commands = (name for name in program.list_commands(context) if name.startswith(begun))
    return [*map(CompletionItem, commands), *_files(begun)]


def _formats(_: click.Context, begun: str) -> Items:
    """Formats that a list may go on with, none twice."""
    from exporter.renderers import FORMATS

    before, comma, last = begun.rpartition(",")
    given = before.split(",")
    names = [name for name in ("all", *FORMATS) if name not in given and name.startswith(last)]
    return [CompletionItem(before + comma + name) for name in names]


def _styles(_: click.Context, begun: str) -> Items:
    from exporter.stylesheet import builtin_names

    return [*_of(builtin_names(), begun), *_files(begun)]


def _profiles(_: click.Context, begun: str) -> Items:
    from exporter.renderers import Profile

    return _of(Profile, begun)


def _covers(_: click.Context, begun: str) -> Items:
    from exporter.stylesheet import CoverKind

    return _of(CoverKind, begun)


def _topics(context: click.Context, begun: str) -> Items:
    from exporter.cli.guide.pages import topics

    return [
        CompletionItem(topic.name, help=topic.summary)
        for topic in topics()
        if topic.name.startswith(begun)
    ]


_BY_NAME: dict[str, Callable[[click.Context, str], Items]] = {
    "inputs": _inputs,
    "format": _formats,
    "style": _styles,
    "profile": _profiles,
    "cover": _covers,
    "topic": _topics,
}


class Bash(BashComplete):
    """Bash, offering files beside words, and values after an equals sign.

    click's own offers files only where there are no words: ``exporter s`` would never be the
    story that lies there.
    """

    name: ClassVar[str] = "bash"
    source_template: ClassVar[str] = """\
%(complete_func)s() {
  local IFS=$'\\n' response type value files
  response=$(COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD %(complete_var)s=bash_complete \
command %(prog_name)s)
  COMPREPLY=()
  while IFS=, read -r type value; do
    case $type in
      plain) COMPREPLY+=("$value") ;;
      file)
        compopt -o filenames
        mapfile -t files < <(compgen -f -- "$2")
        COMPREPLY+=("${files[@]}") ;;
    esac
  done <<< "$response"
}
complete -F %(complete_func)s %(prog_name)s
"""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is begun, and that; bash parts words at equals signs."""
        arguments, begun = super().get_completion_args()
        return [word for word in arguments if word != "="], "" if begun == "=" else begun


add_completion_class(Bash)
