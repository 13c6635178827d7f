from __future__ import annotations

from exporter.mail.server import Server
from tests.mail.sending import codes_after


def test_another_machine_without_encryption(monkeypatch):
    monkeypatch.setattr(Server, "is_here", property(lambda _: False))
    assert codes_after({}) == ["M005"]
