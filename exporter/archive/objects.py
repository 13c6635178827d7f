"""An object as it lies in the archive."""

from __future__ import annotations

import hashlib
from pathlib import Path

from exporter.archive import inventory as inventories
from exporter.archive.inventory import Inventory
from exporter.archive.record import METADATA, Record
from exporter.diagnostics import ArchiveError, diagnose, reason_of
from exporter.values import Value

DECLARATION = "0=ocfl_object_1.1"
DECLARED = b"ocfl_object_1.1\n"


class Object(Value):
    """One story: the folder that it lies in, and its inventory."""

    path: Path
    inventory: Inventory

    @property
    def identifier(self) -> str:
        """What it is called in all places."""
        return self.inventory.identifier

    @property
    def head(self) -> int:
        """The number of the newest version."""
        return self.inventory.head

    def files(self, version: int) -> dict[str, str]:
        """The digest of each file of a version by its logical path; ArchiveError without it."""
        if not 1 <= version <= self.head:
            raise ArchiveError(
                diagnose("A005", id=self.identifier, version=version, head=self.head)
            )
        return self.inventory.versions[version - 1].logical()

    def content(self, version: int, path: str) -> bytes:
        """The bytes of a file, which are those that were stored; ArchiveError when they are not."""
        digest = self.files(version)[path]
        place = self.path / self.inventory.content_path(digest)
        try:
            content = b"" if place.is_symlink() else place.read_bytes()
        except OSError as error:
            raise damaged(place, reason_of(error)) from error
        if hashlib.sha512(content).hexdigest() != digest:
            raise damaged(place, "its bytes are not those that were stored")
        return content

    def record(self, version: int) -> Record:
        """What was noted about a version when it was stored; ArchiveError when it is not there."""
        if METADATA not in self.files(version):
            raise damaged(self.path, f"version {version} has no {METADATA}")
        try:
            return Record.from_bytes(self.content(version, METADATA))
        except (ValueError, RecursionError) as error:
            raise damaged(self.path, f"{METADATA} of version {version}: {error}") from error


def load(path: Path) -> Object:
    """The object in a folder; ArchiveError when its inventory is missing or damaged."""
    place = path / inventories.FILE
    try:
        content = place.read_bytes()
        said = (path / inventories.SIDECAR).read_bytes()
        if said.split()[:1] != [hashlib.sha512(content).hexdigest().encode()]:
            raise damaged(place, f"it is not what {inventories.SIDECAR} says")
        return Object(path, inventories.parse(content))
    except OSError as error:
        raise damaged(place, reason_of(error)) from error
    except (ValueError, RecursionError) as error:
        raise damaged(place, str(error)) from error


def damaged(path: Path, reason: str) -> ArchiveError:
    """What is raised for a file that is not as it was stored."""
    return ArchiveError(diagnose("A010", path=path, reason=reason))
