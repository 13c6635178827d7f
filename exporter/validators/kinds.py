"""Which kind of output a file is."""

from __future__ import annotations

import zipfile
from pathlib import Path

SUFFIXES = {".pdf": "pdf", ".epub": "epub", ".docx": "docx"}
# A PDF's header may stand anywhere in its first 1024 bytes (ISO 32000-1, annex H.3).
_HEADER_WITHIN = 1024


def kind(path: Path) -> str | None:
    """The kind that the suffix says, else the content; None when neither is known."""
    return SUFFIXES.get(path.suffix.lower()) or _kind_of_content(path)


def _kind_of_content(path: Path) -> str | None:
    with path.open("rb") as file:
        beginning = file.read(_HEADER_WITHIN)
    if b"%PDF-" in beginning:
        return "pdf"
    return _kind_of_package(path) if beginning.startswith(b"PK") else None


def _kind_of_package(path: Path) -> str | None:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError):
        return None
    if "META-INF/container.xml" in names:
        return "epub"
    return "docx" if "word/document.xml" in names else None
