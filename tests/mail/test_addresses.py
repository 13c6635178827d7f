"""Mail addresses: what is taken, what is refused, and what becomes of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.diagnostics import UsageError
from exporter.mail.addresses import Mailbox, mailbox, mailboxes
from tests.strategies import hostile_text
from tests.test_addresses import HOSTS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("desk@example.org", Mailbox("", "desk", "example.org")),
        ("News desk <desk@example.org>", Mailbox("News desk", "desk", "example.org")),
        ('"Meyer, Anna" <anna@example.org>', Mailbox("Meyer, Anna", "anna", "example.org")),
        (r'"A \"B\" C" <a@b.org>', Mailbox('A "B" C', "a", "b.org")),
        ("  <desk@Example.ORG> ,", Mailbox("", "desk", "example.org")),
        ("o'neil+news@example.org", Mailbox("", "o'neil+news", "example.org")),
        ("Zoë <zoë@example.org>", Mailbox("Zoë", "zoë", "example.org")),
        ("root@localhost", Mailbox("", "root", "localhost")),
    ],
)
def test_an_address_with_or_without_a_name(text, expected):
    assert mailbox(text) == expected


def test_lists_are_parted_by_commas_and_name_everybody_once():
    found = mailboxes(['a@x.org, "B, C" <b@x.org>', "Anna <a@x.org>,d@x.org"])
    assert [each.address for each in found] == ["a@x.org", "b@x.org", "d@x.org"]
    assert mailboxes([]) == ()


@pytest.mark.parametrize(("domain", "expected"), HOSTS)
def test_a_domain_is_written_in_ascii_by_idna_2008(domain, expected):
    assert mailbox(f"a@{domain}").domain == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is blank"),
        (" \t", "is blank"),
        ("desk", "has no @"),
        ("Meyer, Anna <anna@example.org>", "'Meyer' is no address"),
        ("a@b@c.org", "cannot stand there"),
        ("a b@c.org", "is not a list"),
        ("a..b@c.org", "cannot stand there"),
        (".a@c.org", "cannot stand there"),
        ("a\u202eb@c.org", "cannot stand there"),
        ("@c.org", "cannot stand there"),
        ("a@", "has no domain"),
        ("a@-c.org", "has no domain"),
        ("a@c..org", "has no domain"),
        ("a@[127.0.0.1]", "has no domain"),
        ("a@c_d.org", "has no domain"),
        ("a@ü..example", "has no domain"),
        ("desk: a@b.org;", "is not a list"),
        ("a@b.org; c@d.org", "is not a list"),
        ("A <a@b.org> B", "is not a list"),
        ("<a@b.org", "is not a list"),
        ('"open <a@b.org>', "is not a list"),
        (f"{'a' * 65}@b.org", "is too long"),
        (f"{'a' * 20}@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 50}.org", "is too long"),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(text, reason):
    with pytest.raises(UsageError, match="U040") as refused:
        mailboxes([text])
    assert reason in str(refused.value)


def test_one_is_wanted_where_one_is_wanted():
    with pytest.raises(UsageError, match="more than one"):
        mailbox("a@b.org, c@d.org")


def test_an_address_in_two_lines_brings_no_line_with_it():
    with pytest.raises(UsageError):
        mailbox("Desk\r\nBcc: x@evil.org\r\n <a@b.org>")
    assert mailbox("Night\r\n\u202edesk\x00 <a@b.org>").name == "Night desk"


@given(st.text(st.sampled_from('ab@.,<>" \\\r\n\t;:()ü\u202e\x00'), max_size=30) | hostile_text)
def test_whatever_is_given_an_address_has_no_blank_and_no_control(text):
    try:
        found = mailboxes([text])
    except UsageError:
        return
    for each in found:
        assert each.address.isprintable()
        assert not set(each.address) & set(' ,<>"')
        assert each.name == "" or "\n" not in each.name
        assert "\r" not in each.name


@pytest.mark.parametrize("text", ["a" * 100_000, "a," * 50_000, " " * 100_000 + "x", '"' * 50_000])
def test_a_very_long_text_is_answered_at_once(text):
    with pytest.raises(UsageError):
        mailboxes([text])
