"""What a style shows about a story, and in whose words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.model import Byline, Credit, Dateline, Document, PubStatus, Source, SourceText
from exporter.stylesheet import Stylesheet, facts, note_to_editors, notice

STORY = Document(source=Source("a.txt", "text/plain", "0" * 64), title="x", language="en")


def shown(document: Document, wire: Stylesheet) -> list[tuple[str, str]]:
    return [(fact.label, fact.value) for fact in facts(document, wire)]


def test_a_story_without_facts_shows_none(wire: Stylesheet) -> None:
    assert shown(STORY, wire) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("By Ada Quay and Ben Stern", "Ada Quay and Ben Stern"),
        ("BY ADA QUAY", "ADA QUAY"),
        ("Von Ada Quay", "Von Ada Quay"),
        ("gr/bp", "gr/bp"),
        ("By", "By"),
    ],
)
def test_the_byline_s_first_word_becomes_its_label(wire: Stylesheet, text: str, value: str) -> None:
    assert shown(replace(STORY, byline=Byline(text)), wire) == [("By", value)]


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("*Writing by Merve Berker", "Writing by", "Merve Berker"),
        ("(Reporting by A. B.", "Reporting by", "A. B."),
        ("Editing by C D)", "Editing by", "C D"),
        ("Source: Anadolu Agency", "Source", "Anadolu Agency"),
        ("(dmc-lk)", "Credit", "(dmc-lk)"),
    ],
)
def test_a_credit_s_phrase_becomes_its_label(
    wire: Stylesheet, text: str, label: str, value: str
) -> None:
    assert shown(replace(STORY, credits=(Credit(text, "writing"),)), wire) == [(label, value)]


def test_facts_stand_in_the_style_s_order(wire: Stylesheet) -> None:
    document = replace(
        STORY,
        slugline=SourceText("HARBOUR"),
        urgency=3,
        dateline=Dateline("OSLO, May 1 (AP) —", ("OSLO",), None, "May 1", "AP"),
    )
    assert [fact.field for fact in facts(document, wire)] == [
        "place", "agency", "date", "slug", "urgency",
    ]  # fmt: skip


def test_notes_to_editors_are_left_out_where_the_style_says_so(wire: Stylesheet) -> None:
    document = replace(STORY, ed_note=(SourceText("ADDS QUOTES"),))
    silent = replace(wire, house=replace(wire.house, print_ed_note=False))
    assert note_to_editors(document, wire) == ("ADDS QUOTES",)
    assert note_to_editors(document, silent) == ()


def test_only_a_story_that_may_not_be_published_carries_a_notice(wire: Stylesheet) -> None:
    assert notice(STORY, wire) is None
    assert notice(replace(STORY, pub_status=PubStatus.CANCELED), wire) == "Killed: do not publish"
    embargoed = replace(
        STORY, pub_status=PubStatus.EMBARGOED, embargo=SourceText("EMBARGOED UNTIL NOON")
    )
    assert str(notice(embargoed, wire)).endswith("· EMBARGOED UNTIL NOON")
