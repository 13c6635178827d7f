"""Real-life cases of each rule: a title, the text as sent, the text as set.

The files lie in `fixtures/`, named for a rule and a language. In them ⍽ is a no-break space and
⎵ a narrow one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typography.stories import paragraph, refined_paragraph

FIXTURES = Path(__file__).parent / "fixtures"


def _cases():
    for path in sorted(FIXTURES.glob("*.txt")):
        language = path.name.split(".")[1]
        parts = path.read_text(encoding="utf-8").split("\n.\n")
        assert not parts[-1].strip(), f"{path.name}: after its last case stands {parts[-1]!r}"
        cases = parts[:-1]
        for title, sent, expected in zip(cases[::3], cases[1::3], cases[2::3], strict=True):
            name = f"{path.stem}: {title.strip()}"
            yield pytest.param(language, _spaces(sent), _spaces(expected), id=name)


def _spaces(text):
    return text.replace("⍽", "\u00a0").replace("⎵", "\u202f")


CASES = list(_cases())


@pytest.mark.parametrize(("language", "sent", "expected"), CASES)
def test_what_was_sent_is_set_as_expected(wire, language, sent, expected):
    assert refined_paragraph(sent, wire.house, language).text == expected


@pytest.mark.parametrize(("language", "_sent", "expected"), CASES)
def test_what_is_set_right_stays_and_is_not_reported(wire, language, _sent, expected):
    document, diagnostics = paragraph(expected, wire.house, language)
    assert document.body[0].text == expected
    assert [one for one in diagnostics if one.code != "T009"] == []


def test_there_are_fixtures_for_every_language_with_a_table():
    folder = Path(__file__).parents[2] / "exporter" / "typography" / "languages"
    tables = {path.stem for path in folder.glob("[a-z]*.py")}
    covered = {path.name.split(".")[1].split("-")[0] for path in FIXTURES.glob("*.txt")}
    assert tables <= covered
