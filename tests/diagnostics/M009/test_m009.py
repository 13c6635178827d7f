from __future__ import annotations

from tests.mail.sending import codes_after


def test_a_sender_that_is_refused():
    assert codes_after({"MAIL": "550 not you"}) == ["M009"]
