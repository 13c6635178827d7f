"""R002: no file of twenty million bytes lies in the tests."""

from __future__ import annotations

import pytest

from exporter.diagnostics import ReadError
from exporter.readers import LARGEST, read


def test_an_input_beyond_the_limit_is_refused():
    with pytest.raises(ReadError) as caught:
        read(b"x" * (LARGEST + 1), "story.txt")
    assert [(found.code, found.severity) for found in caught.value.diagnostics] == [
        ("R002", "error")
    ]
