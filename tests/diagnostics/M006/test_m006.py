from __future__ import annotations

from tests.mail.sending import Sent
from tests.mail.servers import real


def test_a_certificate_of_an_authority_that_is_not_known(tmp_path):
    with real(tmp_path, starttls=True) as there:
        assert Sent(there.server).codes == ["M006"]
