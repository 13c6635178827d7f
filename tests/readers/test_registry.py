"""A format is known by its content."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest

from exporter.diagnostics import ReadError
from exporter.model import PubStatus
from exporter.readers import FORMATS, LARGEST, read

TEXT = b"LUND, Sweden (AA) - The observatory opened its new dome on Tuesday.\n"


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(data, "story.txt")
    return caught.value.diagnostics[0].code


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u00a0\n".encode()])
def test_an_empty_input_is_refused(data):
    assert refusal(data) == "R001"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04\x14\x00\x06\x00",
        b"%PDF-1.7\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        bytes(range(32)) * 20,
        bytes(1000),
    ],
)
def test_a_binary_input_is_refused(data):
    assert refusal(data) == "R003"


@pytest.mark.parametrize("length", [100, 300, 9000])
@pytest.mark.parametrize("seed", range(8))
def test_encrypted_data_are_refused(seed, length):
    assert refusal(hashlib.shake_256(bytes([seed])).digest(length)) == "R003"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("XML", b"<?xml version='1.0'?><feed/>"),
        ("HTML", b"<!DOCTYPE html><html></html>"),
        ("HTML", b'<!-- saved --><HTML lang="en"><P>Ice</HTML>'),
        ("XML", b"\xef\xbb\xbf\n<rss>\n<channel/></rss>\n"),
        ("XML", "<sports-content>\n</sports-content>".encode("utf-16")),
        ("JSON", b'{"$schema": "x", "uri": {}, "headline": {}}'),
        ("JSON", b'[{"uri": "x"}]'),
        ("RTF", b"{\\rtf1 text}"),
    ],
)
def test_a_machine_format_is_refused_by_its_name(name, data):
    with pytest.raises(ReadError, match=rf"R004.*{name} is a machine format"):
        read(data, "a")


@pytest.mark.parametrize(
    "text",
    [
        "<BAC> EQUITY OFFER IS EXPECTED\nThe bank said so.\n",
        "[Corrected] The bank said so.\n",
        "{sic} The bank said so.\n",
        "12345\n",
        '"A quotation," she said.\n',
    ],
)
def test_a_text_that_only_opens_like_a_machine_format_is_a_story(text):
    assert read(text.encode(), "story.txt").body


def test_the_suffix_says_nothing():
    assert read(TEXT, "story.pdf").dateline is not None


def test_the_source_has_the_digest_of_the_bytes():
    source = read(TEXT, "story.txt").source
    assert source.sha256 == hashlib.sha256(TEXT).hexdigest()
    assert (source.media_type, source.encoding) == ("text/plain", "utf-8")


def test_the_language_is_the_given_one_or_english():
    assert read(TEXT, "s", language="sv").language == "sv"
    assert read(TEXT, "s").language == "en"


def test_an_input_at_the_limit_is_read():
    assert read(b"x" * LARGEST, "story.txt").title


def test_every_format_but_the_last_is_chosen_by_content():
    assert FORMATS[-1].recognise.__name__ == "is_text"
    assert all(":" in row.target for row in FORMATS if row.target)


def test_reading_a_story_imports_nothing_slow():
    program = (
        "import sys; from exporter.readers import read; read(b'A story.', 's');"
        "slow = {'charset_normalizer', 'lxml', 'hypothesis', 'reportlab', 'docx', 'ebooklib'};"
        "print(sorted(slow & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


def test_front_matter_is_known_however_many_remarks_stand_above_its_first_key():
    matter = "# for the web\n\n" * 40 + "draft: true\n"
    document = read(f"---\n{matter}---\nIt closed.\n".encode(), "story.txt")
    assert document.source.media_type == "text/markdown"
    assert document.pub_status is PubStatus.WITHHELD
