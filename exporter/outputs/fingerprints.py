"""The fingerprint inside an output, read back to see from what it was made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

# Enough for the package file of any book; a larger one was not made here.
_LARGEST_MEMBER = 1 << 20
_MOST_MEMBERS = 10_000
# A PDF's metadata stream is uncompressed (ISO 19005-3, 6.6.2.1), JSON and XML are text.
_PLAIN = (".pdf", ".json", ".xml")
_HOLDERS = (".opf", "docProps/custom.xml")


def carries(path: Path, fingerprint: str) -> bool:
    """Whether the file at the path exists and was made from what has this fingerprint."""
    needle = fingerprint.encode()
    try:
        if path.suffix.lower() in _PLAIN:
            return _in_file(path, needle)
        return _in_package(path, needle)
    except (OSError, ValueError):
        return False


def _in_file(path: Path, needle: bytes) -> bool:
    import mmap

    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(needle) >= 0


def _in_package(path: Path, needle: bytes) -> bool:
    import zlib
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as archive:
            members = archive.infolist()[:_MOST_MEMBERS]
            return any(
                needle in _beginning(archive, member)
                for member in members
                if member.filename.endswith(_HOLDERS)
            )
    except (BadZipFile, zlib.error, NotImplementedError, EOFError):
        return False


def _beginning(archive: ZipFile, member: ZipInfo) -> bytes:
    with archive.open(member) as file:
        return file.read(_LARGEST_MEMBER)
