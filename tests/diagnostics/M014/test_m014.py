from __future__ import annotations

from tests.mail.sending import codes_after


def test_a_server_that_puts_off():
    assert codes_after({"MAIL": "451 later"}, {}) == ["M014"]
