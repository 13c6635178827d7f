"""Codes of typesetting that were written out part lines, and are no words."""

from __future__ import annotations

import pytest

from tests.readers.conftest import codes, of

BODY = "\n\nLUND, Sweden (AP) _ The observatory opened its new dome on Tuesday, it said.\n"

HEADERS = {
    "entities": "w1195 &Cx1f; wstm-\nu i &Cx13;  &Cx11;  BC-Sweden-Dome 1stLd   08-09 0145\n"
    "BC-Sweden-Dome, 1st Ld\nNew dome may have kept the sky out of the observatory of the\n"
    "city &UR; Eds: CORRECTS 4th graf &QL;  &UR; By ANNA BERG &QC;  &UR; Associated Press"
    " Writer &QC;",
    "bare": "w1195 Cx1f wstmu i Cx13 Cx11 BC-Sweden-Dome 1stLd 08-09 0145\n"
    "BC-Sweden-Dome, 1st Ld\nNew dome may have kept the sky out of the observatory of the\n"
    "city UR Eds: CORRECTS 4th graf QL UR By ANNA BERG QC UR Associated Press Writer QC",
    "amp": "A0786 ampCx1f taf-z u a ampCx13 ampCx11 BC-SWEDEN-DOME 08-09 0145\n"
    "BC-Sweden-Dome, 1st Ld\nNew dome may have kept the sky out of the observatory of the\n"
    "city ampUR Eds: CORRECTS 4th graf ampQL ampUR By ANNA BERG ampQC ampUR Associated Press"
    " Writer ampQC",
}


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_set_in_type_is_read_line_by_line(name):
    document = of(HEADERS[name] + BODY)
    assert document.slugline is not None
    assert document.slugline.text == "BC-Sweden-Dome, 1st Ld"
    assert document.headline is not None
    assert document.headline.text == (
        "New dome may have kept the sky out of the observatory of the city"
    )
    assert [note.text for note in document.ed_note] == ["Eds: CORRECTS 4th graf"]
    assert document.byline is not None
    assert document.byline.text == "By ANNA BERG Associated Press Writer"
    assert document.byline.names == ("ANNA BERG",)
    assert document.urgency == 3
    assert "R020" in codes(document)


def test_letters_are_no_codes_where_nothing_shows_that_any_were_written_out():
    document = of("The UR and QL codes\nBy Anna Berg" + BODY)
    assert document.headline is not None
    assert document.headline.text == "The UR and QL codes"


def test_who_signs_and_who_owns_a_story_of_the_new_york_times():
    document = of(
        "BC-DOME-NYT\nDOME OPENS IN LUND\n(lb) &QL; &UR; By ANNA BERG &LR; &QC; &QL; &UR;"
        " c.1998 N.Y. Times News Service &LR; &QC; &QL;" + BODY
    )
    assert [(credit.text, credit.role) for credit in document.credits] == [("(lb)", "signoff")]
    assert document.copyright is not None
    assert document.copyright.text == "c.1998 N.Y. Times News Service"
