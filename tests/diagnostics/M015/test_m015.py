from __future__ import annotations

from exporter.values import replace
from tests.mail.sending import PARCEL, codes_after


def test_a_server_that_knows_ascii_alone():
    assert codes_after({}, parcel=replace(PARCEL, international=True)) == ["M015"]
