"""Errors that a user can do something about.

ExportError
├── UsageError    the command or call is wrong
├── StyleError    a stylesheet cannot be used
├── ReadError     the input cannot be read as a story
├── RefusedError  the sender does not allow publication now
├── RenderError   a backend cannot make its file
└── ArchiveError  an archive is missing, damaged or cannot be written
"""

from __future__ import annotations

from exporter.diagnostics.diagnostic import Diagnostic


def reason_of(error: Exception) -> str:
    """Why the system or a library refuses, in its words; of files without number and name."""
    return getattr(error, "strerror", None) or str(error)


class ExportError(Exception):
    """Root of the errors that are about the input, not a bug; carries its diagnostics."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("; ".join(str(diagnostic) for diagnostic in diagnostics))
        self.diagnostics = diagnostics


class UsageError(ExportError):
    """The command line or a call asks for something that does not exist."""


class StyleError(ExportError):
    """A stylesheet is missing or says something impossible."""


class ReadError(ExportError):
    """The input cannot be read as a story."""


class RefusedError(ExportError):
    """The story is embargoed, withheld or canceled."""


class RenderError(ExportError):
    """A backend cannot make its file from this story."""


class ArchiveError(ExportError):
    """An archive, or a story in it, is missing, damaged or cannot be written."""
