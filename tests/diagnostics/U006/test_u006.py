"""A variable that is no date."""

from __future__ import annotations

import pytest

import exporter
from exporter.diagnostics import UsageError


def test_a_source_date_epoch_that_is_no_number_is_told(monkeypatch, seed_bytes):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(UsageError) as error:
        exporter.export(seed_bytes, format="epub")
    assert [each.code for each in error.value.diagnostics] == ["U006"]
