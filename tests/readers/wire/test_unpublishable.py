"""What is not for publication is nowhere but in notes that publication drops."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.model import PubStatus, publishable, to_json
from exporter.readers import read
from exporter.readers.wire.unpublishable import _ANNOUNCED, _is_announced
from tests.readers.conftest import codes, of, story

LEAD = "OPEN: the river rose by two metres on Tuesday, the authority said in a long statement.\n"

KEPT_BACK = {
    "a notebook": LEAD + "\n# Notebook\n\n* * * *\nThe following information is not intended"
    " for publication\n\n## Contacts\n- SECRET\n  SECRET\n\ndpa ab cd\n",
    "a part to the end": LEAD + "\nThe following is not for publication or broadcast:\nSECRET\n"
    "\nSECRET\n",
    "a part with an end": LEAD + "\nNOT FOR PUBLICATION\nSECRET\nEND NOT FOR PUBLICATION\nOPEN\n",
    "a part above": "The following is not for publication:\nSECRET\n---\nOPEN\n" + LEAD,
    "all that stands above": "SECRET\n\nSECRET\nThe above is not for publication\n\n"
    "LUND (AP) - " + LEAD,
    "a part before the dateline": "The following is not for publication\nSECRET\n\n"
    "LUND (AP) - " + LEAD,
    "a line": "ATTN EDITORS: not for publication: SECRET\n" + LEAD,
    "a paragraph": LEAD + "\n(Not for publication: SECRET)\n\nOPEN\n",
    "a label": LEAD + "\nContacts (not for publication): SECRET\n\nOPEN\n",
    "a wrapped note": LEAD + "\nEds: the numbers that follow are for you, not for publication,\n"
    "and are SECRET\n\nOPEN\n",
    "a note wrapped where its next word had no room": LEAD
    + "\nNot for publication: the desk is reached by asking for Anna Berg in\nSECRET or at the"
    " harbour of Ystad, where Tomas Brandt is day and night\n\nOPEN\n",
    "a note whose bracket closes at the end of a line": LEAD
    + "\n(Not for publication: SECRET)\nOPEN the bridge, he said.\n",
    "German": LEAD + "\nDie folgenden Informationen sind nicht zur Veröffentlichung bestimmt\n"
    "SECRET\n",
    "editors only": LEAD + "\nEDITORS ONLY\nSECRET\n",
}  # fmt: skip

ANNOUNCEMENTS = """The following information is not intended for publication.
* THE FOLLOWING INFORMATION IS NOT INTENDED FOR PUBLICATION *
The following information isn’t intended for publication
The following details are not intended to be published
The following information must not be published
The following information is strictly not for publication
The following information is confidential and not for publication
The following information is for editors only
The following information is off the record
The following information is not intended for\u00a0publi\u00adcation
The following information is not intended\u200b for publication
The following is not for publication — contacts
This part is not for publication
The rest is not for publication
Editorial note: The following information is not intended for publication
Please note that the following information is not for publication:
He spoke on Tuesday. The following is not for publication: SECRET
The following is not for publication. SECRET
DO NOT PUBLISH THE FOLLOWING
DO NOT PUBLISH BELOW THIS LINE
For editors' guidance only: the following
This internal information is not for publication
NOT-FOR-PUBLICATION
NOT FOR RELEASE
INTERNAL USE ONLY
For the information of editors only
Notes to editors (not for publication)
Note to editors: not for publication
Background, not for publication:
Contact details (not for publication)
STRICTLY CONFIDENTIAL - NOT FOR PUBLICATION
Diese Informationen sind nicht zur Veröffentlichung bestimmt"""

LINES = """SECRET phone number, not for publication.
SECRET phone number -- not for publication
Phone (NOT FOR PUBLICATION) SECRET
Smith is the contact and his number is SECRET (not for publication).
Not for publication：SECRET
Smith     SECRET     not for publication
- Contacts (not for publication): SECRET"""

KEPT_BACK |= {
    line: f"{LEAD}\n{line}\n\n## Contacts\n- SECRET\n\nSECRET\n\ndpa ab cd\n"
    for line in ANNOUNCEMENTS.split("\n")
}
KEPT_BACK |= {line: f"{LEAD}\n{line}\n\nOPEN\n" for line in LINES.split("\n")}
KEPT_BACK |= {
    "an announcement over two lines": f"{LEAD}\nThe following information is not\nintended for"
    " publication\nSECRET\n\nSECRET\n",
    "a hyphen in an announcement": f"{LEAD}\nThe following information is not intended for publica-"
    "\ntion\nSECRET\n\nSECRET\n",
    "a part above its announcement": f"{LEAD}\n* * *\nSECRET\n\nSECRET\nThe above information is"
    " not for publication.\n",
    "a lead": f"LUND (AP) - (Not for publication: SECRET) The river rose.\n\n{LEAD}",
    "a lead in capitals": f"LUND (AP) - NOT FOR PUBLICATION - SECRET rose.\n\n{LEAD}",
}


@pytest.mark.parametrize("text", KEPT_BACK.values(), ids=KEPT_BACK)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_nothing_kept_back_is_published(text, end):
    document = of(text.replace("\n", end))
    shown = json.dumps(to_json(publishable(document)))
    assert "SECRET" not in shown
    assert "OPEN" in shown


@pytest.mark.parametrize("text", KEPT_BACK.values(), ids=KEPT_BACK)
def test_everything_kept_back_is_a_note_with_its_line(text):
    document = of(text)
    notes = [note for note in document.ed_note if "SECRET" in note.text]
    assert sum(note.text.count("SECRET") for note in notes) == text.count("SECRET")
    assert all(
        any(span.first <= note.lines.first <= span.last for span in document.unpublishable)
        for note in notes
        if note.lines
    )
    assert "R017" in codes(document)


@pytest.mark.parametrize("text", KEPT_BACK.values(), ids=KEPT_BACK)
def test_no_title_comes_from_it(text):
    assert "SECRET" not in of(text, "river.txt").title


def test_the_notebooks_first_half_is_for_editors_but_no_secret():
    document = story("dpa-tunnel-notebook")
    shown = [note.text for note in publishable(document).ed_note]
    assert "- adds quote from head of works in graf 3" in shown
    assert document.unpublishable == ((28, 32),)
    assert not any("desk@example.org" in text for text in shown)
    assert [credit.role for credit in document.credits] == ["reporting", "editing", "signoff"]
    assert [credit.text for credit in publishable(document).credits] == ["dpa ab jk sw"]


def test_a_part_is_one_span_with_the_blank_lines_in_it():
    document = of(LEAD + "\nThe following is not for publication:\nSECRET\n\n\nSECRET\n")
    assert document.unpublishable == ((3, 7),)


def test_a_story_that_is_wholly_kept_back_is_withheld():
    document = of(
        "NOT FOR PUBLICATION\nSECRET\nBERLIN (dpa) - SECRET things happened.\n", "note.txt"
    )
    assert document.pub_status is PubStatus.WITHHELD
    assert (document.title, document.body) == ("note", ())


@pytest.mark.parametrize(
    "text",
    [
        "The letter was not for publication, he said before long.\n",
        "The following comments were not for publication, she said.\n",
        "A paper marked “not for publication” was found.\n",
        "Notes from the trial were not for publication, the judge said.\n",
        "NOT FOR PUBLICATION IN THE UNITED STATES\n",
        "NOT FOR RELEASE, PUBLICATION OR DISTRIBUTION IN WHOLE OR IN PART IN JAPAN\n",
        "The letter was private, not for publication.\n",
        "The following information is about the river.\n",
        "This information is not new.\n",
    ],
)
def test_prose_about_publication_is_published(text):
    document = of(LEAD + "\n" + text)
    assert document.unpublishable == ()
    assert text.strip() in [block.text for block in document.body]


def test_not_for_publication_before_is_an_embargo():
    document = of("NOT FOR PUBLICATION BEFORE 10 a.m. GMT, March 5, 2030\n" + LEAD)
    assert document.unpublishable == ()
    assert document.embargoed_until == "2030-03-05T10:00:00+00:00"


def test_a_notice_inside_the_part_counts_but_stays_there():
    document = of(LEAD + "\nThe following is not for publication\nHOLD HOLD HOLD\nSECRET\n")
    assert document.pub_status is PubStatus.WITHHELD
    assert publishable(document).ed_note == ()


def test_the_part_is_known_in_any_encoding():
    text = KEPT_BACK["German"].encode("cp1252")
    assert "SECRET" not in json.dumps(to_json(publishable(read(text, "s.txt"))))


@given(st.from_regex(re.compile(_ANNOUNCED.pattern, _ANNOUNCED.flags)))
def test_the_stems_that_are_looked_for_first_are_in_every_announcement(text):
    if _ANNOUNCED.search(text):
        assert _is_announced(text)


@pytest.mark.parametrize(
    "text",
    [
        "“The following is not for publication,” wrote the harbour master in 1911.",
        "The following is not for publication, the editor wrote on the\nmargin of the letter.",
        '"This is not for publication," he said, and said it again.',
    ],
)
def test_a_sentence_that_tells_who_said_it_keeps_nothing_back(text):
    document = of(f"{LEAD}\n{text}\n\nOPEN\n")
    assert document.unpublishable == ()


@pytest.mark.parametrize("mark", ["", "- "])
def test_a_notice_of_copyright_in_a_notebook_is_the_story_s(mark):
    document = of(f"{LEAD}\n# Notebook\n\n{mark}© 2030 dpa GmbH\n- adds quote\n\ndpa ab cd\n")
    assert document.copyright is not None
    assert document.copyright.text == "© 2030 dpa GmbH"
    assert [note.text for note in document.ed_note] == ["# Notebook", "- adds quote"]
    assert ("R020" in codes(document)) is bool(mark)


def test_the_last_line_of_a_file_announces_nothing_that_is_not_there():
    document = of(LEAD + "It was not known who had published it.")
    assert document.unpublishable == ()
    assert document.body[-1].text == "It was not known who had published it."
