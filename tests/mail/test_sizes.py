"""Sizes: read, shown, and what to leave out of what is too large."""

from __future__ import annotations

from base64 import encodebytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.diagnostics import UsageError
from exporter.mail.sizes import encoded, shown, size_of, too_large


@pytest.mark.parametrize(
    ("text", "octets"),
    [
        ("20MB", 20_000_000), ("20 mb", 20_000_000), ("1.5M", 1_500_000), ("500kB", 500_000),
        ("1 MiB", 1_048_576), ("12345", 12_345), (" 2g ", 2_000_000_000),
    ],
)  # fmt: skip
def test_a_size_is_read(text, octets):
    assert size_of(text) == octets


@pytest.mark.parametrize("text", ["", "MB", "-1", "0", "0.0001", "20 MB!", "1e9", "20 TB", "２MB"])
def test_what_is_no_size_is_refused(text):
    if text == "２MB":  # a digit all the same
        assert size_of(text) == 2_000_000
        return
    with pytest.raises(UsageError, match="U043"):
        size_of(text)


@pytest.mark.parametrize(
    ("octets", "text"),
    [
        (1, "1 kB"),
        (1499, "1 kB"),
        (117_800, "118 kB"),
        (2_400_000, "2.4 MB"),
        (3 * 10**9, "3.0 GB"),
    ],
)
def test_a_size_is_shown(octets, text):
    assert shown(octets) == text


@given(st.binary(max_size=500))
def test_what_base64_adds_is_counted(content):
    lines = [content[start : start + 57] for start in range(0, len(content), 57)]
    written = b"".join(encodebytes(line).rstrip(b"\n") + b"\r\n" for line in lines)
    assert encoded(len(content)) == len(written)


def test_a_message_that_is_small_enough_is_not_spoken_of():
    assert too_large(100, 70, 100, {"pdf": [70]}) is None


def test_the_hint_names_the_format_that_weighs_most():
    found = too_large(2_000_000, 1_400_000, 1_000_000, {"pdf": [200_000], "epub": [900_000, 1]})
    assert found.code == "M002"
    assert found.message == (
        "the message has 2.0 MB (1.4 MB before encoding), and 1.0 MB is the most that is sent"
    )
    assert found.hint == ("leave out epub, which takes 1.2 MB (-f pdf); or raise --max-size")


def test_the_hint_says_when_that_is_not_enough():
    sizes = {"pdf": [1_000_000, 1_000_000], "epub": [2_000_000, 2_000_000]}
    found = too_large(9_000_000, 6_000_000, 1_000_000, sizes)
    assert found.hint == (
        "leave out epub, which takes 5.5 MB (-f pdf); send fewer stories at a time; "
        "or raise --max-size"
    )
    stories = too_large(9_000_000, 6_000_000, 1_000_000, {"pdf": [3_000_000, 3_000_000]})
    assert stories.hint == "send fewer stories at a time; or raise --max-size"
    alone = too_large(9_000_000, 6_000_000, 1_000_000, {"pdf": [6_000_000]})
    assert alone.hint == "raise --max-size"
