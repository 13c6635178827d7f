"""The zip container tells no clock."""

from __future__ import annotations

import io
import zipfile

from exporter.container import Member, pack

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
