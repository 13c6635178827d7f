"""Inventories, written and read."""

from __future__ import annotations

import hashlib
import json

import pytest

from exporter.archive import inventory
from exporter.archive.inventory import Agent, Inventory, Version

TWO = (
    Inventory("urn:x:1")
    .with_version(
        Version("2026-11-29T00:00:00Z", {"aa": ("source/a.txt",)}, "Filed", Agent("Ann")),
        {"aa": ("v1/content/source/a.txt",)},
        {"sha256": {"11": ("v1/content/source/a.txt",)}},
    )
    .with_version(
        Version("2026-11-30T00:00:00Z", {"aa": ("source/a.txt", "b.txt")}, "", None), {}, {}
    )
)


def changed(**values) -> bytes:
    return json.dumps(json.loads(TWO.to_bytes()) | values).encode()


def test_an_inventory_is_read_as_it_was_written():
    assert inventory.parse(TWO.to_bytes()) == TWO


def test_a_sidecar_tells_the_digest_of_the_inventory():
    assert inventory.sidecar(b"{}") == hashlib.sha512(b"{}").hexdigest().encode() + (
        b" inventory.json\n"
    )


def test_digests_in_capitals_are_the_same():
    assert inventory.parse(changed(manifest={"AA": ["v1/content/source/a.txt"]})) == TWO


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"[]", "not an object"),
        (changed(digestAlgorithm="sha256"), "digest algorithm"),
        (changed(contentDirectory="data"), "content folder"),
        (changed(head="v1"), "head"),
        (changed(id=""), "id is missing"),
        (changed(manifest={}), "manifest does not know"),
        (changed(manifest={"aa": ["../../etc/passwd"]}), "other than paths"),
        (changed(manifest={"aa": ["/etc/passwd"]}), "other than paths"),
        (changed(manifest={"aa": ["v1//a"]}), "other than paths"),
        (changed(manifest={"aa": ["v1/content/a\0"]}), "other than paths"),
        (changed(manifest={"aa": ["v1/a"], "bb": ["v1/a/b"]}), "as a folder too"),
        (changed(manifest={"aa": []}), "other than paths"),
    ],
)
def test_what_is_no_inventory_is_refused_with_the_reason(content, says):
    with pytest.raises(ValueError, match=says):
        inventory.parse(content)
