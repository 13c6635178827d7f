from __future__ import annotations

from exporter.mail.session import Login
from tests.mail.sending import codes_after


def test_a_login_that_is_refused():
    assert codes_after(
        {"EHLO": "250-x\n250 AUTH PLAIN", "AUTH": "535 no"}, login=Login("desk", "secret")
    ) == ["M007"]
