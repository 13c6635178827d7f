from __future__ import annotations

import pytest

from exporter.cli.mail.credentials import login_for
from exporter.diagnostics import UsageError
from exporter.mail.server import Server


def test_half_a_login():
    with pytest.raises(UsageError, match="U046"):
        login_for(Server("localhost", 25, False), {"EXPORTER_SMTP_USER": "desk"})
