"""Mark-up of web pages that reached the copy is reported and not printed."""

from __future__ import annotations

import pytest

from tests.readers.conftest import codes, of

LEAD = "LUND, Sweden (AA) - The observatory opened its new dome on Tuesday, the university said.\n"


@pytest.mark.parametrize(
    "tags",
    [
        '<figure>\n<img\nsrc="https://www.example.org/dome.jpg"\nwidth="1794" />\n</figure>\n',
        '<img\n\nsrc="https://www.example.org/dome.jpg"\n\n/>\n',
        '<div class="embed" id="a"></div><script async src="https://www.example.org/a.js"></script>\n',
    ],
)
def test_tags_without_words_are_no_text(tags):
    document = of(f"{LEAD}{tags}{LEAD}")
    assert [block.text for block in document.body] == [document.body[0].text, LEAD.strip()]
    assert "R020" in codes(document)
    assert not any("''" in found.message for found in document.diagnostics)


@pytest.mark.parametrize(
    "line", ["<figure>The dome at night</figure>", "<div is what he wrote.", "<DTI> rose."]
)
def test_words_between_tags_stay(line):
    assert line in [block.text for block in of(f"{LEAD}{line}\n{LEAD}").body]


def test_a_file_of_nothing_but_tags_has_no_text():
    document = of('<img src="https://www.example.org/dome.jpg">\n')
    assert document.body == ()
    assert "R020" in codes(document)
