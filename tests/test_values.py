"""A value is what a frozen, slotted dataclass is."""

from __future__ import annotations

import dataclasses

import pytest

from exporter.model import Credit, Paragraph, Text
from exporter.values import replace


def test_it_cannot_be_changed():
    with pytest.raises(AttributeError):
        Text("a").text = "b"
    with pytest.raises(AttributeError):
        Text("a").other = "b"


def test_it_equals_what_is_of_its_kind_and_says_the_same():
    assert Paragraph.of("a") == Paragraph.of("a") != Paragraph.of("b")
    assert {Text("a"), Text("a")} == {Text("a")}
    assert repr(Text("a")) == "Text(text='a')"


def test_its_fields_are_matched_by_place():
    match Credit("Writing by A", "writing"):
        case Credit(text, role):
            assert (text, role) == ("Writing by A", "writing")


@pytest.mark.parametrize("change", [replace, dataclasses.replace])
def test_another_is_made_of_it_with_some_fields_changed(change):
    assert change(Credit("x", "writing", ("A",)), role="editing") == Credit("x", "editing", ("A",))


def test_it_is_a_dataclass_to_those_who_ask():
    assert dataclasses.is_dataclass(Text)
    assert [each.name for each in dataclasses.fields(Text)] == ["text"]
    assert dataclasses.asdict(Credit("x", "writing"))["role"] == "writing"
