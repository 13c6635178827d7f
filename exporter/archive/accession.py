"""Taking a story into the archive: at once, whole, and for good.

A version is put together in a workspace, as the whole object that the archive will then hold:
earlier versions are second names of the files that are there. Where the object is new, the
workspace's folder becomes the archive's by one rename; where it is not, the two change places at
once (Linux's RENAME_EXCHANGE), so that whoever reads finds the old object or the new one, both
valid. Where the system cannot exchange folders, the object is moved out of the way before the new
one comes: killed between the two renames, the next accession completes them.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from exporter.archive import durable, objects, root
from exporter.archive.inventory import (
    CONTENT,
    FILE,
    SIDECAR,
    Agent,
    Inventory,
    Version,
    sidecar,
)
from exporter.archive.objects import Object
from exporter.archive.paths import conflicting, is_safe
from exporter.archive.root import StorageRoot
from exporter.archive.staging import NEW, OLD, PLACE, WHOLE, Staging
from exporter.diagnostics import ArchiveError, diagnose, reason_of
from exporter.values import Value

_FIXITY = "sha256"
_TAKEN = (errno.ENOTEMPTY, errno.EEXIST)
# A mount point is a file system of its own, and cannot be put in the place of one.
_ELSEWHERE = (errno.EXDEV, errno.EBUSY)


class Conflict(Exception):  # noqa: N818 - no error of anybody's: the caller looks again
    """Another process has added a version meanwhile."""


class Accession(Value):
    """A version to be stored: whose, which number it will have, and its files by logical path.

    `created` is an RFC 3339 time.
    """

    identifier: str
    version: int
    files: Mapping[str, bytes]
    created: str
    message: str
    user: Agent


@contextlib.contextmanager
def accessions(path: Path) -> Iterator[Accessions]:
    """What adds to the archive in a folder, which is made where nothing is; ArchiveError."""
    staging = Staging(path)
    with contextlib.ExitStack() as stack:
        try:
            work = stack.enter_context(staging.workspace())
            if root.is_vacant(path):
                with staging.locked("root"):
                    _make(path, work / "root")
        except OSError as error:
            raise _failure(path, error) from error
        yield Accessions(root.open_root(path), staging, work)


class Accessions:
    """Adds to one archive, from a workspace of its own."""

    def __init__(self, archive: StorageRoot, staging: Staging, work: Path) -> None:
        self.archive = archive
        self._staging = staging
        self._work = work

    def add(self, accession: Accession) -> Object:
        """The object with the version stored; Conflict when the number has been taken.

        ArchiveError when the archive cannot be written.
        """
        place = self.archive.layout.place(accession.identifier)
        target = self.archive.path / place
        try:
            with self._staging.locked(place.split("/")[0][:1]):
                before = objects.load(target) if target.exists() else None
                if accession.version != (before.head if before else 0) + 1:
                    raise Conflict
                return self._store(accession, before, place)
        except OSError as error:
            raise _failure(self.archive.path, error) from error

    def _store(self, accession: Accession, before: Object | None, place: str) -> Object:
        staged = self._work / NEW / place
        durable.remove(self._work / NEW)
        held = before.inventory if before else Inventory(accession.identifier)
        after, added = _next(held, accession)
        if before is not None:
            _carry_over(before.path, staged)
        durable.write_tree(staged, _files(after, added, first=before is None))
        durable.sync_tree(self._work / NEW)
        if before is None:
            _settle(self._work / NEW, self.archive.path, place)
        else:
            self._replace(staged, place)
        durable.remove(self._work / NEW)
        return Object(self.archive.path / place, after)

    def _replace(self, staged: Path, place: str) -> None:
        target = self.archive.path / place
        if not durable.exchange(staged, target):
            self._swap(staged, target, place)
        durable.sync(target.parent)

    def _swap(self, staged: Path, target: Path, place: str) -> None:
        """Put the object into the place of the old one by two renames, of which a note is left."""
        whole, moved = self._work / WHOLE, self._work / OLD
        staged.rename(whole)
        durable.write_tree(self._work, {PLACE: place.encode()})
        durable.sync_tree(self._work)
        target.rename(moved)
        whole.rename(target)
        (self._work / PLACE).unlink()
        durable.remove(moved)


def _next(held: Inventory, accession: Accession) -> tuple[Inventory, dict[str, bytes]]:
    """The inventory with the new version, and the content to be added by its content path."""
    wrong = [path for path in accession.files if not is_safe(path)]
    twice = conflicting(accession.files)
    if wrong or twice:
        raise ValueError(f"no logical path of a file: {(*wrong, twice)[0]!r}")
    state: dict[str, tuple[str, ...]] = {}
    manifest: dict[str, tuple[str, ...]] = {}
    fixity: dict[str, tuple[str, ...]] = {}
    added: dict[str, bytes] = {}
    for path, content in accession.files.items():
        digest = hashlib.sha512(content).hexdigest()
        state[digest] = (*state.get(digest, ()), path)
        if digest not in held.manifest and digest not in manifest:
            place = f"v{accession.version}/{CONTENT}/{path}"
            manifest[digest] = (place,)
            fixity[hashlib.sha256(content).hexdigest()] = (place,)
            added[place] = content
    version = Version(accession.created, state, accession.message, accession.user)
    return held.with_version(version, manifest, {_FIXITY: fixity}), added


def _files(after: Inventory, added: Mapping[str, bytes], *, first: bool) -> dict[str, bytes]:
    """The new files of an object: the content, the version's inventory, and the object's own."""
    inventory = after.to_bytes()
    beside = {FILE: inventory, SIDECAR: sidecar(inventory)}
    return {
        **({objects.DECLARATION: objects.DECLARED} if first else {}),
        **added,
        **{f"v{after.head}/{name}": content for name, content in beside.items()},
        **beside,
    }


def _carry_over(held: Path, staged: Path) -> None:
    """Give the files of an object second names, all but its inventory, which is about to change."""
    staged.mkdir(parents=True)
    for each in held.iterdir():
        if each.name in (FILE, SIDECAR):
            continue
        if each.is_dir() and not each.is_symlink():
            durable.link_tree(each, staged / each.name)
        else:
            durable.link(each, staged / each.name)


def _settle(staged: Path, archive: Path, place: str) -> None:
    """Move a new object to its place, with those folders above it that are not there yet.

    They come by the same rename: an empty folder would make the archive invalid (E073).
    """
    parts = place.split("/")
    for count in range(1, len(parts) + 1):
        path = "/".join(parts[:count])
        try:
            (staged / path).rename(archive / path)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise
        else:
            durable.sync((archive / path).parent)
            return
    raise Conflict


def _make(path: Path, staged: Path) -> None:
    if not root.is_vacant(path):  # another process was first
        return
    durable.write_tree(staged, root.new_root())
    durable.sync_tree(staged)
    staged.rename(path)
    durable.sync(path.parent)


def _failure(path: Path, error: OSError) -> ArchiveError:
    if error.errno in _ELSEWHERE:
        return ArchiveError(diagnose("A008", path=path, staging=Staging(path).folder))
    where = f" ({error.filename})" if error.filename else ""
    reason = f"{reason_of(error)}{where}"
    return ArchiveError(diagnose("A007", path=path, reason=reason))
