"""Files and folders that are on the disk when a call is over, and change places at once."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
# What a kernel or a file system says that cannot exchange two names.
_CANNOT_EXCHANGE = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM)
# What one says that makes no second name for a file.
_CANNOT_LINK = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV, errno.EACCES)


def write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths below a folder, which is made.

    All are written before the first is put on the disk: one commit of the file system's journal
    then does for most of them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.write(content)
    for path in files:
        _sync_file(folder / path)


def link_tree(source: Path, target: Path) -> None:
    """Give all files below a folder a second name below another, or copies where none can be."""
    shutil.copytree(source, target, symlinks=True, copy_function=link)


def link(source: str | Path, target: str | Path) -> None:
    """Give a file a second name, or make a copy where it can have none."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _CANNOT_LINK:
            raise
        shutil.copyfile(source, target)
        _sync_file(Path(target))


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it, if it is there."""
    if folder.exists():
        shutil.rmtree(folder)


def sync_tree(folder: Path) -> None:
    """Put the names in a folder and in those below it on the disk."""
    for place, _, _ in os.walk(folder, topdown=False):
        sync(Path(place))


def _sync_file(path: Path) -> None:
    """Put what is in a file on the disk; OSError when it does not go there."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync(path: Path) -> None:
    """Put the names in a folder on the disk, as far as the system can."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders
        return
    try:
        with contextlib.suppress(OSError):  # nor does every file system sync them
            os.fsync(handle)
    finally:
        os.close(handle)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders of one file system change places at once; False where that cannot be."""
    rename = _renameat2()
    if rename is None:
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    if rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


@cache
def _renameat2() -> Any:
    """Linux's call of this name (glibc 2.28, musl 1.2.5), None elsewhere."""
    if sys.platform != "linux":
        return None
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is not None:
        number, path = ctypes.c_int, ctypes.c_char_p
        call.argtypes = (number, path, number, path, ctypes.c_uint)
        call.restype = ctypes.c_int
    return call
