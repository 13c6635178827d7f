"""Whatever says it, wherever it stands: of two statuses and two times the stricter counts."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import exporter
from exporter.model import Document, PubStatus
from exporter.pipeline.release import lift_embargo
from exporter.readers.release import Release
from exporter.values import replace
from tests.readers.conftest import codes

NOW = datetime(2030, 1, 1, tzinfo=UTC)
PAST, PAST_ISO = "EMBARGOED UNTIL 0001 GMT Jan. 5, 2020", "2020-01-05T00:01:00+00:00"
FUTURE, FUTURE_ISO = "EMBARGOED UNTIL 0001 GMT Jan. 5, 2099", "2099-01-05T00:01:00+00:00"
UNREADABLE = "EMBARGOED UNTIL Monday noon"
TEXT = "LUND, Sweden (AA) - The harbour closed when the ice came, the town said.\n"


def wire(*notices: str) -> Document:
    return exporter.read("\n".join([*notices, "", TEXT]).encode(), name="story.txt")


def ninjs(text: str = TEXT, **fields: object) -> Document:
    item = {"uri": "urn:a", "type": "text", "headline": "Ice", "body_text": text, **fields}
    return exporter.read(json.dumps(item).encode(), name="item.json")


def nitf(docdata: str, text: str = TEXT) -> Document:
    story = (
        f"<nitf><head><docdata>{docdata}</docdata></head><body><body.content>"
        f"<p>{text}</p></body.content></body></nitf>"
    )
    return exporter.read(story.encode(), name="item.xml")


def g2(*ends: str) -> Document:
    management = "".join(f"<embargoed>{end}</embargoed>" for end in ends)
    story = (
        f'<newsItem guid="urn:a"><itemMeta><itemClass qcode="ninat:text"/>{management}</itemMeta>'
        '<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>'
        f"<p>{TEXT}</p></body></html></inlineXML></contentSet></newsItem>"
    )
    return exporter.read(story.encode(), name="item.xml")


def markdown(*matter: str) -> Document:
    return exporter.read("\n".join(["---", *matter, "---", TEXT]).encode(), name="story.md")


def lifted(story: Document) -> PubStatus:
    """The status once what is past has been lifted."""
    return lift_embargo(story, NOW)[0].pub_status


NEVER = {
    "text, a time that cannot be read before a past one": lambda: wire(UNREADABLE, PAST),
    "text, a time that cannot be read after a past one": lambda: wire(PAST, UNREADABLE),
    "text, a time that is to come after a past one": lambda: wire(PAST, FUTURE),
    "text, a time that is to come before a past one": lambda: wire(FUTURE, PAST),
    "ninjs, a field that cannot be read and a past time in the text": lambda: ninjs(
        f"{PAST}\n\n{TEXT}", embargoeduntil="Monday noon"
    ),
    "ninjs, a past field and a time that is to come in the text": lambda: ninjs(
        f"{FUTURE}\n\n{TEXT}", embargoeduntil=PAST_ISO
    ),
    "ninjs, a past field and a time in the text that cannot be read": lambda: ninjs(
        f"{UNREADABLE}\n\n{TEXT}", embargoeduntil=PAST_ISO
    ),
    "ninjs, a past field and a note that cannot be read": lambda: ninjs(
        embargoeduntil=PAST_ISO, ednote=UNREADABLE
    ),
    "ninjs, two fields": lambda: ninjs(embargoeduntil=PAST_ISO, embargoed=FUTURE_ISO),
    "NITF, a past release and a time that is to come in the text": lambda: nitf(
        '<date.release norm="20200105T000100Z"/>', f"{FUTURE}</p><p>{TEXT}"
    ),
    "NITF, two releases": lambda: nitf(
        '<date.release norm="20200105T000100Z"/><date.release norm="20990105T000100Z"/>'
    ),
    "NewsML-G2, a time that is to come before a past one": lambda: g2(FUTURE_ISO, PAST_ISO),
    "NewsML-G2, a time that cannot be read before a past one": lambda: g2("noon", PAST_ISO),
    "front matter, two keys": lambda: markdown(
        f"embargoed_until: {PAST_ISO}", f"embargo: {FUTURE_ISO}"
    ),
    "front matter, two keys of which one cannot be read": lambda: markdown(
        f"embargoed_until: {PAST_ISO}", "embargo: Monday noon"
    ),
}


@pytest.mark.parametrize("story", NEVER.values(), ids=NEVER)
def test_a_past_time_does_not_lift_what_another_time_holds_back(story):
    assert lifted(story()) is PubStatus.EMBARGOED


LIFTED = {
    "text, said once": lambda: wire(PAST),
    "text, said twice": lambda: wire(PAST, PAST),
    "text, a bare word before it": lambda: wire("EMBARGOED", PAST),
    "text, a bare word after it": lambda: wire(PAST, "HOLD FOR RELEASE"),
    "text, a tag of its slug": lambda: wire("BC-EU--Harbour, EMBARGOED", PAST),
    "ninjs, a bare word in the text": lambda: ninjs(
        f"EMBARGOED\n\n{TEXT}", embargoeduntil=PAST_ISO
    ),
    "ninjs, a bare word in a note": lambda: ninjs(ednote="EMBARGOED", embargoeduntil=PAST_ISO),
    "front matter, a yes and a time": lambda: markdown(
        "embargoed: true", f"embargoed_until: {PAST_ISO}"
    ),
    "NITF": lambda: nitf('<date.release norm="20200105T000100Z"/>'),
}


@pytest.mark.parametrize("story", LIFTED.values(), ids=LIFTED)
def test_a_past_time_lifts_an_embargo_that_has_no_other(story):
    assert lifted(story()) is PubStatus.USABLE


def test_the_latest_time_is_told():
    assert wire(PAST, FUTURE).embargoed_until == FUTURE_ISO
    assert wire(UNREADABLE, FUTURE).embargoed_until is None


def test_an_embargo_without_an_end_is_reported():
    assert "R016" in codes(wire(PAST, UNREADABLE))
    assert "R016" in codes(markdown("embargoed: true"))
    assert "R016" not in codes(wire(PAST, "EMBARGOED"))


moments = st.datetimes(timezones=st.timezones() | st.just(UTC)).map(datetime.isoformat)


@given(st.lists(moments, min_size=1), st.randoms())
def test_the_order_of_times_makes_no_difference(ends, chance):
    release = Release()
    shuffled = [*ends]
    chance.shuffle(shuffled)
    for end in shuffled:
        release.embargo(end)
    assert release.until is not None
    latest = max(map(datetime.fromisoformat, ends))
    assert datetime.fromisoformat(release.until) - latest == timedelta(0)


@given(st.lists(moments | st.none()), st.sampled_from([None, "", "noon", "2030-01-01T00:00:00"]))
def test_after_a_time_that_cannot_be_read_none_is_known(ends, unreadable):
    release = Release()
    release.embargo(unreadable)
    for end in ends:
        release.embargo(end)
    assert (release.until, release.endless) == (None, True)


def written(until: str | None, name: str) -> str:
    """An embargoed story as the exporter writes it for newsrooms."""
    story = replace(wire(), pub_status=PubStatus.EMBARGOED, embargoed_until=until)
    return exporter.export(story, format=name, allow_embargoed=True).content.decode()


@pytest.mark.parametrize("name", ["ninjs", "nitf"])
@pytest.mark.parametrize("end", [FUTURE_ISO, "Monday noon"])
def test_a_newsroom_s_own_time_counts_beside_the_one_that_was_written(name, end):
    own = written(PAST_ISO, name)
    for quoted in ('"embargoedUntil": "{}"', '"embargoedUntil":"{}"', '<date.release norm="{}"'):
        own = own.replace(quoted.format(PAST_ISO), quoted.format(end))
    assert end in own
    assert lifted(exporter.read(own.encode())) is PubStatus.EMBARGOED


@pytest.mark.parametrize("name", ["ninjs", "nitf"])
def test_an_embargo_comes_back_with_the_end_that_it_was_written_with(name):
    for until in (None, PAST_ISO, "2020-01-05T01:01:00+01:00", "2020-01-05T00:01:00Z"):
        back = exporter.read(written(until, name).encode())
        assert (back.pub_status, back.embargoed_until) == (PubStatus.EMBARGOED, until)


def test_an_embargo_that_was_written_without_an_end_is_not_lifted_by_another():
    item = json.loads(written(None, "ninjs")) | {"embargoedUntil": PAST_ISO}
    assert lifted(exporter.read(json.dumps(item).encode())) is not PubStatus.USABLE
