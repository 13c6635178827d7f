"""Stories handed over to another archive: a BagIt bag (RFC 8493)."""

from __future__ import annotations

import hashlib
import logging
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import bagit

from exporter.archive import durable
from exporter.archive.inventory import by_path
from exporter.archive.objects import Object, damaged
from exporter.archive.root import DECLARATION, DECLARED, StorageRoot
from exporter.archive.verification import verify_object
from exporter.diagnostics import ArchiveError, diagnose, reason_of
from exporter.values import Value

# The library writes 0.97 of the drafts; what it writes is 1.0 where no name has these characters,
# which the two encode in different ways (RFC 8493, 2.1.3).
_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_ENCODED = frozenset("%\r\n")
_ALGORITHMS = ("sha512", "sha256")
_PAYLOAD = "data"


class Handover(Value):
    """What a bag says of itself. `date` is the day of its making in ISO 8601."""

    date: str
    software: str


def write_bag(
    archive: StorageRoot,
    stories: Sequence[Object],
    target: Path,
    handover: Handover,
    advance: Callable[[], None],
) -> None:
    """Make a bag at a path where nothing is yet, whole or not at all.

    Its payload is itself an OCFL storage root, with the objects of the stories, all their versions,
    directly below. ArchiveError when a story is damaged, or the bag cannot be written.
    """
    if target.exists() or target.is_symlink():
        raise _unwritable(target, "something is there already")
    draft = target.with_name(f".{target.name}.bag")
    try:
        durable.remove(draft)
        durable.write_tree(draft, {DECLARATION: DECLARED})
        for story in stories:
            _copy(archive, story, draft / _folder(story))
            advance()
        _make(draft, stories, handover, target)
        draft.rename(target)
    except (OSError, bagit.BagError) as error:
        raise _unwritable(target, reason_of(error)) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _copy(archive: StorageRoot, story: Object, target: Path) -> None:
    for finding in verify_object(archive, story.path):
        raise damaged(archive.path / finding.path, finding.reason)
    shutil.copytree(story.path, target)


def _folder(story: Object) -> str:
    """The name of the object's folder, which has none of the signs that bags encode."""
    return story.path.name.replace("%3a", "-").replace("%", "_")


def _make(folder: Path, stories: Iterable[Object], handover: Handover, target: Path) -> None:
    """Make the bag in a folder which is to be the target, and is called so to the user."""
    logging.getLogger("bagit").addHandler(logging.NullHandler())  # what it says, we say
    said = {
        "Bagging-Date": handover.date,
        "Bag-Software-Agent": handover.software,
        "External-Identifier": [story.identifier for story in stories],
        "External-Description": "Stories of a news archive: an OCFL 1.1 storage root",
    }
    strange = next((path for path in folder.rglob("*") if set(path.name) & _ENCODED), None)
    if strange is not None:
        raise _unwritable(target, f"the name {strange.name!r} cannot stand in a bag")
    bag = bagit.make_bag(str(folder), bag_info=said, checksums=list(_ALGORITHMS))
    _compare(bag, target, stories)
    (folder / "bagit.txt").write_text(_DECLARATION, encoding="utf-8")
    bag.save()


def _compare(bag: Any, target: Path, stories: Iterable[Object]) -> None:
    """Make sure that what has been copied is what was stored."""
    for story in stories:
        for path, digest in _digests(story).items():
            place = f"{_PAYLOAD}/{_folder(story)}/{path}"
            if bag.entries.get(place, {}).get("sha512") != digest:
                raise damaged(target / place, "its copy is not what was stored")


def _digests(story: Object) -> dict[str, str]:
    """The SHA-512 of each file of an object; the manifest does not name those of OCFL."""
    found = by_path(story.inventory.manifest)
    for file in story.path.rglob("*"):
        name = file.relative_to(story.path).as_posix()
        if name not in found and file.is_file():
            found[name] = hashlib.sha512(file.read_bytes()).hexdigest()
    return found


def _unwritable(path: Path, reason: str) -> ArchiveError:
    return ArchiveError(diagnose("A016", path=path, reason=reason))
