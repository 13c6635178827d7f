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
        "The local council reported from Lund.",
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
    "line",
    [
        "© 2030 The House of News",
        "© dpa-infocom, dpa:300501-99-123456/3",
        "Copyright (c) 2030 The House of News",
    ],
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
        ("Text von Anna Berg", ["writing"]),
        ("Penyunting: Anna Berg", ["editing"]),
    ],
)  # fmt: skip
def test_credits_are_known_in_other_languages(line, roles):
    assert [role for _, role, _ in found(line)] == roles
    assert all(names for _, _, names in found(line))


@pytest.mark.parametrize("line", ["Text und Bild gehören zusammen", "Haber verildi dün akşam"])
def test_such_words_in_prose_are_no_credits(line):
    assert found(line) == []


MARKS = """(PAP)|/ritzau/|(©NTB)|(ANSA).|--SPA|-- BERNAMA|EFE|Lusa/Fim|./.|-0-|Enditem|Enditem/AW
|(END)|(ends)|mfl|ends|（完）|(끝)|(TT)|The AP""".replace("\n", "")


@pytest.mark.parametrize("mark", MARKS.split("|"))
def test_each_agency_ends_a_story_in_its_own_way(mark):
    document = of(f"{LEAD}{mark}\n")
    assert document.end_mark is not None
    assert document.end_mark.text == mark
    assert len(document.body) == 1


@pytest.mark.parametrize(
    "line",
    [
        "ABC // JLG",
        "ABC/DEF/",
        "jkl pmn",
        "jkl/ mmu/",
        "km.aa",
        "Jv mk",
        "PTI ABC DEF",
        "AAP rd/ps",
    ],
)
def test_initials_on_the_last_line_are_a_sign_off_in_any_letters(line):
    document = of(f"{LEAD}{line}\n")
    assert [(credit.text, credit.role) for credit in document.credits] == [(line, "signoff")]


def test_an_end_mark_and_initials_may_share_the_last_line():
    document = of(f"{LEAD}(Schluss) hu/kre\n")
    assert document.end_mark is not None
    assert document.end_mark.text == "(Schluss)"
    assert [credit.text for credit in document.credits] == ["hu/kre"]


@pytest.mark.parametrize("word", ["more", "end", "so it is.", "The end.", "Lund", "No one knows"])
def test_the_last_words_of_a_story_are_no_mark_and_no_initials(word):
    document = of(f"{LEAD}{word}\n")
    assert document.end_mark is None
    assert document.credits == ()


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        (
            "Berg reported from Lund and Breen from Ystad. AP writer Ines Kovac contributed.",
            [("reporting", ("Berg", "Breen")), ("contribution", ("Ines Kovac",))],
        ),
        ("WAM/Anna Berg/Jon Breen", [("signoff", ("Anna Berg", "Jon Breen"))]),
        ("Anna Berg/TT", [("writing", ("Anna Berg",))]),
        (
            "(Reporting by Anna Berg, editing by Jon Breen)",
            [("reporting", ("Anna Berg",)), ("editing", ("Jon Breen",))],
        ),
        ("Anna Berg reported from Lund and St. John’s.", [("reporting", ("Anna Berg",))]),
        ("Editor: Anna Berg", [("editing", ("Anna Berg",))]),
        ("Pewarta: Anna Berg", [("reporting", ("Anna Berg",))]),
        ("This report by The Canadian Press was first published Nov. 6, 2030.", [("source", ())]),
        ("Information from: Lund Gazette, http://www.example.org", [("source", ())]),
    ],
)
def test_agencies_name_those_who_had_a_hand_in_it(line, roles):
    credits_ = of(f"{LEAD}{line}\n").credits
    assert [(credit.role, credit.names) for credit in credits_] == roles


@pytest.mark.parametrize(
    "line",
    [
        "Source: the same ledger, page 12, in a different hand.",
        "Source: an official, who was not to be named, told reporters that it had been dropped.",
        "Anna Berg reported from Lund. The dome was opened by the mayor in May.",
        "Berg reported from Lund that night, or so he claimed; in truth he was in bed.",
    ],
)
def test_a_sentence_that_begins_as_a_credit_does_is_none(line):
    document = of(f"{LEAD}{line}\n")
    assert document.credits == ()
    assert document.body[-1].text == line


def test_notes_at_the_end_are_for_editors():
    for line in ("(foto) (vídeo)", "Note to editors: a picture is available."):
        document = of(f"{LEAD}{line}\n")
        assert [note.text for note in document.ed_note] == [line]
