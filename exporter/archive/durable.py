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
    """Write files by their paths below a folder, which is made; `sync_tree` makes them last."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.write(content)


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


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it, if it is there."""
    if folder.exists():
        shutil.rmtree(folder)


def sync_tree(folder: Path) -> None:
    """Put all that is in a folder on the disk; OSError when it does not go there.

    By one commit of its file system where that can be had (Linux's syncfs): one for each file and
    folder takes fifteen times as long.
    """
    if _syncfs(folder):
        return
    for place, _, files in os.walk(folder, topdown=False):
        for name in files:
            _sync_file(Path(place, name))
        sync(Path(place))


def _syncfs(folder: Path) -> bool:
    call = _system("syncfs", ctypes.c_int)
    if call is None:
        return False
    handle = os.open(folder, os.O_RDONLY)
    try:
        if call(handle) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(handle)
    return True


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
    number, path = ctypes.c_int, ctypes.c_char_p
    call = _system("renameat2", number, path, number, path, ctypes.c_uint)
    if call is None:
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    if call(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    fault = ctypes.get_errno()
    if fault in _CANNOT_EXCHANGE:
        return False
    raise OSError(fault, os.strerror(fault), str(one), None, str(other))


@cache
def _system(name: str, *arguments: Any) -> Any:
    """A call of Linux that Python does not have (glibc 2.28, musl 1.2.5); None where it is not."""
    if sys.platform != "linux":
        return None
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if call is not None:
        call.argtypes = arguments
        call.restype = ctypes.c_int
    return call
