from __future__ import annotations

from tests.mail.sending import codes_after
from tests.mail.servers import HANG_UP


def test_a_connection_that_is_lost():
    assert codes_after({"MAIL": HANG_UP}) == ["M018"]
