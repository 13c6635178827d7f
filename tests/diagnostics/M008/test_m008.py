from __future__ import annotations

from exporter.mail.server import Server
from exporter.mail.session import Login
from tests.mail.sending import codes_after


def test_a_password_without_encryption(monkeypatch):
    monkeypatch.setattr(Server, "is_here", property(lambda _: False))
    assert codes_after({}, plain=True, login=Login("desk", "secret")) == ["M008"]
