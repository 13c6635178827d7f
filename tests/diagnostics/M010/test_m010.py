from __future__ import annotations

from tests.mail.sending import codes_after


def test_a_recipient_who_is_refused():
    table = {"RCPT TO:<bo@example.org>": "550 no"}
    assert codes_after(table) == ["M010"]
