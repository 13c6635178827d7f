"""Where the examples lead in a test: places that are not ours are put elsewhere."""

from __future__ import annotations

import pytest

from tests.mail.servers import scripted


@pytest.fixture
def elsewhere():
    """The names of places in examples, and what stands in for each."""
    with scripted() as mail:
        yield {
            "/srv/archive": "archive",
            "smtp://mail.example.org": f"smtp://{mail.server.host}:{mail.server.port}",
        }
