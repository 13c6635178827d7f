"""What a stage has to say about an input: values, collected, never printed where they arise."""

from exporter.diagnostics.diagnostic import Diagnostic, Lines, Severity, diagnose
from exporter.diagnostics.errors import (
    ArchiveError,
    ExportError,
    ReadError,
    RefusedError,
    RenderError,
    StyleError,
    UsageError,
    reason_of,
)

__all__ = [
    "ArchiveError",
    "Diagnostic",
    "ExportError",
    "Lines",
    "ReadError",
    "RefusedError",
    "RenderError",
    "Severity",
    "StyleError",
    "UsageError",
    "diagnose",
    "reason_of",
]
