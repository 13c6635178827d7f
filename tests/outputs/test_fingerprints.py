"""The fingerprint inside an output."""

from __future__ import annotations

import zipfile

import pytest

from exporter.container import Member, pack
from exporter.outputs import carries

PRINT = "ab" * 32


def test_a_pdf_carries_it_in_plain_sight(tmp_path):
    file = tmp_path / "story.pdf"
    file.write_bytes(b"%PDF-1.6 <exporter:fingerprint>" + PRINT.encode() + b"</")
    assert carries(file, PRINT)
    assert not carries(file, "cd" * 32)


@pytest.mark.parametrize(
    ("name", "member"), [("story.epub", "EPUB/content.opf"), ("story.docx", "docProps/custom.xml")]
)
def test_a_package_carries_it_in_its_metadata(tmp_path, name, member):
    file = tmp_path / name
    file.write_bytes(pack([Member("other.xml", b"x"), Member(member, b"<p>" + PRINT.encode())]))
    assert carries(file, PRINT)
    assert not carries(file, "cd" * 32)


def test_elsewhere_in_a_package_it_does_not_count(tmp_path):
    file = tmp_path / "story.docx"
    file.write_bytes(pack([Member("word/document.xml", PRINT.encode())]))
    assert not carries(file, PRINT)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 torn", b"not a package"])
@pytest.mark.parametrize("name", ["story.pdf", "story.epub", "story.docx"])
def test_a_broken_file_carries_nothing(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    assert not carries(tmp_path / name, PRINT)


def test_a_missing_file_or_a_folder_carries_nothing(tmp_path):
    assert not carries(tmp_path / "story.pdf", PRINT)
    (tmp_path / "folder.epub").mkdir()
    assert not carries(tmp_path / "folder.epub", PRINT)


def test_a_package_that_would_fill_the_memory_is_not_unpacked(tmp_path):
    file = tmp_path / "bomb.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/custom.xml", b"\0" * (1 << 24) + PRINT.encode())
    assert not carries(file, PRINT)
