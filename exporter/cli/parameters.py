"""The options of the commands, each checked where it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import click

from exporter.outputs import check_template
from exporter.pipeline import headline, known_format, language_tag, moment, profile
from exporter.renderers import FORMATS

_ALL = "all"

Command = Callable[..., Any]
Decorator = Callable[[Command], Command]


class Switch(click.Option):
    """An option that is on or off; help shows the side that is not the default."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The line of help without the opposite, which every switch has."""
        opposite, self.secondary_opts = self.secondary_opts, []
        try:
            return super().get_help_record(ctx)
        finally:
            self.secondary_opts = opposite


def option(
    name: str, *more: str, check: Callable[[Any], Any] | None = None, **facts: Any
) -> Decorator:
    """An option with a value, which `check` makes good or refuses by UsageError."""

    def callback(_context: click.Context, _option: click.Parameter, value: Any) -> Any:
        return value if check is None or value is None else check(value)

    return click.option(name, *more, envvar=_variable(name), callback=callback, **facts)


def switch(on: str, off: str, text: str, short: str = "") -> Decorator:
    """An option that is on or off, and off by default."""
    names = (f"{on}/{off}", short) if short else (f"{on}/{off}",)
    return click.option(
        *names, on[2:].replace("-", "_"), envvar=_variable(on), cls=Switch, default=False, help=text
    )


def _variable(name: str) -> str:
    return "EXPORTER_" + name.lstrip("-").replace("-", "_").upper()


def formats(values: Iterable[str]) -> tuple[str, ...]:
    """The formats that a comma list or a repeated option names; UsageError for an unknown one."""
    words = [word.strip().lower() for value in values for word in value.split(",") if word.strip()]
    names: dict[str, None] = {}
    for word in words or [_ALL]:
        names.update(dict.fromkeys(FORMATS if word == _ALL else [known_format(word)]))
    return tuple(names)


inputs: Decorator = click.argument("inputs", nargs=-1, metavar="[INPUT]...")
language = option(
    "--language",
    metavar="TAG",
    check=language_tag,
    help="The story's language, such as de or pt-BR.",
)

EXPORT_OPTIONS = (
    option(
        "--format", "-f", multiple=True, metavar="LIST", check=formats,
        help="pdf, epub, docx or all, as a comma list or repeated.  [default: all]",
    ),
    option(
        "--style", "-s", metavar="NAME|FILE", default="wire", show_default=True,
        help="A built-in style, or a TOML file of your own.",
    ),
    option(
        "--output", "-o", metavar="PATH", default="output", show_default=True,
        help="A folder; for one story in one format also a file, or - for standard output.",
    ),
    option(
        "--name", metavar="TEMPLATE", check=check_template,
        help="What to call outputs: {stem} {title} {slug} {date} {agency}.  [default: {stem}]",
    ),
    option("--headline", metavar="TEXT", check=headline, help="A headline, in place of its own."),
    language,
    option(
        "--date", metavar="ISO8601", check=moment,
        help="The story's date, in place of its own; UTC if it names no zone.",
    ),
    option(
        "--profile", metavar="NAME", default="print", show_default=True, check=profile,
        help="What the PDF is for.",
    ),
    switch("--verbatim", "--no-verbatim", "Leave punctuation as sent."),
    switch("--embed-source", "--no-embed-source", "Put the source file into the PDF."),
    switch("--no-ed-note", "--ed-note", "Leave out notes to editors."),
    switch(
        "--allow-embargoed", "--no-allow-embargoed",
        "Export what is embargoed, held or killed; every page says so.",
    ),
    switch("--strict", "--no-strict", "Let a warning stop a story."),
    switch("--update", "--no-update", "Skip a story whose outputs are up to date."),
    switch("--json", "--no-json", "Print a line of JSON for each output."),
    switch("--quiet", "--no-quiet", "Print errors only.", "-q"),
    switch("--verbose", "--no-verbose", "List repairs and other infos too.", "-v"),
)  # fmt: skip


def export_options(command: Command) -> Command:
    """Give a command all options of an export, in the order of its help."""
    for decorate in reversed(EXPORT_OPTIONS):
        command = decorate(command)
    return command
