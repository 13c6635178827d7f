"""An embargo's end is read only when it is certain."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.readers.wire.release_time import release_time


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("0001 GMT Tuesday, March 5, 2030", "2030-03-05T00:01:00+00:00"),
        ("5 March 2030, 10:30 CET", "2030-03-05T10:30:00+01:00"),
        ("10 a.m. EST Tuesday, March 5, 2030", "2030-03-05T10:00:00-05:00"),
        ("12:15 a.m. EST, March 5, 2030", "2030-03-05T00:15:00-05:00"),
        ("6 p.m. ET on Wednesday, July 10, 2030", "2030-07-10T18:00:00-04:00"),
        ("6 p.m. ET, March 9, 2030", "2030-03-09T18:00:00-05:00"),
        ("6 p.m. ET, March 10, 2030", "2030-03-10T18:00:00-04:00"),
        ("6 p.m. ET, Nov. 2, 2030", "2030-11-02T18:00:00-04:00"),
        ("6 p.m. ET, Nov. 3, 2030", "2030-11-03T18:00:00-05:00"),
        ("0001 GMT jeudi 7 mars 2030", "2030-03-07T00:01:00+00:00"),
        ("6 p.m. ET, Jan. 9, 2030", "2030-01-09T18:00:00-05:00"),
        ("5pm BST, Wednesday 3rd July 2030", "2030-07-03T17:00:00+01:00"),
        ("2030-03-05T10:00Z", "2030-03-05T10:00:00+00:00"),
        ("2030-03-05T10:00Z in print, 2030-03-06T10:00Z online", "2030-03-06T10:00:00+00:00"),
        ("2030-03-06T10:00Z, sent 2030-03-05T10:00Z", "2030-03-06T10:00:00+00:00"),
        ("10:00 GMT March 5, 2030 (sent March 1, 2030)", "2030-03-05T10:00:00+00:00"),
        ("2030-03-05 10:00 UTC", "2030-03-05T10:00:00+00:00"),
        ("10:00 GMT+5:30 March 5, 2030", "2030-03-05T10:00:00+05:30"),
        ("10:00 +0530 March 5, 2030", "2030-03-05T10:00:00+05:30"),
        ("5. März 2030, 10.30 Uhr MEZ", "2030-03-05T10:30:00+01:00"),
        ("jusqu'au 5 mars 2030 à 10h30 CET", "2030-03-05T10:30:00+01:00"),
        ("00:01 GMT on 15/3/2030", "2030-03-15T00:01:00+00:00"),
        ("00:01 GMT on 3/15/2030", "2030-03-15T00:01:00+00:00"),
        ("00:01 GMT on 5/5/2030", "2030-05-05T00:01:00+00:00"),
        ("2030 GMT Tuesday March 5, 2030", "2030-03-05T20:30:00+00:00"),
    ],
)
def test_a_full_time_is_read(text, iso):
    found = release_time(text)
    assert found is not None
    assert (found.iso, found.assumed) == (iso, False)


@pytest.mark.parametrize("text", ["noon Monday 4 March 2030", "0001 Tuesday March 5 2030"])
def test_a_time_without_a_zone_is_assumed_to_be_utc(text):
    found = release_time(text)
    assert found is not None
    assert found.assumed
    assert found.iso.endswith("+00:00")


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday",
        "0001 GMT Jan. 5, 2020 in print, Jan. 5, 2099 online",
        "2030-03-05T10:00Z in print, 2030-13-06T10:00Z online",
        "March 5, 2030",
        "10:00 GMT",
        "10:00 GMT March 5",
        "00:01 GMT on 5/3/2030",
        "10:00 GMT Wednesday March 5, 2030",
        "10:00 GMT jeudi 5 mars 2030",
        "25:00 GMT March 5, 2030",
        "13 p.m. GMT March 5, 2030",
        "10:00 GMT February 30, 2030",
        "10:00 IST March 5, 2030",
        "10 p.m. local time March 5, 2030",
        "2030-13-05T10:00Z",
    ],
)
def test_what_could_be_read_two_ways_is_not_read(text):
    assert release_time(text) is None


@given(st.text("0123456789:./- GMTUCapm,March ETZ+", max_size=60))
def test_whatever_is_read_is_a_moment(text):
    found = release_time(text)
    assert found is None or datetime.fromisoformat(found.iso).tzinfo is not None
