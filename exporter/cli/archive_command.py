"""`exporter archive`: stories kept for good, and found again."""

from __future__ import annotations

import click

from exporter.cli.command import Command, command_of

_COMMANDS = {
    "add": "Export stories and store them, with their sources.",
    "list": "List the stories that are kept.",
    "search": "Find stories by words in them.",
    "get": "Take a story's files out of the archive.",
    "history": "Show all versions of a story.",
    "verify": "Read every byte, and name each file that is not as it was stored.",
    "reindex": "Make the index for searching anew.",
    "export": "Hand stories over to another archive, as a BagIt bag.",
    "report": "Make a contents list of a period.",
}
_HELP = """\
Keep stories with their print copies, every version of them, in a folder that outlives this
program: an OCFL 1.1 storage root.

\b
Examples:
  exporter archive add wire/ --archive /srv/archive
  exporter archive search "harbor contract" --since 2014-08-01
  exporter archive get urn:exporter:afp:oslo-talks:2014-08-29 --version 1
  exporter archive verify
"""
_EPILOG = """
\b
The archive is --archive DIR, else EXPORTER_ARCHIVE, else `archive` in the
table [archive] of exporter.toml, else the folder archive.
"""


class Archive(Command, click.Group):
    """Loads only the command that it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return command_of(f"archiving.{cmd_name}") if cmd_name in _COMMANDS else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, by what the table says: to be listed they need not be loaded."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command("archive", cls=Archive, help=_HELP, epilog=_EPILOG)
def command() -> None:
    """Keep stories with their print copies, and find them again."""
