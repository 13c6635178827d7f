"""What click finds wrong with a command line, in the form of all that is said."""

from __future__ import annotations

import click

from exporter.diagnostics import Diagnostic, diagnose

_DEFAULT = "exporter export"


def misuse(error: click.ClickException) -> Diagnostic:
    """The diagnostic of an error of click's: what is wrong, and where to look."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "exporter"
    command = "exporter" if path == _DEFAULT else path
    return diagnose("U061", message=_message(error), hint=f"{_nearest(error)}see {command} --help")


def _message(error: click.ClickException) -> str:
    text = error.message if isinstance(error, click.NoSuchOption) else error.format_message()
    words = " ".join(text.split()).rstrip(".")
    return words[:1].lower() + words[1:]


def _nearest(error: click.ClickException) -> str:
    near = getattr(error, "possibilities", None) or ()
    return f"did you mean {' or '.join(sorted(near))}? " if near else ""
