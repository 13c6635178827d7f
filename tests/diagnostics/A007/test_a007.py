"""A disk that is full."""

from __future__ import annotations

import errno


def test_it_is_told(archive, slugged, monkeypatch):
    archive("add", slugged("b.txt", "Bergen"))

    def full(*_arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("exporter.archive.durable.sync_tree", full)
    assert " A007: " in archive("add", slugged()).err
