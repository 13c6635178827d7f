from __future__ import annotations

from tests.mail.sending import codes_after
from tests.mail.servers import HANG_UP


def test_a_last_word_that_is_lost():
    assert codes_after({".": HANG_UP}) == ["M011"]
