"""What stories are called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.archive.identity import candidates, checked, identify
from exporter.diagnostics import ArchiveError
from exporter.model import Dateline, Document, Source, SourceText

DIGEST = "0a" * 32


def story(slug: str | None = None, agency: str | None = "AP") -> Document:
    return Document(
        source=Source("a.txt", "text/plain", DIGEST),
        title="A story",
        slugline=SourceText(slug) if slug else None,
        dateline=Dateline("OSLO (AP) -", agency=agency),
    )


def identified(document: Document, **said: str | None) -> str:
    facts = {"given": None, "guid": None, "date": "2014-08-29"} | said
    return identify(document, **facts).identifier


def test_what_the_user_says_goes_before_everything():
    assert identified(story("BC-Oslo"), given="oslo", guid="tag:x,1:2") == "urn:exporter:oslo"


def test_what_the_format_says_goes_before_the_slug():
    assert identified(story("BC-Oslo"), guid="tag:reuters.com,2014:1") == "tag:reuters.com,2014:1"


def test_an_update_is_called_like_the_story():
    name = "urn:exporter:ap:bc-kenya-explosion:2014-08-29"
    for slug in (
        "BC-Kenya-Explosion",
        "BC-Kenya-Explosion, 5th Ld-Writethru",
        "BC-Kenya-Explosion,a0723",
    ):
        assert identified(story(slug)) == name


def test_another_agency_day_or_slug_is_another_story():
    one = identified(story("BC-Oslo"))
    others = {
        identified(story("BC-Oslo", agency="AFP")),
        identified(story("BC-Oslo"), date="2014-08-30"),
        identified(story("BC-Bergen")),
    }
    assert len(others | {one}) == 4


@pytest.mark.parametrize("slug", [None, "MEDIA RELEASE PR12345", "--"])
def test_without_a_slug_that_names_it_a_story_is_its_bytes(slug):
    identity = identify(story(slug), given=None, guid=None, date="2014-08-29")
    assert identity.identifier == f"urn:exporter:{DIGEST}"
    assert "slug" in identity.alone


def test_without_a_day_a_slug_names_no_story():
    identity = identify(story("BC-Oslo"), given=None, guid=None, date=None)
    assert identity.identifier == f"urn:exporter:{DIGEST}"
    assert "date" in identity.alone


def test_what_the_exporter_calls_a_story_by_its_bytes_gives_way_to_a_slug():
    own = "urn:exporter:" + "0b" * 32
    assert identified(story("BC-Oslo"), guid=own).endswith(":bc-oslo:2014-08-29")
    assert identified(story(), guid=own) == own


def test_a_format_s_identifier_that_is_none_is_passed_over():
    for hostile in ("", " ", "a\0b", "x" * 501, "a\u2028b"):
        assert identified(story(), guid=hostile) == f"urn:exporter:{DIGEST}"


@pytest.mark.parametrize("text", ["", "  ", "a\nb", "a\0", "x" * 501, "\ud800", "a\x1b[2J"])
def test_what_cannot_be_an_identifier_is_refused(text):
    with pytest.raises(ArchiveError, match="A006"):
        checked(text)


@given(st.text(max_size=60))
def test_an_identifier_is_a_uri_and_is_found_by_what_was_typed(text):
    try:
        identifier = checked(text)
    except ArchiveError:
        assert candidates(text) == ()
        return
    assert identifier.isascii()
    assert not set(identifier) & set(' <>"{}|\\^`')
    assert ":" in identifier
    assert identifier in candidates(text)
    assert checked(identifier) == identifier


def test_ours_are_found_without_their_first_words():
    assert "urn:exporter:ap:bc-oslo:2014-08-29" in candidates("ap:bc-oslo:2014-08-29")
