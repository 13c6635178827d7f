"""`exporter help`: the pages of the guide, and all of them as a man page."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator

import click

from exporter.cli import status
from exporter.cli.command import Command
from exporter.cli.console import put_line
from exporter.cli.parameters import completed

_HELP = """\
Show a page of the guide, or which there are.

TOPIC is a page of the guide, or a command.

\b
Examples:
  exporter help                     the topics
  exporter help styles              make a house style in ten minutes
  exporter help check               the same as exporter check --help
  exporter help --man | man -l -    all of it as a man page
"""


@click.command("help", cls=Command, help=_HELP)
@click.argument("topic", required=False, shell_complete=completed)
@click.option("--man", is_flag=True, help="Print all commands and topics as a man page, in roff.")
@click.pass_context
def command(context: click.Context, topic: str | None, man: bool) -> int:
    """Show a page of the guide, or which there are."""
    from exporter.cli.guide import pages

    if man:
        put_line(_man_page(context).rstrip("\n"))
    elif topic is None:
        put_line(_contents())
    elif topic in _others(context) and topic not in {each.name for each in pages.topics()}:
        put_line(_help_of(context, topic))
    else:
        _show(pages.topic(topic).text())
    return status.DONE


def _contents() -> str:
    from exporter.cli.guide import pages

    topics = pages.topics()
    width = max(len(topic.name) for topic in topics)
    rows = (f"  {topic.name:{width}}  {topic.summary}" for topic in topics)
    return "\n".join(
        ("Topics of exporter help TOPIC:", "", *rows, "", "Commands and options: exporter --help")
    )


def _show(text: str) -> None:
    """Print a page; on a terminal that it does not fit, by the user's pager."""
    from exporter.cli.guide.terminal import shown

    size, terminal = shutil.get_terminal_size(), sys.stdout.isatty()
    page = shown(text, size.columns, styled=terminal)
    if terminal and page.count("\n") + 2 > size.lines:
        click.echo_via_pager(page + "\n")  # which knows whether it shows bold
    else:
        put_line(page)


def _others(context: click.Context) -> list[str]:
    """The names of the program's commands."""
    group = context.parent and context.parent.command
    return group.list_commands(context) if isinstance(group, click.Group) else []


def _commands(context: click.Context) -> Iterator[click.Command]:
    group = context.parent and context.parent.command
    if isinstance(group, click.Group):
        for name in group.list_commands(context):
            found = group.get_command(context, name)
            if found is not None:
                yield found


def _help_of(context: click.Context, name: str) -> str:
    found = next(each for each in _commands(context) if each.name == name)
    inner = click.Context(found, info_name=name, parent=context.parent)
    return found.get_help(inner)


def _man_page(context: click.Context) -> str:
    from exporter.cli.guide import pages
    from exporter.cli.guide.manpage import man_page

    about = context.parent.command.help if context.parent else None
    texts = (topic.text() for topic in pages.topics())
    return man_page((about or "").rstrip("."), _commands(context), texts)
