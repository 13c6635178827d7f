"""`exporter mail`: one message with the files of all stories, written or sent."""

from __future__ import annotations

import email
import email.policy
import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from exporter.mail.server import Server
from tests.cli.conftest import WIRE
from tests.cli.test_settings import configure
from tests.mail.servers import HANG_UP, real, scripted

FROM_TO = ("--from", "News desk <desk@example.org>", "--to", "anna@example.org")


def message(path="story.eml"):
    return email.message_from_bytes(Path(path).read_bytes(), policy=email.policy.default)


def url(server: Server) -> str:
    return f"{'smtps' if server.tls_first else 'smtp'}://{server}"


def attachments(parsed) -> dict[str, bytes]:
    return {
        each.get_filename(): each.get_payload(decode=True) for each in parsed.iter_attachments()
    }


# -- drafts --------------------------------------------------------------------------------------


def test_a_draft_holds_what_an_export_writes(run, wire):
    wire()
    exported = run("story.txt")
    assert exported.status == 0
    ran = run("mail", "story.txt", *FROM_TO, "--eml", "story.eml")
    assert (ran.status, ran.lines) == (0, ["story.eml"])
    assert ran.err == "exporter: 3 attachments of 3 kB; the message, encoded, has 8 kB\n"
    found = message()
    assert (found["X-Unsent"], found["To"]) == ("1", "anna@example.org")
    assert [each.get_content_type() for each in found.iter_attachments()] == [
        "application/pdf",
        "application/epub+zip",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ]
    assert {hashlib.sha256(each).hexdigest() for each in attachments(found).values()} == {
        hashlib.sha256(file.read_bytes()).hexdigest() for file in Path("output").iterdir()
    }


def test_attachments_are_called_by_title_or_by_a_template(run, wire):
    wire()
    run("mail", "story.txt", "-f", "pdf", "--eml", "a.eml", "--headline", "Zwei “Führer” reden")
    assert list(attachments(message("a.eml"))) == ["Zwei “Führer” reden.pdf"]
    run("mail", "story.txt", "-f", "pdf", "--eml", "b.eml", "--name", "{date} {stem}")
    assert list(attachments(message("b.eml"))) == ["2014-08-29 story.pdf"]


def test_stories_of_one_title_have_attachments_of_two_names(run, wire):
    wire("a/story.txt")
    wire("b/story.txt", day="Friday")
    run("mail", "a", "b", "-f", "pdf,docx", "--headline", "Talks", "--eml", "x.eml")
    assert list(attachments(message("x.eml"))) == [
        "Talks.pdf",
        "Talks.docx",
        "Talks (2).pdf",
        "Talks (2).docx",
    ]
    assert message("x.eml")["Subject"] == "Talks (+1)"


def test_a_reproducible_draft_is_the_same_bytes_and_has_the_story_s_date(run, wire):
    wire()
    for name in ("a.eml", "b.eml"):
        run("mail", "story.txt", *FROM_TO, "--eml", name, "--reproducible")
    assert Path("a.eml").read_bytes() == Path("b.eml").read_bytes()
    assert f"{message('a.eml')['Date'].datetime:%Y-%m-%d}" == "2014-08-29"
    run("mail", "story.txt", *FROM_TO, "--eml", "c.eml", "--reproducible", "--date", "2020-01-02")
    assert f"{message('c.eml')['Date'].datetime:%Y-%m-%d}" == "2020-01-02"


def test_another_draft_has_an_identifier_of_its_own(run, wire):
    wire()
    for name in ("a.eml", "b.eml"):
        run("mail", "story.txt", *FROM_TO, "--eml", name)
    assert message("a.eml")["Message-ID"] != message("b.eml")["Message-ID"]


def test_a_folder_is_given_a_file_called_by_its_subject(run, wire):
    wire()
    Path("drafts").mkdir()
    assert run("mail", "story.txt", "--subject", "Talks: a/b?", "--eml", "drafts").lines == [
        "drafts/Talks- a-b.eml"
    ]
    assert run("mail", "story.txt", "--subject", "Talks", "--eml", "new/").lines == [
        "new/Talks.eml"
    ]


def test_standard_output_takes_a_draft(run, wire):
    wire()
    ran = run("mail", "story.txt", "-f", "pdf", "--eml", "-", "-q")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("X-Unsent: 1")


def test_a_text_of_the_user_s_takes_the_place_of_the_stories(run, wire):
    wire()
    Path("note.txt").write_bytes("\ufeffDear Anna,\r\n\r\nsee below \x1b[31m.\r\n".encode())
    run("mail", "story.txt", "--eml", "story.eml", "--body", "note.txt")
    body = message().get_body(("plain",)).get_content()
    assert body.split() == ["Dear", "Anna,", "see", "below", "[31m."]
    assert "on Monday.</p>" not in message().get_body(("html",)).get_content()


def test_a_text_may_come_from_standard_input(run, wire, monkeypatch):
    wire()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Hello")))
    run("mail", "story.txt", "--eml", "story.eml", "--body", "-")
    assert message().get_body(("plain",)).get_content().strip() == "Hello"


# -- refused -------------------------------------------------------------------------------------

EMBARGOED = "EMBARGOED UNTIL 0001 GMT March 5, 2130\n\nOSLO (AFP) - Two leaders spoke.\n\nYes.\n"


@pytest.mark.parametrize("note", [(), ("--subject", "Tonight", "--body", "note.txt")])
def test_an_embargoed_story_is_refused_or_says_so_everywhere(run, wire, note):
    wire(text=EMBARGOED)
    Path("note.txt").write_text("Dear all", encoding="utf-8")
    ran = run("mail", "story.txt", "--eml", "story.eml", *note)
    assert (ran.status, ran.out, Path("story.eml").exists()) == (1, "", False)
    assert "X001" in ran.err
    run("mail", "story.txt", "--eml", "story.eml", "--allow-embargoed", *note)
    found = message()
    assert found["Subject"].startswith("EMBARGOED: ")
    assert found.get_body(("plain",)).get_content().startswith("EMBARGOED: NOT FOR PUBLICATION")
    assert "Embargoed: not for publication" in found.get_body(("html",)).get_content()


def test_where_one_story_fails_nothing_is_sent(run, wire):
    wire("good.txt")
    wire("held.txt", text="HOLD\n\nOSLO (AFP) - Two leaders spoke.\n\nYes.\n")
    with scripted() as server:
        ran = run(
            "mail", "good.txt", "held.txt", "none.txt", *FROM_TO, "--smtp", url(server.server)
        )
    assert (ran.status, ran.out, server.conversations) == (1, "", [])
    assert "none.txt: error X008" in ran.err
    assert "error M001: nothing is sent: 2 of 3 failed" in ran.err


def test_where_a_folder_holds_no_story_nothing_is_sent(run, wire, tmp_path):
    wire()
    (tmp_path / "empty").mkdir()
    ran = run("mail", "story.txt", "empty", *FROM_TO, "--eml", "story.eml")
    assert (ran.status, ran.lines) == (1, [])
    assert "X009" in ran.err
    assert not Path("story.eml").exists()


def test_with_strict_an_odd_setting_stops_a_mail(run, wire):
    wire()
    configure('stile = "letter"\n')
    ran = run("mail", "story.txt", *FROM_TO, "--eml", "story.eml", "--strict")
    assert (ran.status, ran.lines) == (2, [])
    assert "X005" in ran.err


def test_where_one_format_fails_nothing_is_written(run, wire, backends):
    wire()
    backends.fail.add("epub")
    assert run("mail", "story.txt", "--eml", "story.eml").status == 1
    backends.crash.add("epub")
    ran = run("mail", "story.txt", "--eml", "story.eml")
    assert (ran.status, Path("story.eml").exists()) == (70, False)
    assert "please report it" in ran.err


def test_what_is_too_large_is_refused_with_what_to_leave_out(run, wire):
    wire()
    ran = run("mail", "story.txt", "--eml", "story.eml", "--max-size", "5kB", "--json")
    assert (ran.status, Path("story.eml").exists()) == (1, False)
    assert "exporter: 3 attachments of 3 kB; the message, encoded, has 8 kB" in ran.err
    assert "error M002: the message has 8 kB (3 kB before encoding), and 5 kB" in ran.err
    assert "hint: leave out pdf, which takes 2 kB (-f epub,docx); or raise --max-size" in ran.err
    (line,) = ran.objects
    assert (line["output"], line["message_id"], line["recipients"]) == (None, None, [])
    assert line["diagnostics"][-1]["code"] == "M002"


def test_nothing_of_lines_that_are_not_for_publication_is_mailed(run):
    story = Path(__file__).parents[1] / "stories" / "dpa-tunnel-notebook.txt"
    text = story.read_text(encoding="utf-8")
    contact = next(line for line in text.splitlines() if "@" in line or "+49" in line)
    run("mail", str(story), "-f", "ninjs", "--eml", "story.eml")
    found = message()
    for part in found.walk():
        if not part.is_multipart():
            assert contact not in part.get_payload(decode=True).decode()


# -- usage ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), "U044"),
        (("--eml", "a.eml", "--smtp", "smtp://localhost"), "U047"),
        (("--smtp", "smtp://localhost", "--to", "a@b.org"), "U048"),
        (("--smtp", "smtp://localhost", "--from", "a@b.org"), "U048"),
        (("--smtp", "smtp://desk:secret@localhost", *FROM_TO), "U042"),
        (("--smtp", "localhost", *FROM_TO), "U041"),
        (("--eml", "a.eml", "--to", "Anna"), "U040"),
        (("--eml", "a.eml", "--from", "a@b.org,c@d.org"), "U040"),
        (("--eml", "a.eml", "--max-size", "big"), "U043"),
        (("--eml", "a.eml", "--body", "none.txt"), "U045"),
        (("--eml", "a.eml", "--ca-file", "story.txt"), "U045"),
        (("--eml", "a.eml", "--ca-file", "none.pem"), "U045"),
        (("--eml", "story.txt"), "U049"),
        (("--eml", "-", "--json"), "U050"),
        (("--eml", "a.eml", "--name", "{nothing}"), "U009"),
        (("--eml", "a.eml", "--style", "none"), "S001"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_made(run, wire, arguments, code):
    story = wire()
    before = story.read_bytes()
    ran = run("mail", "story.txt", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert f"error {code}" in ran.err
    assert "secret" not in ran.err
    assert (story.read_bytes(), [path.name for path in Path().iterdir()]) == (before, ["story.txt"])


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xff\xfe\xff", b"a" * 200_001])
def test_a_text_that_is_none_is_wrong_usage(run, wire, content):
    wire()
    Path("note.txt").write_bytes(content)
    ran = run("mail", "story.txt", "--eml", "a.eml", "--body", "note.txt")
    assert (ran.status, "error U045: note.txt" in ran.err) == (2, True)


@pytest.mark.parametrize("arguments", [("--timeout", "0"), ("--retries", "x"), ("--output", "o")])
def test_options_that_are_none_are_wrong_usage(run, wire, arguments):
    wire()
    assert run("mail", "story.txt", "--eml", "a.eml", *arguments).status == 2


def test_a_story_has_to_be_named(run):
    assert run("mail", "--eml", "a.eml").status == 2


def test_a_draft_that_cannot_be_written_fails(run, wire):
    wire()
    Path("file").write_text("", encoding="utf-8")
    ran = run("mail", "story.txt", "--eml", "file/a.eml", "--json")
    assert (ran.status, ran.objects[0]["output"]) == (1, None)
    assert "error X012" in ran.err


# -- settings ------------------------------------------------------------------------------------


def test_sender_recipients_and_server_may_stand_in_settings(run, wire):
    wire()
    with scripted() as server:
        configure(
            'format = "pdf"\noutput = "out"\n[mail]\nfrom = "Desk <desk@example.org>"\n'
            f'to = ["a@x.org, b@x.org", "c@x.org"]\nsmtp = "{url(server.server)}"\ntimeout = 20\n'
        )
        ran = run("mail", "story.txt")
    assert (ran.status, ran.lines) == (0, ["a@x.org", "b@x.org", "c@x.org"])
    assert server.conversations[0].commands[1].startswith("mail FROM:<desk@example.org>")


def test_what_is_typed_goes_before_what_is_set(run, wire, monkeypatch):
    wire()
    configure('[mail]\nsmtp = "smtp://mail.invalid"\n')
    assert run("mail", "story.txt", "--eml", "a.eml").lines == ["a.eml"]
    configure('[mail]\neml = "b.eml"\n')
    with scripted() as server:
        ran = run("mail", "story.txt", *FROM_TO, "--smtp", url(server.server))
    assert ran.lines == ["anna@example.org"]
    monkeypatch.setenv("EXPORTER_TO", '"Meyer, Anna" <anna@example.org>, bo@example.org')
    run("mail", "story.txt", "--eml", "a.eml")
    assert [each.display_name for each in message("a.eml")["To"].addresses] == ["Meyer, Anna", ""]


def test_a_wrong_setting_is_told_with_its_place(run, wire, monkeypatch):
    wire()
    configure('[mail]\nfrom = "desk"\n')
    assert f"{Path.cwd()}/exporter.toml: error U040" in run("mail", "story.txt", "--eml", "a").err
    configure("[mail]\nretries = 'many'\n")
    assert "error U013: mail.retries in" in run("mail", "story.txt", "--eml", "a").err
    configure("")
    monkeypatch.setenv("EXPORTER_SMTP", "smtp://")
    assert "EXPORTER_SMTP: error U041" in run("mail", "story.txt").err


# -- sent ----------------------------------------------------------------------------------------


def test_a_message_is_sent_with_starttls_and_a_login_from_the_environment(
    run, wire, tmp_path, monkeypatch
):
    wire()
    run("story.txt", "-f", "pdf")
    monkeypatch.setenv("EXPORTER_SMTP_USER", "desk")
    monkeypatch.setenv("EXPORTER_SMTP_PASSWORD", "schlüssel")
    with real(tmp_path, starttls=True, login=True) as there:
        there.inbox.unknown.add("bo@example.org")
        ran = run(
            "mail", "story.txt", "-f", "pdf", *FROM_TO, "--cc", "bo@example.org",
            "--bcc", "cy@example.org", "--smtp", url(there.server),
            "--ca-file", there.authorities, "--json",
        )  # fmt: skip
    assert ran.status == 1
    assert ran.err.endswith("has taken the message for 2 of 3 recipients\n")
    (line,) = ran.objects
    assert [(each["address"], each["outcome"], each["code"]) for each in line["recipients"]] == [
        ("anna@example.org", "accepted", 250),
        ("bo@example.org", "refused", 550),
        ("cy@example.org", "accepted", 250),
    ]
    (envelope,) = there.inbox.envelopes
    assert envelope.rcpt_tos == ["anna@example.org", "cy@example.org"]
    assert (there.inbox.encrypted, there.inbox.logins) == ([True], [(b"desk", b"schl\xc3\xbcssel")])
    found = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert found["Message-ID"] == line["message_id"]
    assert (len(envelope.content), hashlib.sha256(envelope.content).hexdigest()) == (
        line["bytes"],
        line["sha256"],
    )
    assert b"cy@example.org" not in envelope.content
    assert "X-Unsent" not in found
    assert list(attachments(found).values()) == [Path("output/story.pdf").read_bytes()]
    assert line["attachments"][0]["input"] == "story.txt"


def test_the_program_itself_sends_over_tls(tmp_path):
    """Its own process puts off what ordinary stories need not, parts of OpenSSL among it."""
    (tmp_path / "story.txt").write_text(WIRE.format(day="Monday"), encoding="utf-8")
    with real(tmp_path, starttls=True, login=True) as there:
        done = subprocess.run(
            [
                sys.executable, "-m", "exporter", "mail", "story.txt", "-f", "epub",
                "--from", "a@bücher.example", "--to", "b@example.org",
                "--smtp", url(there.server), "--ca-file", there.authorities,
            ],
            cwd=tmp_path,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(tmp_path),
                "EXPORTER_SMTP_USER": "desk",
                "EXPORTER_SMTP_PASSWORD": "schlüssel",
            },
            capture_output=True,
            text=True,
            check=False,
        )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "b@example.org\n")
    assert there.inbox.envelopes[0].mail_from == "a@xn--bcher-kva.example"
    assert there.inbox.encrypted == [True]


def test_a_login_may_stand_in_netrc(run, wire, tmp_path, monkeypatch):
    wire()
    netrc = tmp_path / "netrc"
    netrc.write_text(
        "default login x password y\nmachine localhost login desk password schlüssel\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("NETRC", str(netrc))
    with real(tmp_path, starttls=True, login=True) as there:
        ran = run(
            "mail", "story.txt", *FROM_TO, "--smtp", url(there.server),
            "--ca-file", there.authorities,
        )  # fmt: skip
    assert (ran.status, ran.lines) == (0, ["anna@example.org"])
    assert there.inbox.logins == [(b"desk", "schlüssel".encode())]


@pytest.mark.parametrize(
    ("user", "password", "netrc", "reason"),
    [
        ("desk", "", "", "EXPORTER_SMTP_PASSWORD is not set"),
        ("", "secret", "", "EXPORTER_SMTP_USER is not set"),
        ("", "", "machine", "netrc"),
        ("", "", "machine localhost login desk\n", "no login or no password"),
        ("", "", "\ud800", "netrc"),
    ],
)
def test_half_a_login_is_wrong_usage(run, wire, monkeypatch, user, password, netrc, reason):
    wire()
    Path("netrc").write_bytes(netrc.encode("utf-8", "surrogatepass"))
    monkeypatch.setenv("NETRC", "netrc")
    monkeypatch.setenv("EXPORTER_SMTP_USER", user)
    monkeypatch.setenv("EXPORTER_SMTP_PASSWORD", password)
    ran = run("mail", "story.txt", *FROM_TO, "--smtp", "smtp://localhost:1")
    assert (ran.status, "error U046" in ran.err, reason in ran.err) == (2, True, True)
    assert "secret" not in ran.err


def test_a_lost_last_word_is_told_and_nothing_is_sent_twice(run, wire):
    wire()
    with scripted({".": HANG_UP}) as server:
        ran = run("mail", "story.txt", *FROM_TO, "--smtp", url(server.server), "--json")
    (line,) = ran.objects
    assert (ran.status, line["recipients"][0]["outcome"]) == (1, "unknown")
    assert f"its Message-ID is {line['message_id']}" in ran.err
    assert len(server.deliveries) == 1


def test_a_server_that_puts_off_is_waited_for(run, wire, monkeypatch):
    waited = []
    monkeypatch.setattr("time.sleep", waited.append)
    wire()
    with scripted({"RCPT": "450 greylisted"}, {}) as server:
        ran = run("mail", "story.txt", *FROM_TO, "--smtp", url(server.server))
    assert (ran.status, ran.lines) == (0, ["anna@example.org"])
    assert 5 in waited
    assert "warning M014" in ran.err


def test_json_of_a_draft(run, wire):
    wire()
    (line,) = run("mail", "story.txt", "-f", "pdf", *FROM_TO, "--eml", "a.eml", "--json").objects
    content = Path("a.eml").read_bytes()
    assert (line["output"], line["server"], line["recipients"]) == ("a.eml", None, [])
    assert (line["from"], line["to"], line["cc"], line["bcc"]) == (
        "desk@example.org",
        ["anna@example.org"],
        [],
        [],
    )
    assert line["sha256"] == hashlib.sha256(content).hexdigest()
    assert line["attachments"][0]["media_type"] == "application/pdf"
    assert line["attachments"][0]["pages"] == 2
    assert json.dumps(line)


def test_hostile_words_of_a_story_stay_words(run, wire):
    wire(text="OSLO (AFP) - Two.\n\nYes.\n")
    headline = "Talks\r\nBcc: x@evil.org\r\n\r\n<script>alert(1)</script>\u202e"
    run("mail", "story.txt", "--eml", "a.eml", "--headline", headline, "-f", "pdf")
    found = message("a.eml")
    assert "Bcc" not in found
    assert found["Subject"] == "Talks Bcc: x@evil.org <script>alert(1)</script>"
    assert "<script" not in found.get_body(("html",)).get_content()
    (name,) = attachments(found)
    assert not set(name) & set('<>:"/\\|?*\r\n\u202e')
