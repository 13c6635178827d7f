"""A press release: points below its dateline, and what it says of its sender."""

from __future__ import annotations

import pytest

from exporter.model import Crosshead, Document, ItemList, Kind
from tests.readers.conftest import of

RELEASE = """\
Source: Dome Corporation
MEDIA RELEASE PR67255
New dome opens in Lund for a show without lights

LUND, Feb. 1, 2030 /PRNewswire-AsiaNet/ --

    -- Observatory of the city to present theme on raising awareness of
       dark skies. The most committed can join on the roof

The dome of Lund is known to all who look up. It astonishes the city with its
grandeur and the joy of all those people, as the biggest dome of glass in the
country. It has years and years of tradition behind it, with all kinds of views
- whether it is to see more stars or even to hide from the rain on the roof.

Photo - http://media.example.org/media/462590/Dome_of_Lund.jpg
Photo - http://media.example.org/media/462591/Dome_at_night.jpg

On the roof

One room will be devoted to stories about stars that people have told for ages.
It will be carrying a big screen displaying more than 80,000 photos of persons
engaged in the cause with their telescopes, many of them made by themselves.

Where to see it:
The dome is open on Tuesdays and on clear nights for all who come by train and
bring a coat, the corporation announced in a statement that it sent on Tuesday.

Staff
Anna Berg - Director
Jon Breen - Keeper of the key

Dome Corporation makes domes of glass and of steel for observatories and parks
in all of the country, and many of them abroad. (www.example.org)

Contact: Anna Berg

(E) anna@example.org

SOURCE:  Dome Corporation
"""
ABOUT = """\
About Dome Corporation
Dome Corporation is a global leader in the field of domes, based on what it knows
of glass and of steel. For more information, visit the website that it has made:
http://www.example.org/
"""


def heads(document: Document) -> list[str]:
    return [block.text for block in document.body if isinstance(block, Crosshead)]


def test_points_below_the_dateline_are_decks():
    (deck,) = of(RELEASE).subheadline
    assert deck.text.startswith("Observatory of the city")
    assert deck.text.endswith("dark skies. The most committed can join on the roof")
    assert deck.lines == (7, 8)


def test_contacts_and_the_paragraph_about_the_sender_are_boilerplate():
    document = of(RELEASE)
    assert [part.text[:16] for part in document.boilerplate] == [
        "Dome Corporation",
        "Contact: Anna Be",
        "(E) anna@example",
    ]
    assert [credit.role for credit in document.credits] == ["source", "source"]
    assert document.kind is Kind.PRESS_RELEASE


def test_what_stands_under_about_belongs_to_it():
    text = RELEASE.replace("Contact: Anna Berg\n", ABOUT)
    (first, *_) = of(text).boilerplate
    assert first.text.startswith("About Dome Corporation Dome Corporation is a global leader")
    assert first.text.endswith("http://www.example.org/")


def test_a_heading_further_down_takes_what_stands_directly_below_it():
    text = RELEASE.replace("Contact: Anna Berg\n", f"Contact: Anna Berg\n\n{ABOUT}")
    told = [part.text[:40] for part in of(text).boilerplate]
    assert told[1:3] == ["Contact: Anna Berg", "About Dome Corporation Dome Corporation "]


def test_headings_stand_apart_or_directly_on_their_paragraph():
    assert heads(of(RELEASE)) == ["On the roof", "Where to see it:", "Staff"]


def test_pairs_are_lists_and_the_dash_of_a_sentence_is_no_bullet():
    document = of(RELEASE)
    photos, staff = [block for block in document.body if isinstance(block, ItemList)]
    assert len(photos.items) == 2
    assert [item.text for item in staff.items] == [
        "Anna Berg - Director",
        "Jon Breen - Keeper of the key",
    ]
    assert any("- whether it is" in block.text for block in document.body
               if not isinstance(block, ItemList))  # fmt: skip


def test_about_in_a_story_is_no_boilerplate():
    document = of(
        "LUND, Sweden (AA) - The observatory opened its new dome on Tuesday, it said.\n"
        "About a third of the city came to see it, and stayed until the morning, it said.\n"
        "Contact: none\n"
    )
    assert document.boilerplate == ()


def test_where_to_find_more_begins_the_boilerplate():
    text = RELEASE.replace(
        "Contact: Anna Berg\n",
        "For more information, visit www.example.org.\n\nAbout Domes, Inc.\n\nContact: Anna Berg\n",
    )
    assert [part.text for part in of(text).boilerplate][:3] == [
        "For more information, visit www.example.org.",
        "About Domes, Inc.",
        "Contact: Anna Berg",
    ]


def test_notes_below_the_end_of_a_release_are_its_boilerplate():
    document = of(
        "Dome opens in Lund\n\nThe observatory opened its new dome on Tuesday, the university"
        " said, and all came.\n\nENDS\n\nNotes to editors\n\n1. The dome is made of glass.\n"
    )
    assert document.kind is Kind.PRESS_RELEASE
    assert document.end_mark is not None
    assert document.end_mark.text == "ENDS"
    assert [part.text for part in document.boilerplate] == [
        "Notes to editors",
        "1. The dome is made of glass.",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Note to editors",
        "Notes for the editors:",
        "Press contacts",
        "Media enquiries:",
        "Further information",
        "MEDIA CONTACT:",
        "MEDIA CONTACTS:",
    ],
)
def test_a_heading_below_the_end_begins_the_boilerplate(heading):
    body = "".join(f"The dome number {n} was opened by the mayor on Tuesday.\n\n" for n in range(3))
    document = of(f"LUND, Feb. 1, 2030 /PRNewswire/ -- {body}ENDS\n\n{heading}\nAnna Berg\n")
    assert any(heading in part.text for part in document.boilerplate)


@pytest.mark.parametrize("end", [".", "?", ","])
def test_a_sentence_that_begins_with_about_is_no_heading(end):
    text = f"About Dome Corporation he said little{end}"
    body = "The dome was opened by the mayor on Tuesday, the city said.\n\n" * 2
    document = of(f"LUND, Feb. 1, 2030 /PRNewswire/ -- {body}{text}\n\nIt rained.\n")
    assert document.boilerplate == ()


@pytest.mark.parametrize("house", ["Dome Inc.", "Dome Ltd.", "Dome Corp.", "Dome & Co."])
def test_a_company_that_ends_in_a_full_stop_has_its_heading(house):
    body = "The dome was opened by the mayor on Tuesday, the city said.\n\n" * 2
    about = f"About {house}\n\nIt makes domes of glass and of steel for observatories.\n"
    document = of(f"LUND, Feb. 1, 2030 /PRNewswire/ -- {body}{about}")
    assert document.boilerplate[0].text == f"About {house}"


def test_points_below_the_dateline_may_have_bullets():
    points = "* Observatory to present its theme\n\n• The most committed join on the roof\n\n"
    body = "The dome was opened by the mayor on Tuesday, the city said.\n\n" * 2
    document = of(f"LUND, Feb. 1, 2030 /PRNewswire/ --\n\n{points}{body}")
    assert [part.text for part in document.subheadline] == [
        "Observatory to present its theme",
        "The most committed join on the roof",
    ]


def test_a_paragraph_that_begins_as_a_contact_does_is_text():
    body = "The dome was opened by the mayor on Tuesday, the city said.\n\n" * 2
    text = (
        "Contacts with the observatory had been few for many years: the head of the"
        " university did not like to be asked."
    )
    document = of(f"LUND, Feb. 1, 2030 /PRNewswire/ -- {body}{text}\n\nIt rained.\n")
    assert document.boilerplate == ()
    assert text in [block.text for block in document.body]


def test_points_with_no_text_below_them_are_its_text():
    document = of("LUND, Feb. 1, 2030 /PRNewswire/ --\n\n-- One dome opens\n\n-- One closes\n")
    assert document.subheadline == ()
    (found,) = document.body
    assert isinstance(found, ItemList)
    assert [item.text for item in found.items] == ["One dome opens", "One closes"]
