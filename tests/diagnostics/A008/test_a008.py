"""An archive that is a file system of its own."""

from __future__ import annotations

import errno


def test_it_is_told(archive, slugged, monkeypatch):
    archive("add", slugged("b.txt", "Bergen"))

    def elsewhere(*_arguments):
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr("pathlib.Path.rename", elsewhere)
    assert " A008: " in archive("add", slugged()).err
