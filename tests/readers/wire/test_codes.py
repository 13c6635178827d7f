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


def test_a_note_that_only_the_width_of_the_archive_broke_goes_on():
    document = of(
        "APW19980817.1193 \n NEWS STORY \n 08/17/1998 20:57:00\nw2440 &Cx1f; wstm-\n"
        "BC-Sweden-Domes,0540\nDome opens in Lund\n&UR; Eds: RECAPS pvs. Will be led after\n"
        f"0500 GMT &QL; \n &UR; By ANNA BERG &QC; \n &UR; Associated Press Writer &QC;{BODY}"
    )
    assert [note.text for note in document.ed_note] == [
        "Eds: RECAPS pvs. Will be led after 0500 GMT"
    ]
    assert document.headline is not None
    assert document.headline.text == "Dome opens in Lund"
    assert document.byline is not None
    assert document.byline.names == ("ANNA BERG",)


def test_below_the_header_no_line_is_drawn_to_the_one_above():
    document = of(
        f"BC-Domes\nDome opens\n{BODY}\n&UR; At least, 6th graf pvs\nAP-NY-08-08-98 0053EDT"
    )
    assert [note.text for note in document.ed_note] == ["At least, 6th graf pvs"]


def test_initials_keep_their_brackets():
    document = of(f"BC-DOME-NYT\nDOME OPENS\nLR QL UR (JT LR ) QL\nw1 Cx1f w{BODY}")
    assert any(credit.text.startswith("(JT") for credit in document.credits)


def test_the_whole_header_of_an_ap_story_may_stand_on_one_line():
    document = of(
        "AP900816-0139 AP-NR-08-16-90 2041EDT u i AM-DomeRdp 3rdLd-Writethru a0723 08-16 1350"
        " AM-Dome Rdp, 3rd Ld-Writethru, a0723,1392 Showdown in Lund Takes Turn"
        " Eds: LEADS throughout to RECAST, ADDS background.\n"
        f"No pickup LaserPhotos By ROBERT BERG Associated Press Writer{BODY}"
    )
    assert document.slugline is not None
    assert document.slugline.text == "AM-Dome Rdp, 3rd Ld-Writethru, a0723,1392"
    assert document.headline is not None
    assert document.headline.text == "Showdown in Lund Takes Turn"
    assert [note.text for note in document.ed_note] == [
        "Eds: LEADS throughout to RECAST, ADDS background.",
        "No pickup",
        "LaserPhotos",
    ]
    assert document.byline is not None
    assert document.byline.names == ("ROBERT BERG",)
