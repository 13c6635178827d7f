"""The program: its commands, and what becomes of whatever goes wrong in them."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from exporter import __version__
from exporter.cli import console, status
from exporter.cli.bugs import report_bug
from exporter.cli.command import Command, command_of
from exporter.cli.stopping import Stopped, ending_on_signals
from exporter.diagnostics import ExportError, StyleError, UsageError, diagnose

NAME = "exporter"
_DEFAULT = "export"
# By this variable a shell asks how a line may go on; in a context, whether nothing stands there.
_COMPLETE, _FIRST = "_EXPORTER_COMPLETE", "exporter.first"
_COMMANDS = {
    "export": "Make PDF, EPUB and Word files of stories (the default).",
    "inspect": "Print what has been understood of stories, as JSON.",
    "archive": "Keep stories with all their versions, and find them again.",
    "mail": "Send stories as attachments, or write the message as a draft.",
    "check": "Run the validators found on this machine over outputs.",
    "styles": "List the styles, or show one.",
    "shell-init": "Print a shell function that makes `export --format pdf` work.",
    "completion": "Print what makes the Tab key know the program.",
    "doctor": "Show what is found on this machine, and what is missing.",
    "help": "Show a page of the guide: exporter help styles, for example.",
}
_OWN_OPTIONS = ("--help", "-h", "--version")
_SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Program(Command, click.Group):
    """Runs `export` unless the first argument names another command; loads only the one it runs."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[_FIRST] = not args
        if args and not ctx.resilient_parsing:
            _refuse_misspelt(args[0])
        if not args or args[0] not in (*_COMMANDS, *_OWN_OPTIONS):
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return command_of(cmd_name.replace("-", "_")) if cmd_name in _COMMANDS else None

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help of `export`, then the other commands."""
        export = command_of(_DEFAULT)
        inner = click.Context(export, info_name=NAME, **_SETTINGS)
        export.format_usage(inner, formatter)
        formatter.write_usage(NAME, "COMMAND ...", prefix="       ")
        export.format_help_text(inner, formatter)
        export.format_options(inner, formatter)
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))
        export.format_epilog(inner, formatter)


def _refuse_misspelt(word: str) -> None:
    """UsageError for what is nearly a command: taken for a story, it would export the others."""
    if word in (*_COMMANDS, *_OWN_OPTIONS) or word.startswith("-") or Path(word).exists():
        return
    from difflib import get_close_matches

    for near in get_close_matches(word, (*_COMMANDS, "--help"), 1, 0.75):
        raise UsageError(diagnose("U016", word=word, command=f"{NAME} {near}"))


@click.command(NAME, cls=Program, context_settings=_SETTINGS)
@click.version_option(__version__, prog_name=NAME)
def program() -> None:
    """Make a print-ready PDF, an EPUB and a Word file of a news agency's story."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Exit status of the program after it has run with the arguments."""
    console.prepare_streams()
    args = list(sys.argv[1:] if arguments is None else arguments)
    if not _somewhere():
        console.say(f"{NAME}: the working folder is gone")
        return status.FAILED
    if _COMPLETE in os.environ:
        from exporter.cli.completions import answer

        return answer(program, os.environ[_COMPLETE])
    try:
        with ending_on_signals():
            result = _invoke(args)
            console.flush()
            return result
    except click.ClickException as error:
        from exporter.cli.misuse import misuse

        console.Narrator().tell((misuse(error),))
        return error.exit_code
    except ExportError as error:
        console.Narrator().tell(error.diagnostics)
        return status.USAGE if isinstance(error, UsageError | StyleError) else status.FAILED
    except console.StandardOutputError as error:
        _abandon_stdout()
        if error.reader_left:
            return status.BROKEN_PIPE
        console.say(f"{NAME}: standard output cannot be written: {error}")
        return status.FAILED
    except Stopped as stop:
        console.say(f"{NAME}: stopped; nothing is left half-written")
        return status.SIGNALLED + stop.number
    except (KeyboardInterrupt, click.Abort):
        console.say(f"{NAME}: interrupted; nothing is left half-written")
        return status.INTERRUPTED
    except Exception as bug:  # the last resort is to say whose fault it is
        report_bug(bug)
        return status.BUG


def _somewhere() -> bool:
    try:
        return bool(Path.cwd())
    except OSError:
        return False


def _invoke(arguments: list[str]) -> int:
    try:
        with program.make_context(NAME, arguments) as context:
            return program.invoke(context) or status.DONE
    except click.exceptions.Exit as end:
        return end.exit_code


def _abandon_stdout() -> None:
    """Point standard output nowhere, so that closing it at exit does not fail again."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(Path(os.devnull), os.O_WRONLY), sys.stdout.fileno())
