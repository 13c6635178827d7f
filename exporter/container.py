"""The zip container that EPUB (OCF) and DOCX (OPC) share, written reproducibly."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# The earliest time that a zip directory can hold (APPNOTE 4.4.6); no member tells the clock.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a container; `stored` leaves it uncompressed, as OCF asks for its mimetype."""

    name: str
    content: bytes
    stored: bool = False


def pack(members: Iterable[Member]) -> bytes:
    """Zip file of the members in their order: the same members give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for member in members:
            info = zipfile.ZipInfo(member.name, _EPOCH)
            info.create_system = _UNIX
            info.external_attr = _REGULAR_FILE
            info.compress_type = zipfile.ZIP_STORED if member.stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, member.content, compresslevel=_LEVEL)
    return buffer.getvalue()
