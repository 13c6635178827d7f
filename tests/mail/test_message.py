"""A message, parsed again."""

from __future__ import annotations

import email
import email.policy
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.mail.addresses import Mailbox
from exporter.mail.headers import file_name
from exporter.mail.message import Attachment, Letter, compose
from exporter.mail.names import distinct
from exporter.mail.onelines import one_line
from exporter.values import replace
from tests.strategies import hostile_text

DESK = Mailbox("News desk", "desk", "example.org")
ANNA = Mailbox("Anna", "anna", "example.org")
BO = Mailbox("", "bo", "example.com")
LETTER = Letter(
    sender=DESK,
    to=(ANNA,),
    cc=(BO,),
    subject="Ferry sails again",
    text="Ferry sails again\n\nNaïve – 中文\n",
    html="<!DOCTYPE html>\n<p>Naïve</p>\n",
    attachments=(
        Attachment("Ferry.pdf", "application/pdf", bytes(range(256)) * 20),
        Attachment("Fähre.epub", "application/epub+zip", b"PK\x03\x04\n.\r\n..\n"),
        Attachment("none.docx", "application/x", b""),
    ),
    date=datetime(2021, 8, 25, tzinfo=UTC),
)
FIELDS = ["From", "To", "Cc", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"]


def parsed(letter: Letter):
    return email.message_from_bytes(compose(letter), policy=email.policy.default)


def test_attachments_come_out_as_they_went_in():
    message = parsed(LETTER)
    found = list(message.iter_attachments())
    assert [each.get_filename() for each in found] == [each.name for each in LETTER.attachments]
    assert [each.get_content_type() for each in found] == [
        "application/pdf",
        "application/epub+zip",
        "application/x",
    ]
    assert [each.get_payload(decode=True) for each in found] == [
        each.content for each in LETTER.attachments
    ]
    assert {each.get_content_disposition() for each in found} == {"attachment"}


def test_text_comes_before_html_and_both_say_their_encoding():
    message = parsed(LETTER)
    assert message.get_content_type() == "multipart/mixed"
    alternative = next(message.iter_parts())
    assert [part.get_content_type() for part in alternative.iter_parts()] == [
        "text/plain",
        "text/html",
    ]
    bodies = [message.get_body((kind,)).get_content() for kind in ("plain", "html")]
    assert [each.replace("\r\n", "\n") for each in bodies] == [LETTER.text, LETTER.html]
    assert {part.get_content_charset() for part in alternative.iter_parts()} == {"utf-8"}


def test_fields_are_those_of_the_letter():
    message = parsed(LETTER)
    assert message.keys() == FIELDS
    assert message["From"].addresses[0].display_name == "News desk"
    assert [each.addr_spec for each in message["Cc"].addresses] == ["bo@example.com"]
    assert message["Date"].datetime == LETTER.date
    assert message["Message-ID"] == LETTER.message_id
    assert LETTER.message_id.endswith("@example.org>")


def test_blind_copies_stand_in_a_draft_only():
    blind = replace(LETTER, bcc=(BO,))
    assert "Bcc" not in parsed(blind)
    assert b"X-Unsent" not in compose(blind)
    draft = parsed(replace(blind, is_draft=True))
    assert (draft["Bcc"], draft["X-Unsent"]) == ("bo@example.com", "1")


def test_a_message_with_blind_copies_alone_says_that_it_has_recipients():
    alone = replace(LETTER, to=(), cc=(), bcc=(BO,))
    assert str(parsed(alone)["To"]) == "undisclosed-recipients:;"
    assert b"bo@example.com" not in compose(alone)


def test_a_draft_may_lack_sender_and_recipients():
    message = parsed(replace(LETTER, sender=None, to=(), cc=(), is_draft=True))
    assert ("From" in message, "To" in message) == (False, False)
    assert message["Message-ID"].endswith("@exporter.invalid>")


def test_everybody_is_a_recipient_once():
    letter = replace(LETTER, bcc=(replace(ANNA, name="A."), BO, Mailbox("", "cy", "example.org")))
    assert [each.address for each in letter.recipients] == [
        "anna@example.org",
        "bo@example.com",
        "cy@example.org",
    ]


def test_the_same_letter_is_the_same_bytes_and_another_is_not():
    same = replace(LETTER, subject="Ferry sails again")
    assert compose(LETTER) == compose(same)
    others = [
        replace(LETTER, subject="Ferry"),
        replace(LETTER, to=(DESK,)),
        replace(LETTER, attachments=LETTER.attachments[:2]),
        replace(LETTER, date=datetime(2021, 8, 26, tzinfo=UTC)),
    ]
    assert len({each.message_id for each in (LETTER, *others)}) == 5
    assert replace(LETTER, key="k").message_id == "<k@example.org>"


def test_letters_of_other_scripts_before_the_at_need_a_server_that_knows_them():
    zoe = replace(LETTER, to=(Mailbox("Zoë", "zoë", "example.org"),))
    assert (LETTER.is_international, zoe.is_international) == (False, True)
    assert "zoë@example.org".encode() in compose(zoe)
    assert compose(LETTER).isascii()


@pytest.mark.parametrize("media_type", ["", "pdf", "a/b/c", "text/\r\nBcc: x", "ä/ö", "a/b; c=d"])
def test_a_media_type_that_is_none_is_bytes(media_type):
    letter = replace(LETTER, attachments=(Attachment("a.bin", media_type, b"x"),))
    assert [each.get_content_type() for each in parsed(letter).iter_attachments()] == [
        "application/octet-stream"
    ]


TEXTS = hostile_text | st.text(st.sampled_from("a\r\n: =?.-\u2028\x85\x0b"), max_size=30)


@given(TEXTS, TEXTS, TEXTS, TEXTS.filter(one_line))
def test_nothing_that_is_said_becomes_a_field_or_a_part(subject, text, name, file):
    letter = replace(
        LETTER,
        subject=subject,
        text=text,
        html=f"<p>{text}</p>",
        sender=replace(DESK, name=name),
        attachments=(Attachment(file, "application/pdf", b"x"),),
    )
    content = compose(letter)
    message = parsed(letter)
    assert message.keys() == FIELDS
    assert [each.addr_spec for each in message["From"].addresses] == ["desk@example.org"]
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
    ]
    assert [each.get_filename() for each in message.iter_attachments()] == [file_name(file)]
    # Servers that end lines in other ways find no end of the message in it (RFC 5321, 2.3.8).
    assert content.isascii()
    assert content.replace(b"\r\n", b"").translate(None, b"\r\n") == content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) < 998


@given(
    st.lists(st.tuples(st.sampled_from(["a", "A", "ä", "a\u0308", "b (2)", "b"]), st.just(".pdf")))
)
def test_no_two_attachments_are_called_alike(names):
    found = distinct(names)
    assert len({each.casefold() for each in found}) == len(names)
    assert all(each.endswith(".pdf") for each in found)


def test_the_second_of_a_name_has_a_number():
    names = [("Ferry", ".pdf"), ("Ferry", ".epub"), ("ferry", ".pdf"), ("Ferry (2)", ".pdf")]
    assert distinct(names) == ["Ferry.pdf", "Ferry.epub", "ferry (2).pdf", "Ferry (2) (2).pdf"]


def test_an_attachment_is_shown_without_its_content():
    assert "secret" not in repr(Attachment("a.pdf", "application/pdf", b"secret"))
