"""Header fields: read again by two parsers they say what was meant, and nothing is smuggled in."""

from __future__ import annotations

import email
import email.policy
from email.header import decode_header, make_header
from email.utils import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exporter.mail import headers
from exporter.mail.addresses import Mailbox
from exporter.mail.onelines import one_line
from tests.strategies import hostile_text

POLICIES = [email.policy.default, email.policy.compat32]
NAMES = hostile_text | st.text(
    st.sampled_from("abc ÄÖж中\"\\,;:<>@()=?_é\r\n\u202e\u200d'%*/"), max_size=90
)


def parsed(*fields: tuple[str, str], policy=email.policy.default):
    text = "".join(f"{name}: {value}\r\n" for name, value in fields) + "\r\nbody\r\n"
    return email.message_from_bytes(text.encode("ascii"), policy=policy)


@given(NAMES)
def test_a_subject_is_read_as_it_was_and_brings_no_field_with_it(text):
    message = parsed(("Subject", headers.words(text, "Subject")))
    assert message.keys() == ["Subject"]
    assert one_line(str(message["Subject"])) == one_line(text)
    assert message.get_payload() == "body\r\n"


@given(st.lists(NAMES, min_size=1, max_size=8))
def test_names_of_recipients_are_read_as_they_were(names):
    everybody = [Mailbox(one_line(name), f"u{n}", "example.org") for n, name in enumerate(names)]
    value = headers.address_list(everybody)
    message = parsed(("To", value))
    assert message.keys() == ["To"]
    found = message["To"].addresses
    assert [each.addr_spec for each in found] == [each.address for each in everybody]
    assert [_name(each) for each in value.split(",\r\n ")] == [each.name for each in everybody]


def _name(field: str) -> str:
    """The name in a field, read by RFC 2047: the modern parser keeps blanks between its words."""
    name = field.rpartition("<")[0].strip()
    if name.startswith('"'):
        return unquote(name)
    return str(make_header(decode_header(name)))


@example("<>")
@given(NAMES.filter(one_line))
def test_an_attachment_s_name_is_read_as_it_was(name):
    fields = (
        ("Content-Type", headers.named_type("application/pdf", name)),
        ("Content-Disposition", headers.attachment(name)),
    )
    for policy in POLICIES:
        message = parsed(*fields, policy=policy)
        assert message.keys() == ["Content-Type", "Content-Disposition"]
        assert message.get_content_type() == "application/pdf"
        assert message.get_filename() == headers.file_name(name)
    assert parsed(*fields)["Content-Disposition"].content_disposition == "attachment"


@given(NAMES, NAMES.filter(one_line))
def test_no_line_is_longer_than_a_line_may_be(text, name):
    values = (
        headers.words(text, "Subject"),
        headers.address_list([Mailbox(text, "a", "example.org")]),
        headers.attachment(name),
        headers.named_type("application/pdf", name),
    )
    for value in values:
        assert value.isascii()
        lines = value.split("\r\n")
        assert all(len(line) < 200 and line.isprintable() for line in lines)
        assert all(line.startswith(" ") and line.strip() for line in lines[1:])


def test_many_recipients_with_names_of_other_letters_stay_apart():
    """Some editions of the standard library take the comma between two into an encoded word."""
    everybody = [Mailbox(f"Øystein Ångström {n}", f"user{n}", "example.org") for n in range(40)]
    value = headers.address_list(everybody)
    assert value.count(",\r\n ") == 39
    assert len(parsed(("To", value))["To"].addresses) == 40


@pytest.mark.parametrize(
    ("name", "disposition", "media_type"),
    [
        ("Story.pdf", 'attachment;\r\n filename="Story.pdf"', 'x/y;\r\n name="Story.pdf"'),
        ('A "B".pdf', "attachment;\r\n filename=\"A 'B'.pdf\"", "x/y;\r\n name=\"A 'B'.pdf\""),
        (
            "Zoë.pdf",
            "attachment;\r\n filename*=utf-8''Zo%C3%AB.pdf",
            'x/y;\r\n name="=?utf-8?b?Wm/Dqy5wZGY=?="',
        ),
    ],
)
def test_names_stand_where_old_and_new_programs_look_for_them(name, disposition, media_type):
    assert headers.attachment(name) == disposition
    assert headers.named_type("x/y", name) == media_type


def test_a_long_name_is_parted_between_characters():
    lines = headers.attachment("中" * 20 + ".pdf").split(";\r\n ")
    assert lines[1].startswith("filename*0*=utf-8''%E4%B8%AD")
    assert lines[2].startswith("filename*1*=%E4%B8%AD")
    assert all(len(line) < 78 for line in lines)


def test_words_that_look_encoded_are_not_decoded():
    text = "=?utf-8?q?Hello?= and =?x"
    assert str(parsed(("Subject", headers.words(text, "Subject")))["Subject"]) == text
