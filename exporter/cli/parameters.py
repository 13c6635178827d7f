"""The options of the commands, each checked where it is read."""

from __future__ import annotations

from collections.abc import Callable, Container
from importlib import import_module
from typing import Any

import click
from click.core import ParameterSource

from exporter.diagnostics import UsageError, diagnose
from exporter.values import replace

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

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """True or false; UsageError when its variable says neither."""
        try:
            return super().type_cast_value(ctx, value)
        except click.BadParameter as error:
            raise UsageError(
                diagnose(
                    "U013", key=self.envvar, path="the environment", reason="is neither 1 nor 0"
                )
            ) from error


def option(name: str, *more: str, check: str = "", **facts: Any) -> Decorator:
    """An option with a value, which a check makes good or refuses by UsageError.

    A check is a function of `exporter.cli.checks`, or of the module whose name comes before a dot.
    """
    home, _, function = check.rpartition(".")

    def callback(context: click.Context, option: click.Parameter, value: Any) -> Any:
        if not check or value is None:
            return value
        try:
            return getattr(import_module(f"exporter.cli.{home or 'checks'}"), function)(value)
        except UsageError as error:
            origin = _origin(context, option)
            raise UsageError(
                *(replace(each, source=origin) for each in error.diagnostics)
            ) from error

    return click.option(
        name, *more, envvar=_variable(name), callback=callback, shell_complete=completed, **facts
    )


def completed(context: click.Context, parameter: click.Parameter, begun: str) -> Any:
    """What the Tab key offers for a value that is begun."""
    return import_module("exporter.cli.completions").of(context, parameter, begun)


def _origin(context: click.Context, option: click.Parameter) -> str | None:
    """The variable or the file that an option's value stands in, None for the command line."""
    source = context.get_parameter_source(option.name or "")
    if source is ParameterSource.ENVIRONMENT:
        return str(option.envvar)
    if source is ParameterSource.DEFAULT_MAP:
        return str(context.obj.origins[option.name])
    return None


def switch(on: str, off: str, text: str, short: str = "") -> Decorator:
    """An option that is on or off, and off by default."""
    names = (f"{on}/{off}", short) if short else (f"{on}/{off}",)
    return click.option(
        *names, on[2:].replace("-", "_"), envvar=_variable(on), cls=Switch, default=False, help=text
    )


def _variable(name: str) -> str:
    return "EXPORTER_" + name.lstrip("-").replace("-", "_").upper()


inputs: Decorator = click.argument(
    "inputs", nargs=-1, metavar="[INPUT]...", shell_complete=completed
)
language = option(
    "--language",
    metavar="TAG",
    check="language_tag",
    help="The story's language, such as de or pt-BR.",
)

conventions = option(
    "--conventions",
    metavar="FILE",
    check="conventions",
    help="A TOML file of your house's own agencies and forms of wire copy.",
)

EXPORT_OPTIONS = {
    "format": option(
        "--format", "-f", multiple=True, metavar="LIST", check="formats",
        help="pdf, epub, docx, all of these, ninjs or nitf; a list or repeated.  [default: all]",
    ),
    "style": option(
        "--style", "-s", metavar="NAME|FILE", default="wire", show_default=True,
        help="A built-in style, or a TOML file of your own.",
    ),
    "output": option(
        "--output", "-o", metavar="PATH", default="output", show_default=True, check="place",
        help="A folder; for one story in one format also a file, or - for standard output.",
    ),
    "name": option(
        "--name", metavar="TEMPLATE", check="check_template",
        help="What to call outputs: {stem} {title} {slug} {date} {agency}.  [default: {stem}]",
    ),
    "headline": option(
        "--headline", metavar="TEXT", check="headline",
        help="A headline, in place of its own.",
    ),
    "language": language,
    "conventions": conventions,
    "date": option(
        "--date", metavar="ISO8601", check="moment",
        help="The story's date, in place of its own; UTC if it names no zone.",
    ),
    "profile": option(
        "--profile", metavar="NAME", default="print", show_default=True, check="profile",
        help="What the PDF is for: print, or screen with live links.",
    ),
    "marks": switch(
        "--marks", "--no-marks", "Put bleed and printer's marks around the PDF's pages."
    ),
    "cover": option(
        "--cover", metavar="NAME", check="cover",
        help="The EPUB's cover: svg, or raster for stores that need one.  [default: the style's]",
    ),
    "docx-template": option(
        "--docx-template", metavar="FILE", check="docx_template",
        help="Your house's Word template (docx, dotx), for styles, page, head and foot.",
    ),
    "verbatim": switch("--verbatim", "--no-verbatim", "Leave punctuation as sent."),
    "embed-source": switch(
        "--embed-source", "--no-embed-source", "Put the source file into the PDF."
    ),
    "no-ed-note": switch("--no-ed-note", "--ed-note", "Leave out notes to editors."),
    "allow-embargoed": switch(
        "--allow-embargoed", "--no-allow-embargoed",
        "Export what is embargoed, held or killed; every page says so.",
    ),
    "strict": switch("--strict", "--no-strict", "Let a warning stop a story."),
    "update": switch("--update", "--no-update", "Skip a story whose outputs are up to date."),
    "no-cache": switch(
        "--no-cache", "--cache", "Compile everything anew, and keep nothing for the next run."
    ),
    "json": switch("--json", "--no-json", "Print a line of JSON for each output."),
    "quiet": switch("--quiet", "--no-quiet", "Print errors only.", "-q"),
    "verbose": switch("--verbose", "--no-verbose", "List repairs and other infos too.", "-v"),
}  # fmt: skip


def export_options(*, but: Container[str] = ()) -> Decorator:
    """Give a command the options of an export, less those named, in the order of its help."""

    def decorate(command: Command) -> Command:
        for name, give in reversed(EXPORT_OPTIONS.items()):
            if name not in but:
                command = give(command)
        return command

    return decorate


RUN_OPTIONS = {
    "jobs": option(
        "--jobs", "-j", metavar="N", check="jobs",
        help="Make stories in N processes at once.  [default: auto]",
    ),
    "report": option(
        "--report", metavar="FILE", check="record",
        help="Write what became of every story into a file, as JSON.",
    ),
    "watch": switch(
        "--watch", "--no-watch", "Go on until stopped: export what arrives in the folders."
    ),
    "settle": option(
        "--settle", metavar="SECONDS", default="2", show_default=True, check="settle",
        help="For how long a file must not change before --watch takes it.",
    ),
}  # fmt: skip


def run_options(command: Command) -> Command:
    """Give a command the options of a run over many stories."""
    for give in reversed(RUN_OPTIONS.values()):
        command = give(command)
    return command
