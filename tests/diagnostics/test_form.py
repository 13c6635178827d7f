"""Everything that is said is said in one form: what, where, why, what to do."""

from __future__ import annotations

import re
import string

from exporter.diagnostics import Diagnostic, Lines, Severity, diagnose
from exporter.diagnostics.table import CODES

SEVERITIES = {str(each) for each in Severity}
STAGES = set("URTSXPEDMA")
_CODE = re.compile(r"[A-Z]\d{3}")
# A name is written as its owner writes it, also at the beginning.
_NAMES = ("SOURCE_DATE_EPOCH", "PDF", "EPUB", "JPEG", "PNG", "XML")


def texts():
    """Every message and hint with its code."""
    return [(code, text) for code, row in CODES.items() for text in row[1:] if text]


def test_a_code_is_a_stage_and_a_number_and_weighs_something():
    for code, (severity, _, _) in CODES.items():
        assert _CODE.fullmatch(code)
        assert code[0] in STAGES
        assert severity in SEVERITIES


def test_every_error_and_warning_says_what_to_do():
    alone = [code for code, (severity, _, hint) in CODES.items() if severity != "info" and not hint]
    assert alone == []


def test_no_hint_says_the_same_again():
    assert [code for code, (_, message, hint) in CODES.items() if hint == message] == []


def test_a_text_is_one_line_that_begins_small_and_ends_without_a_full_stop():
    for code, text in texts():
        assert text == " ".join(text.split()), code
        assert not text[0].isupper() or text.startswith(_NAMES), code
        assert not re.search(r"\w[.!]$", text), code


def test_a_text_is_one_sentence():
    assert [code for code, text in texts() if re.search(r"\w[.!] [A-Z]", text)] == []


def test_a_fact_in_a_text_has_a_name():
    for code, text in texts():
        fields = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
        assert all(name.isidentifier() for name in fields), code


def test_what_is_said_names_the_place_first_then_its_weight_and_code():
    found = diagnose("R009", source="story.txt", lines=Lines(12, 13), characters="U+FFFE")
    assert str(found).startswith("story.txt:12: warning R009: characters that no page can show")
    assert str(diagnose("U015")).startswith("error U015: ")
    assert str(Diagnostic("X008", Severity.ERROR, "no", source="a.txt")) == "a.txt: error X008: no"


def test_the_guide_names_every_stage(request):
    page = (request.config.rootpath / "docs" / "guide" / "messages.md").read_text("utf-8")
    told = re.search(r"(?s)The first letter of a code is the stage: (.*?)\. ", page)[1]
    assert {word.split()[0] for word in told.split(",")} == STAGES
