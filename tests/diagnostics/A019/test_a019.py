"""An index that cannot be read."""

from __future__ import annotations

import sqlite3


def test_it_is_told(archive, slugged, monkeypatch):
    archive("add", slugged())

    def refuse(*_arguments, **_facts):
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("exporter.archive.catalogue.Catalogue.find", refuse)
    assert " A019: " in archive("list").err
