"""The zip container tells no clock."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from exporter.container import Member, pack, packed

MEMBERS = [
    Member("mimetype", b"application/epub+zip", stored=True),
    Member("OPS/Übersicht.xhtml", b"<p/>" * 100),
]


def test_members_keep_their_order_and_content() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(MEMBERS))) as archive:
        assert [info.filename for info in archive.infolist()] == [m.name for m in MEMBERS]
        assert [archive.read(m.name) for m in MEMBERS] == [m.content for m in MEMBERS]


def test_a_stored_member_can_be_read_from_the_file_s_first_bytes() -> None:
    assert pack(MEMBERS)[30:].startswith(b"mimetypeapplication/epub+zip")


def test_no_member_has_a_time_of_its_own() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(MEMBERS))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert pack(MEMBERS) == pack(MEMBERS)


def test_the_headers_are_those_that_zipfile_writes() -> None:
    buffer = io.BytesIO()
    stored = [Member(member.name, member.content, stored=True) for member in MEMBERS]
    with zipfile.ZipFile(buffer, "w") as archive:
        for member in stored:
            info = zipfile.ZipInfo(member.name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o100644 << 16
            archive.writestr(info, member.content)
    assert pack(stored) == buffer.getvalue()


@pytest.mark.parametrize("size", [0, 1, 250, 251, 5_000, 32_506, 32_507, 200_000])
def test_a_member_is_deflated_as_well_as_zlib_can_whatever_its_size(size: int) -> None:
    words = b" ".join(b"%x" % (number * number) for number in range(size // 3 + 1))[:size]
    data = packed(Member("words", words)).data
    assert zlib.decompress(data, -15) == words
    assert len(data) <= len(zlib.compress(words, 9, -15)) + 2


def test_a_member_that_was_packed_before_is_taken_up_as_it_is() -> None:
    with zipfile.ZipFile(io.BytesIO(pack([MEMBERS[0], packed(MEMBERS[1])]))) as archive:
        assert archive.testzip() is None
        assert [archive.read(m.name) for m in MEMBERS] == [m.content for m in MEMBERS]
