"""Whether an archive still holds what was stored: every byte read, every name accounted for."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from exporter.archive import inventory as inventories
from exporter.archive import objects, root
from exporter.archive.inventory import FILE, SIDECAR, Inventory, by_path
from exporter.archive.root import StorageRoot
from exporter.diagnostics import reason_of
from exporter.values import Value

_CHUNK = 1 << 20  # bytes read at a time
# What an object may have besides its versions (OCFL 1.1, 3.1, 3.8 and 3.9).
_ALLOWED = ("logs", "extensions")


class Fault(StrEnum):
    """What can be wrong with a file."""

    DAMAGED = "damaged"
    MISSING = "missing"
    UNEXPECTED = "unexpected"


class Finding(Value):
    """One file, or folder, that is not as it should be. `path` is seen from the storage root."""

    fault: Fault
    path: str
    reason: str


def verify_root(archive: StorageRoot) -> Iterator[Finding]:
    """What is wrong beside the objects: declarations, and what is no part of any object."""
    yield from _compared(archive.path / root.DECLARATION, root.DECLARATION, root.DECLARED)
    for place, folders, files in os.walk(archive.path):
        here = Path(place)
        shown = "" if here == archive.path else here.relative_to(archive.path).as_posix() + "/"
        if not shown:
            folders[:] = sorted(set(folders) - {root.EXTENSIONS})
            yield from (_unexpected(name, "a link") for name in files if (here / name).is_symlink())
        elif objects.DECLARATION in files:
            folders.clear()
        else:
            folders.sort()
            yield from (_unexpected(shown + name, "no part of a story") for name in sorted(files))
            if not folders and not files:
                yield _unexpected(shown, "an empty folder")
        yield from (_unexpected(shown + name, "a link") for name in _links(here, folders))


def verify_object(archive: StorageRoot, path: Path) -> Iterator[Finding]:
    """What is wrong with one object."""
    for finding in _findings(archive, path):
        place = path.relative_to(archive.path).as_posix()
        yield Finding(finding.fault, f"{place}/{finding.path}", finding.reason)


def _findings(archive: StorageRoot, path: Path) -> Iterator[Finding]:
    yield from _compared(path / objects.DECLARATION, objects.DECLARATION, objects.DECLARED)
    own = _examined(path)
    yield from own.faults
    if own.inventory is not None:
        held = own.inventory
        if archive.place(held.identifier) != path:
            yield Finding(Fault.DAMAGED, FILE, f"{held.identifier} does not belong here")
        yield from _content_faults(path, held)
        yield from _version_faults(path, held, own.content)
    yield from _unknown_files(path, own.inventory)


class _Examined(Value):
    """An inventory as it lies there: what is wrong with it, and what it says if nothing is."""

    faults: tuple[Finding, ...]
    content: bytes = b""
    inventory: Inventory | None = None


def _examined(path: Path, below: str = "") -> _Examined:
    shown = below + FILE
    try:
        content = (path / shown).read_bytes()
    except FileNotFoundError:
        return _Examined((Finding(Fault.MISSING, shown, "the inventory is not there"),))
    except OSError as error:
        return _Examined((Finding(Fault.DAMAGED, shown, reason_of(error)),))
    faults = list(_compared(path / below / SIDECAR, below + SIDECAR, inventories.sidecar(content)))
    try:
        inventory = inventories.parse(content)
    except (ValueError, RecursionError) as error:
        faults.append(Finding(Fault.DAMAGED, shown, str(error)))
    return _Examined(tuple(faults)) if faults else _Examined((), content, inventory)


def _content_faults(path: Path, held: Inventory) -> Iterator[Finding]:
    fixity = by_path(held.fixity.get("sha256", {}))
    for place, digest in by_path(held.manifest).items():
        expected = {"sha512": digest}
        if place in fixity:
            expected["sha256"] = fixity[place]
        yield from _read_through(path, place, expected)


def _read_through(path: Path, place: str, expected: Mapping[str, str]) -> Iterator[Finding]:
    if (path / place).is_symlink():
        yield Finding(Fault.DAMAGED, place, "a link stands for it")
        return
    digests = {name: hashlib.new(name) for name in expected}
    try:
        with (path / place).open("rb", buffering=0) as file:
            while chunk := file.read(_CHUNK):
                for digest in digests.values():
                    digest.update(chunk)
    except FileNotFoundError:
        yield Finding(Fault.MISSING, place, "it is not there")
        return
    except OSError as error:
        yield Finding(Fault.DAMAGED, place, reason_of(error))
        return
    wrong = [name for name, digest in digests.items() if digest.hexdigest() != expected[name]]
    if wrong:
        yield Finding(Fault.DAMAGED, place, f"its bytes have another {' and '.join(wrong)}")


def _version_faults(path: Path, held: Inventory, content: bytes) -> Iterator[Finding]:
    """Inventories of versions: each as its sidecar says, and a beginning of the object's own."""
    for number in range(1, held.head + 1):
        below = f"v{number}/"
        kept = _examined(path, below)
        yield from kept.faults
        if kept.inventory is None:
            continue
        if number == held.head and kept.content != content:
            yield Finding(Fault.DAMAGED, below + FILE, "it is not the inventory of the object")
        elif kept.inventory.versions != held.versions[:number]:
            yield Finding(Fault.DAMAGED, below + FILE, "it tells another history than the object's")


def _unknown_files(path: Path, held: Inventory | None) -> Iterator[Finding]:
    expected = _expected(held) if held is not None else None
    for place, folders, files in os.walk(path):
        here = Path(place)
        shown = "" if here == path else here.relative_to(path).as_posix() + "/"
        folders[:] = sorted(name for name in folders if shown or name not in _ALLOWED)
        yield from (_unexpected(shown + name, "a link") for name in _links(here, folders))
        if not folders and not files:
            yield _unexpected(shown, "an empty folder")
        for name in sorted(files):
            if expected is not None and shown + name not in expected:
                yield _unexpected(shown + name, "no inventory names it")


def _expected(held: Inventory) -> set[str]:
    beside = [f"v{number}/{name}" for number in range(1, held.head + 1) for name in (FILE, SIDECAR)]
    return {objects.DECLARATION, FILE, SIDECAR, *beside, *by_path(held.manifest)}


def _compared(path: Path, shown: str, content: bytes) -> Iterator[Finding]:
    try:
        if path.read_bytes() != content:
            yield Finding(Fault.DAMAGED, shown, "it says something else than it must")
    except FileNotFoundError:
        yield Finding(Fault.MISSING, shown, "it is not there")
    except OSError as error:
        yield Finding(Fault.DAMAGED, shown, reason_of(error))


def _links(folder: Path, names: list[str]) -> list[str]:
    return [name for name in names if (folder / name).is_symlink()]


def _unexpected(path: str, reason: str) -> Finding:
    return Finding(Fault.UNEXPECTED, path, reason)
