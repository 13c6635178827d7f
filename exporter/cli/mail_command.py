"""`exporter mail`: stories as attachments of a message, written or sent."""

from __future__ import annotations

from typing import Any

import click
from click.core import ParameterSource

from exporter.cli.command import ConfiguredCommand
from exporter.cli.parameters import Decorator, completed, export_options, option, switch

_EPILOG = """
\b
Defaults may stand in exporter.toml, those of this command under [mail]:
  [mail]
  from = "News desk <desk@example.org>"
  smtp = "smtp://mail.example.org"
and in variables such as EXPORTER_FROM. A login is taken from
EXPORTER_SMTP_USER and EXPORTER_SMTP_PASSWORD, or from ~/.netrc, never from
the command line.
\b
With --json a line says of each recipient: accepted, refused, unsent, or
unknown when the server's last word was lost; then nothing is sent again by
itself.
Exit status: 0 all recipients' server has it, 1 not all or a story failed,
2 wrong usage, 70 a bug.
"""
_HELP = """\
Send stories as attachments of one message, or write the message as a draft.

STORY is a file, a folder of stories, or - for standard input. The message holds the files of all
of them; where one story fails, nothing is sent. Its subject is the headline, its text how each
story begins and what is attached.

\b
Examples:
  exporter mail story.txt --eml story.eml    a draft, to look at and send
  exporter mail story.txt -f pdf --to "Anna Meyer <anna@example.org>" --eml -
  exporter mail story.txt --from desk@example.org --to anna@example.org \\
      --cc bo@example.org,cy@example.org --smtp smtp://mail.example.org
  exporter mail wire/ -f pdf --subject "For tonight" --body note.txt \\
      --to night@example.org
"""


class _Whole(click.types.StringParamType):
    """Text that a variable holds as one value: a name has blanks."""

    def split_envvar_value(self, rv: str) -> tuple[str]:
        """The value as it is."""
        return (rv,)


def _recipients(name: str, text: str) -> Decorator:
    return option(
        name,
        multiple=True,
        metavar="ADDRESSES",
        type=_Whole(),
        check="mail.checks.mailboxes",
        help=text,
    )


_OPTIONS: tuple[Decorator, ...] = (
    option(
        "--from", "sender", metavar="ADDRESS", check="mail.checks.mailbox",
        help='Who sends it: desk@example.org, or "News desk <desk@example.org>".',
    ),
    _recipients("--to", "Whom it is for; a list with commas, or repeated."),
    _recipients("--cc", "Who gets a copy."),
    _recipients("--bcc", "Who gets a copy unseen; only a draft names them, to be sent to."),
    option("--subject", metavar="TEXT", help="A subject, in place of the headline."),
    option(
        "--body", metavar="FILE", check="mail.checks.letter",
        help="A text of your own (UTF-8, - for standard input), in place of how stories begin.",
    ),
    option(
        "--eml", metavar="FILE",
        help="Write the message there, to be opened as a draft; a folder, or - for standard "
        "output.",
    ),
    option(
        "--smtp", metavar="URL", check="mail.checks.mail_server",
        help="Send it by this server: smtp://host is for STARTTLS (port 587), smtps://host for TLS "
        "from the first byte (465).",
    ),
    option(
        "--ca-file", metavar="FILE", check="mail.checks.authorities",
        help="Certificates of the authority that the server's is from.  [default: the system's]",
    ),
    switch("--plain", "--no-plain", "Send without encryption; to this machine it is not asked."),
    option(
        "--timeout", metavar="SECONDS", type=click.FloatRange(0.1, 3600), default=60,
        show_default=True,
        help="How long to wait for each step; ten times as long for the server's last word.",
    ),
    option(
        "--retries", metavar="N", type=click.IntRange(0, 6), default=3, show_default=True,
        help="How often to try again when the server says later: after 5 s, 20 s, 80 s …",
    ),
    option(
        "--max-size", metavar="SIZE", default="20MB", show_default=True, check="mail.checks.octets",
        help="The largest message that is made, as it is encoded.",
    ),
    switch(
        "--reproducible", "--no-reproducible",
        "Take date and Message-ID from the stories: the same message is the same bytes.",
    ),
    option(
        "--name", metavar="TEMPLATE", default="{title}", show_default=True, check="check_template",
        help="What to call attachments: {stem} {title} {slug} {date} {agency}.",
    ),
)  # fmt: skip
_NOT_HERE = ("name", "output", "update")


def _mail_options(command: Any) -> Any:
    for give in reversed(_OPTIONS):
        command = give(command)
    return command


@click.command("mail", help=_HELP, cls=ConfiguredCommand, epilog=_EPILOG, table="mail")
@click.argument("stories", nargs=-1, required=True, metavar="STORY...", shell_complete=completed)
@_mail_options
@export_options(but=_NOT_HERE)
@click.pass_context
def command(context: click.Context, /, stories: tuple[str, ...], **given: Any) -> int:
    """Send stories as attachments of one message, or write the message as a draft."""
    from exporter.cli.mail.order import carry_out  # all stages are behind it, and help needs none

    typed = [name for name in ("eml", "smtp") if _is_typed(context, name)]
    return carry_out(stories, given, context.obj.warnings, typed)


def _is_typed(context: click.Context, name: str) -> bool:
    return context.get_parameter_source(name) is ParameterSource.COMMANDLINE
