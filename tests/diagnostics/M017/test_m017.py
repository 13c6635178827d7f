from __future__ import annotations

from tests.mail.sending import codes_after


def test_a_server_that_takes_no_mail():
    assert codes_after({"": "554 closed"}) == ["M017"]
