"""`exporter completion`: what makes the Tab key know the program."""

from __future__ import annotations

import click

from exporter.cli import status
from exporter.cli.command import Command
from exporter.cli.completions import SHELLS, script
from exporter.cli.console import put_line

_HELP = """\
Print what makes the Tab key complete commands, options, formats, styles and files.

\b
Examples:
  eval "$(exporter completion bash)"         in ~/.bashrc
  eval "$(exporter completion zsh)"          in ~/.zshrc, after compinit
  exporter completion fish > ~/.config/fish/completions/exporter.fish
"""


@click.command("completion", cls=Command, help=_HELP)
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> int:
    """Print what makes the Tab key complete commands, options, formats, styles and files."""
    put_line(script(shell).rstrip())
    return status.DONE
