"""Where objects stand: the examples of OCFL's community extension 0003."""

from __future__ import annotations

import json

import pytest

from exporter.archive import layout
from exporter.archive.layout import Layout

DEFAULT = Layout(3, 3)


@pytest.mark.parametrize(
    ("identifier", "place"),
    [
        ("object-01", "3c0/ff4/240/object-01"),
        ("..hor/rib:le-$id", "487/326/d8c/%2e%2ehor%2frib%3ale-%24id"),
    ],
)
def test_an_object_stands_where_the_extension_says(identifier, place):
    assert DEFAULT.place(identifier) == place


def test_a_long_identifier_is_cut_and_told_by_its_digest():
    name = DEFAULT.place("a" * 101).split("/")[-1]
    assert name.startswith("a" * 100 + "-")
    assert len(name) == 100 + 1 + 64


def test_an_identifier_can_lead_nowhere_else():
    for hostile in ("../../etc/passwd", "/etc/passwd", "..", ".", "a\0b", "C:\\x", "~"):
        assert set(Layout().place(hostile).split("/")[-1]) <= set(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%-_"
        )


def test_what_is_written_is_read_again():
    assert layout.read(layout.description(), Layout(2, 4).configuration()) == Layout(2, 4)


def test_without_a_configuration_the_extension_s_defaults_hold():
    assert layout.read(layout.description(), None) == DEFAULT


@pytest.mark.parametrize(
    "named",
    [b"[]", b"{", json.dumps({"extension": "0002-flat-direct-storage-layout"}).encode()],
)
def test_an_unknown_layout_is_refused(named):
    with pytest.raises(ValueError, match=r"."):
        layout.read(named, None)


@pytest.mark.parametrize(
    "configured", [{"tupleSize": 40}, {"tupleSize": -1}, {"digestAlgorithm": "md5"}, []]
)
def test_an_unknown_configuration_is_refused(configured):
    with pytest.raises(ValueError, match=r"layout"):
        layout.read(layout.description(), json.dumps(configured).encode())
