"""Renditions that the user has already, to be stored as they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exporter.archive.deposit import Copy
from exporter.diagnostics import ArchiveError, diagnose, reason_of
from exporter.outputs import safe
from exporter.renderers import FORMATS

_UNKNOWN = "application/octet-stream"


def given_copies(paths: Sequence[str]) -> tuple[Copy, ...]:
    """The files of the paths; ArchiveError when one cannot be read, and when two have one name."""
    copies = [_copy(Path(path)) for path in paths]
    names = [copy.name.casefold() for copy in copies]
    for copy in copies:
        if names.count(copy.name.casefold()) > 1:
            raise ArchiveError(
                diagnose("A014", path=copy.name, reason="another one has the same name")
            )
    return tuple(copies)


def _copy(path: Path) -> Copy:
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise ArchiveError(diagnose("A014", path=path, reason=reason_of(error))) from error
    suffix = path.suffix.lower()
    row = next((row for row in FORMATS.values() if row.suffix == suffix), None)
    return Copy(
        name=safe(path.name.replace("%", "_")) or "rendition",
        format=row.name if row else suffix.lstrip(".") or "file",
        media_type=row.media_type if row else _UNKNOWN,
        content=content,
    )
