from __future__ import annotations

from tests.mail.sending import codes_after


def test_larger_than_the_server_takes():
    assert codes_after({"EHLO": "250-x\n250 SIZE 30"}) == ["M003"]
