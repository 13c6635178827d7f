from __future__ import annotations

from tests.mail.sending import codes_after


def test_a_message_that_is_refused():
    assert codes_after({".": "554 no"}) == ["M012"]
