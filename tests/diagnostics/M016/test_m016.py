from __future__ import annotations

from exporter.mail.session import Login
from tests.mail.sending import codes_after


def test_a_login_that_the_server_does_not_take():
    assert codes_after({"EHLO": "250-x\n250 AUTH GSSAPI"}, login=Login("desk", "secret")) == [
        "M016"
    ]
