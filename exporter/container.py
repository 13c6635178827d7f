"""The zip container that EPUB (OCF) and DOCX (OPC) share, written reproducibly.

Written here and not by zipfile, which takes longer for the entries of a small file than for
deflating it, and cannot take up a member that has been deflated before. APPNOTE is PKWARE's
.ZIP File Format Specification, 6.3.10.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from exporter.deflate import deflated
from exporter.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

# A member of one story is deflated quickly: level 6 takes half as long again for 3 % less. What
# is kept for many is deflated as well as zlib can.
_QUICK, _BEST = 3, 9
_STORED, _DEFLATED = 0, 8
# What made the file and what is needed to read it (APPNOTE 4.4.2 and 4.4.3): Unix, 2.0.
_UNIX = 3 << 8
_VERSION = 20
# General purpose bit 11: the name is in UTF-8 (APPNOTE 4.4.4).
_UTF_8 = 0x800
# The earliest date that a zip directory can hold, 1980-01-01 (APPNOTE 4.4.6); no member tells
# the clock.
_TIME, _DATE = 0, 1 << 5 | 1
_REGULAR_FILE = 0o100644 << 16
# What the two headers of a member have in common: version, flags, method, time, date, checksum,
# size in the file, size, length of the name (APPNOTE 4.3.7 and 4.3.12).
_COMMON = struct.Struct("<5H3LH")
_LOCAL = b"PK\x03\x04"
_CENTRAL = b"PK\x01\x02"
_END = struct.Struct("<4s4H2LH")


class Member(Value):
    """One file of a container; `stored` leaves it uncompressed, as OCF asks for its mimetype."""

    name: str
    content: bytes
    stored: bool = False


class Packed(Value):
    """A member as the container holds it: one that is the same in many is packed once.

    `header` is what its two headers have in common.
    """

    name: bytes
    header: bytes
    data: bytes


def packed(member: Member) -> Packed:
    """The member as it stands in many containers, to be kept by the caller."""
    return _entry(member, _BEST)


def _entry(member: Member, level: int) -> Packed:
    """The member deflated, with its checksum."""
    name, content = member.name.encode(), member.content
    data = content if member.stored else deflated(content, level, raw=True)
    header = _COMMON.pack(
        _VERSION,
        0 if member.name.isascii() else _UTF_8,
        _STORED if member.stored else _DEFLATED,
        _TIME,
        _DATE,
        zlib.crc32(content),
        len(data),
        len(content),
        len(name),
    )
    return Packed(name, header, data)


def pack(members: Iterable[Member | Packed]) -> bytes:
    """Zip file of the members in their order: the same members give the same bytes.

    There is no form for 4 GiB and more: struct.error.
    """
    file, directory, count = bytearray(), bytearray(), 0
    for member in members:
        entry = member if isinstance(member, Packed) else _entry(member, _QUICK)
        directory += _directory_entry(entry, len(file))
        file += _LOCAL + entry.header + b"\0\0" + entry.name + entry.data
        count += 1
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(file), 0)
    return bytes(file + directory + end)


def _directory_entry(entry: Packed, offset: int) -> bytes:
    """No extra field, no comment, one disk, no internal attributes (APPNOTE 4.3.12)."""
    made_by = struct.pack("<H", _UNIX | _VERSION)
    place = struct.pack("<4H2L", 0, 0, 0, 0, _REGULAR_FILE, offset)
    return _CENTRAL + made_by + entry.header + place + entry.name
