"""Addresses that a relationship may hold and Word can follow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.renderers.docx.addresses import usable_address


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        (" http://example.org ", "http://example.org"),
        ("HTTP://Example.org/", "http://Example.org/"),
        ("https://example.org:8080/a b[1]%zz", "https://example.org:8080/a%20b%5B1%5D%25zz"),
        ("https://example.org/a%20b#c#d", "https://example.org/a%20b#c%23d"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("mailto:press@example.org?subject=A b", "mailto:press@example.org?subject=A%20b"),
    ],
)
def test_an_address_is_kept_in_the_characters_that_may_stand_in_one(href, address):
    assert usable_address(href) == address


@pytest.mark.parametrize(
    "href",
    [
        "", "#part", "ftp://example.org", "javascript:alert(1)", "file:///etc/passwd", "http://",
        "https://user:password@example.org/", "http://[::1/", "https://example.org:99999/",
        "http://ex\nample.org/", "mailto:", "mailto:nobody", "https://a..b/", "\ud800",
        "https://example.org/" + "x" * 3000,
    ],
)  # fmt: skip
def test_any_other_address_is_none(href):
    assert usable_address(href) is None


@given(st.text() | st.text().map("https://{}".format) | st.text().map("mailto:{}".format))
def test_an_address_is_ascii_without_blanks(href):
    address = usable_address(href)
    assert address is None or (address.isascii() and " " not in address)
