"""R021: no file of a hundred thousand lines lies in the tests."""

from __future__ import annotations

import pytest

from exporter.diagnostics import ReadError
from exporter.readers import read
from exporter.readers.wire.story import MOST_LINES


def test_an_input_of_too_many_lines_is_refused():
    with pytest.raises(ReadError) as caught:
        read(b"x\n" * (MOST_LINES + 1), "story.txt")
    assert [(found.code, found.severity) for found in caught.value.diagnostics] == [
        ("R021", "error")
    ]
