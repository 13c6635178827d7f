"""The zip container tells no clock."""

from __future__ import annotations

import io
import zipfile

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


def test_what_zipfile_would_write_is_written_byte_for_byte() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for member in MEMBERS:
            info = zipfile.ZipInfo(member.name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o100644 << 16
            info.compress_type = zipfile.ZIP_STORED if member.stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, member.content, compresslevel=6)
    assert pack(MEMBERS) == buffer.getvalue()


def test_a_member_that_was_packed_before_is_taken_up_as_it_is() -> None:
    assert pack([MEMBERS[0], packed(MEMBERS[1])]) == pack(MEMBERS)
    assert zipfile.ZipFile(io.BytesIO(pack(map(packed, MEMBERS)))).testzip() is None
