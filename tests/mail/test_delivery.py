"""A message handed to a server: what becomes of it for whom, and that nobody has it twice."""

from __future__ import annotations

import socket

import pytest

from exporter.mail.delivery import Parcel, pauses
from exporter.mail.outcome import Fate, Reply
from exporter.mail.server import Server
from exporter.mail.session import Access, Login, Session
from exporter.values import replace
from tests.mail.sending import CONTENT, PARCEL, Sent
from tests.mail.servers import HANG_UP, SILENCE, real, scripted

ACCEPTED, REFUSED, UNSENT, UNKNOWN = Fate.ACCEPTED, Fate.REFUSED, Fate.UNSENT, Fate.UNKNOWN

# -- one message, one transaction ----------------------------------------------------------------


def test_all_recipients_get_one_message_in_one_transaction():
    with scripted() as server:
        sent = Sent(server.server)
    assert (sent.fates, sent.codes, sent.waited) == ([ACCEPTED] * 3, [], [])
    assert sent.delivery.is_complete
    assert sent.delivery.recipients[0].reply == Reply(250, "taken")
    (conversation,) = server.conversations
    assert [conversation.count(verb) for verb in ("MAIL", "RCPT", "DATA", "QUIT")] == [1, 3, 1, 1]
    assert conversation.content == CONTENT


def test_a_refusal_for_one_is_reported_and_the_others_are_sent():
    with scripted({"RCPT TO:<bo@example.org>": "550 no such user"}) as server:
        sent = Sent(server.server)
    assert (sent.fates, sent.codes) == ([ACCEPTED, REFUSED, ACCEPTED], ["M010"])
    assert sent.delivery.recipients[1].reply == Reply(550, "no such user")
    assert server.deliveries == [CONTENT]


def test_nothing_is_sent_when_all_are_refused():
    with scripted({"RCPT": "550 no"}) as server:
        sent = Sent(server.server)
    assert (sent.fates, sent.codes) == ([REFUSED] * 3, ["M010"] * 3)
    assert server.conversations[0].count("DATA") == 0


def test_a_message_without_its_last_line_end_is_given_one():
    parcel = replace(PARCEL, content=b"Subject: x\r\n\r\nend")
    with scripted() as server:
        assert Sent(server.server, parcel).fates == [ACCEPTED] * 3
    assert server.deliveries == [b"Subject: x\r\n\r\nend\r\n"]


def test_the_server_is_told_size_and_an_address_as_name():
    with scripted({"EHLO": "250-x\n250 SIZE 1000"}) as server:
        Sent(server.server)
    commands = server.conversations[0].commands
    assert commands[0].lower() == "ehlo [127.0.0.1]"
    assert commands[1] == f"mail FROM:<desk@example.org> SIZE={len(CONTENT)}"


def test_a_server_of_the_old_kind_is_greeted_in_the_old_way():
    with scripted({"EHLO": "502 what?"}) as server:
        assert Sent(server.server).fates == [ACCEPTED] * 3
    assert server.conversations[0].commands[1].lower() == "helo [127.0.0.1]"


# -- later ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "table",
    [
        {"": "421 busy"},
        {"EHLO": "421 busy", "HELO": "421 busy"},
        {"MAIL": "451 later"},
        {"RCPT TO:<bo@example.org>": "450 greylisted"},
        {"DATA": "451 later"},
        {".": "452 disk full"},
    ],
)
def test_what_the_server_puts_off_is_tried_again_after_a_pause(table):
    with scripted(table, table, {}) as server:
        sent = Sent(server.server)
    assert (sent.fates, sent.codes) == ([ACCEPTED] * 3, [])
    assert (sent.waited, sent.told) == ([5, 20], ["M014", "M014"])
    assert len(server.conversations) == 3


def test_pauses_grow():
    assert pauses(4) == (5, 20, 80, 320)
    assert pauses(0) == ()


def test_one_who_is_put_off_to_the_end_does_not_keep_the_others_from_it():
    with scripted({"RCPT TO:<bo@example.org>": "450 greylisted"}) as server:
        sent = Sent(server.server)
    assert (sent.fates, sent.codes) == ([ACCEPTED, REFUSED, ACCEPTED], ["M010"])
    assert (len(server.conversations), server.deliveries) == (3, [CONTENT])


@pytest.mark.parametrize(
    ("table", "fate", "code"),
    [
        ({"": "421 busy"}, UNSENT, "M017"),
        ({"MAIL": "451 later"}, UNSENT, "M009"),
        ({"DATA": "451 later"}, UNSENT, "M012"),
        ({".": "451 later"}, REFUSED, "M012"),
    ],
)
def test_the_tries_come_to_an_end(table, fate, code):
    with scripted(table) as server:
        sent = Sent(server.server)
    assert (sent.fates, sent.codes, len(sent.waited)) == ([fate] * 3, [code], 2)


@pytest.mark.parametrize(
    ("table", "fate", "code"),
    [
        ({"": "554 go away"}, UNSENT, "M017"),
        ({"MAIL": "550 not you"}, UNSENT, "M009"),
        ({"DATA": "554 no"}, UNSENT, "M012"),
        ({".": "554 spam"}, REFUSED, "M012"),
    ],
)
def test_a_last_word_is_not_asked_for_again(table, fate, code):
    with scripted(table) as server:
        sent = Sent(server.server)
    assert (sent.fates, sent.codes, sent.waited) == ([fate] * 3, [code], [])
    assert sent.delivery.recipients[0].reply.code >= 550


# -- lost ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("last", [HANG_UP, SILENCE, "hello", "999 what", ""])
def test_a_lost_last_word_is_unknown_and_nothing_is_sent_again(last):
    with scripted({".": last}) as server:
        sent = Sent(server.server, timeout=0.1 if last == SILENCE else 20)
    assert (sent.fates, sent.codes, sent.waited) == ([UNKNOWN] * 3, ["M011"], [])
    assert "<1@example.org>" in sent.delivery.diagnostics[0].message
    assert (len(server.conversations), server.deliveries) == (1, [CONTENT])


def test_who_was_refused_is_not_unknown():
    with scripted({"RCPT TO:<bo@example.org>": "550 no", ".": HANG_UP}) as server:
        sent = Sent(server.server)
    assert (sent.fates, sent.codes) == ([UNKNOWN, REFUSED, UNKNOWN], ["M010", "M011"])
    assert "bo@example.org" not in sent.delivery.diagnostics[1].message


def test_who_interrupts_while_the_last_word_is_awaited_is_told_that_it_is_unknown(monkeypatch):
    end = Session._end_of_message

    def interrupted(self):
        end(self)
        raise KeyboardInterrupt

    monkeypatch.setattr(Session, "_end_of_message", interrupted)
    with scripted() as server:
        assert Sent(server.server).fates == [UNKNOWN] * 3


@pytest.mark.parametrize("verb", ["", "EHLO", "MAIL", "RCPT", "DATA"])
def test_a_connection_lost_before_the_message_is_handed_over_is_unsent(verb):
    with scripted({verb: HANG_UP}) as server:
        sent = Sent(server.server)
    assert (sent.fates, sent.codes, sent.waited) == ([UNSENT] * 3, ["M018"], [])
    assert server.deliveries == []


def test_a_server_that_says_nothing_is_not_waited_for_for_ever():
    with scripted({"MAIL": SILENCE}) as server:
        sent = Sent(server.server, timeout=0.1)
    assert (sent.fates, sent.codes) == ([UNSENT] * 3, ["M018"])
    assert "no answer within 0.1 s" in sent.delivery.diagnostics[0].message


def test_a_message_that_breaks_off_is_unsent_and_never_ended(monkeypatch):
    def broken(self, _content):
        raise BrokenPipeError(32, "Broken pipe")

    with scripted() as server:
        monkeypatch.setattr("smtplib.SMTP.send", _until_data(broken))
        sent = Sent(server.server)
    assert (sent.fates, server.deliveries) == ([UNSENT] * 3, [])
    assert server.conversations[0].count("QUIT") == 0


def test_who_interrupts_a_message_has_sent_nothing(monkeypatch):
    def interrupted(self, _content):
        raise KeyboardInterrupt

    with scripted() as server:
        monkeypatch.setattr("smtplib.SMTP.send", _until_data(interrupted))
        with pytest.raises(KeyboardInterrupt):
            Sent(server.server)
    assert server.deliveries == []
    assert server.conversations[0].count("QUIT") == 0


def _until_data(broken):
    """Sends commands as ever, and fails at the first piece of a message."""
    import smtplib

    send = smtplib.SMTP.send

    def sending(self, words):
        return broken(self, words) if words.startswith(CONTENT[:8]) else send(self, words)

    def either(self, words):
        return sending(self, words if isinstance(words, bytes) else words.encode())

    return either


def test_nobody_listens():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    sent = Sent(Server("127.0.0.1", port, False))
    assert (sent.fates, sent.codes) == ([UNSENT] * 3, ["M004"])


def test_there_is_no_such_host(monkeypatch):
    def nowhere(*_where, **_more):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr("socket.create_connection", nowhere)
    sent = Sent(Server("mail.invalid", 587, False))
    assert sent.codes == ["M004"]
    assert "there is no such host" in sent.delivery.diagnostics[0].message


def test_a_server_that_cannot_be_reached_in_time_is_told(monkeypatch):
    def waiting(*_where, **_more):
        raise TimeoutError("timed out")

    monkeypatch.setattr("socket.create_connection", waiting)
    sent = Sent(Server("192.0.2.1", 587, False), timeout=3)
    assert (sent.fates, sent.codes) == ([UNSENT] * 3, ["M004"])
    assert "no answer within 3 s" in sent.delivery.diagnostics[0].message


# -- what the server can do ----------------------------------------------------------------------


def test_a_message_larger_than_the_server_takes_is_not_begun():
    with scripted({"EHLO": "250-x\n250 SIZE 30"}) as server:
        sent = Sent(server.server)
    assert (sent.fates, sent.codes) == ([UNSENT] * 3, ["M003"])
    assert server.conversations[0].count("MAIL") == 0


@pytest.mark.parametrize("said", ["SIZE", "SIZE 0", "SIZE much", "SIZE " + "9" * 5000])
def test_a_server_without_a_largest_size_takes_any(said):
    with scripted({"EHLO": f"250-x\n250 {said}"}) as server:
        assert Sent(server.server).fates == [ACCEPTED] * 3


def test_letters_before_the_at_need_a_server_that_knows_them():
    parcel = Parcel("desk@example.org", ("zoë@example.org",), CONTENT, "<1@x>", international=True)
    with scripted() as server:
        assert Sent(server.server, parcel).codes == ["M015"]
    with scripted({"EHLO": "250-x\n250-8BITMIME\n250 SMTPUTF8"}) as server:
        assert Sent(server.server, parcel).fates == [ACCEPTED]
    commands = server.conversations[0].commands
    assert commands[1].endswith("SMTPUTF8 BODY=8BITMIME")
    assert commands[2] == "rcpt TO:<zoë@example.org>"


# -- encryption and login ------------------------------------------------------------------------

LOGIN = Login("desk", "schlüssel")


@pytest.fixture
def elsewhere(monkeypatch):
    """Has every server count as one on another machine."""
    monkeypatch.setattr(Server, "is_here", property(lambda _: False))


def test_a_real_server_with_starttls_and_a_login(tmp_path, elsewhere):
    with real(tmp_path, starttls=True, login=True) as there:
        sent = Sent(there.server, login=LOGIN, authorities=there.authorities)
    assert (sent.fates, sent.codes) == ([ACCEPTED] * 3, [])
    assert there.inbox.logins == [(b"desk", "schlüssel".encode())]
    assert there.inbox.encrypted == [True]
    (envelope,) = there.inbox.envelopes
    assert envelope.rcpt_tos == list(PARCEL.recipients)
    assert envelope.content == CONTENT


def test_a_real_server_with_tls_from_the_first_byte(tmp_path, elsewhere):
    with real(tmp_path, tls_first=True) as there:
        sent = Sent(there.server, authorities=there.authorities)
        assert (sent.fates, sent.codes) == ([ACCEPTED] * 3, [])
        assert len(there.inbox.envelopes) == 1


@pytest.mark.parametrize("facts", [{"starttls": True}, {"tls_first": True}])
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path, facts):
    with real(tmp_path, **facts) as there:
        sent = Sent(there.server)
        assert (sent.fates, sent.codes) == ([UNSENT] * 3, ["M006"])
        assert there.inbox.envelopes == []


def test_a_certificate_for_another_host_is_refused(tmp_path):
    with real(tmp_path, starttls=True, name="other.example") as there:
        sent = Sent(there.server, authorities=there.authorities)
        assert sent.codes == ["M006"]
        assert "localhost" in sent.delivery.diagnostics[0].message


def test_tls_first_to_a_server_that_speaks_first_is_told(tmp_path):
    with scripted() as server:
        sent = Sent(Server("127.0.0.1", server.server.port, True))
    assert sent.codes == ["M004"]
    assert "TLS failed" in sent.delivery.diagnostics[0].message


def test_nothing_is_sent_to_another_machine_without_encryption(elsewhere):
    with scripted() as server:
        assert Sent(server.server).codes == ["M005"]
        assert server.conversations[0].count("MAIL") == 0
        assert Sent(server.server, plain=True).fates == [ACCEPTED] * 3


def test_a_password_is_never_sent_without_encryption(elsewhere):
    with scripted({"EHLO": "250-x\n250 AUTH PLAIN"}) as server:
        assert Sent(server.server, plain=True, login=LOGIN).codes == ["M008"]
    assert server.conversations[0].count("AUTH") == 0


def test_a_server_that_refuses_starttls_is_not_sent_to_without():
    with scripted({"EHLO": "250-x\n250 STARTTLS", "STARTTLS": "454 not now"}) as server:
        sent = Sent(server.server, retries=0)
    assert (sent.fates, sent.codes) == ([UNSENT] * 3, ["M017"])


def test_a_wrong_password_is_told(tmp_path):
    with real(tmp_path, starttls=True, login=True) as there:
        sent = Sent(there.server, login=Login("desk", "wrong"), authorities=there.authorities)
        assert (sent.fates, sent.codes) == ([UNSENT] * 3, ["M007"])
        assert "wrong" not in sent.delivery.diagnostics[0].message
        assert there.inbox.envelopes == []


@pytest.mark.parametrize("offer", ["HELP", "AUTH CRAM-MD5 XOAUTH2"])
def test_a_login_that_the_server_does_not_take_is_told(offer):
    with scripted({"EHLO": f"250-x\n250 {offer}"}) as server:
        assert Sent(server.server, login=LOGIN).codes == ["M016"]


def test_a_login_in_two_answers():
    table = {
        "EHLO": "250-x\n250 AUTH LOGIN",
        "AUTH LOGIN": "334 VXNlcm5hbWU6",
        "ZGVzaw==": "334 UGFzc3dvcmQ6",
        "c2NobMO8c3NlbA==": "235 welcome",
    }
    with scripted(table) as server:
        assert Sent(server.server, login=LOGIN).fates == [ACCEPTED] * 3


def test_a_password_is_not_sent_to_whoever_does_not_take_the_name():
    table = {
        "EHLO": "250-x\n250 AUTH LOGIN",
        "AUTH LOGIN": "334 VXNlcm5hbWU6",
        "ZGVzaw==": "535 nobody of that name",
    }
    with scripted(table) as server:
        sent = Sent(server.server, login=LOGIN)
    assert (sent.fates, sent.codes) == ([UNSENT] * 3, ["M007"])
    assert server.conversations[0].count("C2NOB") == 0


def test_a_login_that_is_put_off_is_tried_again():
    busy = {"EHLO": "250-x\n250 AUTH PLAIN", "AUTH": "454 later"}
    with scripted(busy, {**busy, "AUTH": "235 welcome"}) as server:
        sent = Sent(server.server, login=LOGIN)
    assert (sent.fates, sent.waited) == ([ACCEPTED] * 3, [5])


def test_a_login_is_not_shown():
    assert "schlüssel" not in repr(Access(Server("x", 1, False), LOGIN))
