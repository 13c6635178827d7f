"""Closing credits, sign-offs, end marks."""

from __future__ import annotations

import pytest

from tests.readers.conftest import of

LEAD = "LUND, Sweden (AA) - The observatory opened its new dome on Tuesday, the university said.\n"


def found(line: str) -> list[tuple[str, str, tuple[str, ...]]]:
    document = of(LEAD + line + "\n")
    return [(credit.text, credit.role, credit.names) for credit in document.credits]


@pytest.mark.parametrize(
    ("line", "role", "names"),
    [
        ("*Writing by Deniz Aksoy", "writing", ("Deniz Aksoy",)),
        ("* Translated from Arabic by Deniz Aksoy", "translation", ("Deniz Aksoy",)),
        ("Reporting by Anna Berg in Lund", "reporting", ("Anna Berg",)),
        ("Edited by Anna Berg and Jon Breen", "editing", ("Anna Berg", "Jon Breen")),
        ("AP writer Jon Breen contributed to this report.", "contribution", ("Jon Breen",)),
        (
            "Associated Press writers Dan Ostrow in Albany, New York, and Jon Breen contributed"
            " to this report.",
            "contribution",
            ("Dan Ostrow", "Jon Breen"),
        ),
        ("Source: The University of Lund", "source", ()),
        ("(dmc-lk)", "signoff", ()),
        ("cmo/pf", "signoff", ()),
        ("dpa ab cd", "signoff", ()),
    ],
)  # fmt: skip
def test_a_closing_credit_has_its_role_and_names(line, role, names):
    assert found(line) == [(line, role, names)]


def test_a_bracket_holds_one_credit_a_role():
    assert found("(Reporting by Anna Berg; Editing by Jon Breen)") == [
        ("Reporting by Anna Berg", "reporting", ("Anna Berg",)),
        ("Editing by Jon Breen", "editing", ("Jon Breen",)),
    ]


def test_a_bracket_run_on_to_the_last_paragraph_is_taken_off():
    document = of(LEAD.strip() + " (Reporting by Anna Berg; Editing by Jon Breen)\n")
    assert [credit.role for credit in document.credits] == ["reporting", "editing"]
    assert document.body[0].text.endswith("the university said.")


@pytest.mark.parametrize(
    "line",
    [
        "Writing by hand is a lost art, he said.",
        "Reporting by the council was late.",
        "The wind contributed to the damage.",
        "(It was the second dome.)",
    ],
)
def test_prose_is_no_credit(line):
    document = of(LEAD + line + "\n")
    assert document.credits == ()
    assert document.body[-1].text == line


@pytest.mark.parametrize("mark", ["Reuter", "NNNN", "-30-", "###", "ENDS", "MORE", "==Kyodo"])
def test_an_end_mark_is_kept_as_sent(mark):
    document = of(f"{LEAD} {mark}\n")
    assert document.end_mark is not None
    assert (document.end_mark.text, document.end_mark.lines) == (mark, (2, 2))


def test_a_word_that_ends_a_story_is_no_end_mark():
    assert of(LEAD + "more\n").end_mark is None
    assert of(LEAD + "30\n").end_mark is None


def test_initials_run_on_to_the_last_paragraph_are_a_sign_off():
    document = of(LEAD.strip() + " (pvs/vi/ji)\n")
    assert [(credit.text, credit.role) for credit in document.credits] == [
        ("(pvs/vi/ji)", "signoff")
    ]
    assert document.body[-1].text.endswith("said.")


def test_broadcasters_speak_their_sign_off():
    document = of(LEAD.strip() + " Anna Berg, VOA News.\n")
    (credit,) = document.credits
    assert (credit.text, credit.names) == ("Anna Berg, VOA News.", ("Anna Berg",))
    assert of(LEAD.strip() + " It was Anna Berg, a mayor.\n").credits == ()


def test_where_a_list_was_had_from_is_a_source():
    assert found("(Sourcing: much of this was had from the County of Lund).")[0][1] == "source"


@pytest.mark.parametrize("line", ["In comparison, 5th graf", "The decision, 3rd graf pvs."])
def test_where_an_earlier_take_goes_on_is_a_note(line):
    for text in (f"{LEAD}{line}\n", f"{LEAD.strip()} {line}\n"):
        document = of(text)
        assert [note.text for note in document.ed_note] == [line]
        assert len(document.body) == 1


def test_an_end_mark_run_on_and_sent_again_is_one():
    document = of(LEAD.strip() + " MORE\n More\n")
    assert document.end_mark is not None
    assert document.end_mark.text == "More"
    assert document.body[0].text.endswith("the university said.")


@pytest.mark.parametrize(
    "line",
    [
        "(This story has not been edited by our staff and comes from a syndicated feed.)",
        "(With inputs from agencies)",
    ],
)
def test_feeds_say_where_a_story_came_from(line):
    assert found(line) == [(line, "source", ())]


@pytest.mark.parametrize("line", ["(E-2)", "(Ant/Z-9)", "AAP RTV", "AAP RESULTS"])
def test_desks_sign_in_many_ways(line):
    assert found(line) == [(line, "signoff", ())]


@pytest.mark.parametrize(
    "line", ["© dpa-infocom, dpa:300501-99-123456/3", "Copyright (c) 2030 The House of News"]
)
def test_a_notice_of_copyright_has_many_forms(line):
    document = of(LEAD + line + "\n")
    assert document.copyright is not None
    assert document.copyright.text == line


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("(Reporte de Ana Ruiz. Editado en español por Juan Gil)", ["reporting", "editing"]),
        ("(Bericht von Anna Berg, geschrieben von Jon Breen. Redigiert von Ines Kovac.)",
         ["reporting", "writing", "editing"]),
        ("(Reportage de Luc Roy, rédigé par Ann Rice, édité par Bo Berg)",
         ["reporting", "writing", "editing"]),
        ("Muhabir: Fatma Aksoy", ["reporting"]),
        ("Redaktion: Anna Berg", ["editing"]),
    ],
)  # fmt: skip
def test_credits_are_known_in_other_languages(line, roles):
    assert [role for _, role, _ in found(line)] == roles
    assert all(names for _, _, names in found(line))


@pytest.mark.parametrize("line", ["Text und Bild gehören zusammen", "Haber verildi dün akşam"])
def test_such_words_in_prose_are_no_credits(line):
    assert found(line) == []
