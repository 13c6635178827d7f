"""What the commands have in common."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from exporter.cli import settings
from exporter.cli.console import standard_output

_HELP = {"-h", "--help"}


def command_of(module: str) -> click.Command:
    """The command of a module of ours, which is loaded when it is asked for."""
    command: click.Command = import_module(f"exporter.cli.{module}_command").command
    return command


class Command(click.Command):
    """A command whose help may be read by a pager that is left early."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        with standard_output():  # help is printed while the arguments are read
            return super().make_context(info_name, args, parent, **extra)


class ConfiguredCommand(Command):
    """A command whose defaults are read from `exporter.toml` when it is about to run.

    The context's object is the Settings. Help and completion are had without them, also where they
    are broken. `table` is the table of the file that is the command's own.
    """

    def __init__(self, *arguments: Any, table: str | None = None, **facts: Any) -> None:
        super().__init__(*arguments, **facts)
        self.table = table

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        if _HELP.isdisjoint(args) and not extra.get("resilient_parsing"):
            home = Path(click.get_app_dir("exporter"))
            found = settings.load(self.params, Path.cwd(), home, self.table)
            extra |= {"default_map": found.values, "obj": found}
        return super().make_context(info_name, args, parent, **extra)
