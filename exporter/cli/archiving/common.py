"""What the commands of the archive have in common: their options."""

from __future__ import annotations

from typing import Any

import click

from exporter.archive.query import Wanted
from exporter.archive.record import Flag
from exporter.cli.command import ConfiguredCommand
from exporter.cli.parameters import Decorator, option, switch

TABLE = "archive"

folder: Decorator = option(
    "--archive",
    metavar="DIR",
    default="archive",
    show_default=True,
    check="place",
    help="The archive's folder.",
)
as_json: Decorator = switch("--json", "--no-json", "Print a line of JSON for each.")
quiet: Decorator = switch("--quiet", "--no-quiet", "Show no progress, and print errors only.", "-q")
version: Decorator = click.option(
    "--version", type=click.IntRange(1), metavar="N", help="A version.  [default: the newest]"
)
filters: tuple[Decorator, ...] = (
    option("--agency", metavar="NAME", help="Stories of an agency."),
    option("--place", metavar="NAME", help="Stories from a place."),
    option("--byline", metavar="NAME", help="Stories by a person."),
    option("--since", metavar="DATE", check="day", help="Stories of that day and later."),
    option("--until", metavar="DATE", check="day", help="Stories of that day and earlier."),
    click.option(
        "--flag", type=click.Choice([str(each) for each in Flag]), help="Stories that are now so."
    ),
)


def subcommand(name: str, help_text: str) -> Decorator:
    """A command of the archive, whose defaults stand in its table of `exporter.toml`."""
    return click.command(name, cls=ConfiguredCommand, help=help_text, table=TABLE)


def filtered(command: Any) -> Any:
    """Give a command the options by which stories are chosen."""
    for give in reversed(filters):
        command = give(command)
    return command


def wanted(words: str, given: dict[str, Any]) -> Wanted:
    """What stories the options ask for."""
    names = ("agency", "place", "byline", "since", "until", "flag")
    return Wanted(words, **{name: given[name] for name in names})
