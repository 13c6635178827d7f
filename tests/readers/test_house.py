"""A newsroom's own forms of copy are asked before all others, and never against the sender."""

from __future__ import annotations

import json

import pytest

from exporter.model import Document, ItemList, Paragraph, PubStatus, publishable
from exporter.readers import NO_HOUSE, explain, house_of, read

CONVENTIONS = r"""
agencies = ["NHK", "sda"]
end_marks = ["-slut-"]

[[form]]
part = "ed_note"
pattern = '>>> .+'

[[form]]
part = "slugline"
pattern = 'slug: .+'

[[form]]
part = "dateline"
pattern = '(?P<head>[^|]{2,60}) \| (?P<agency>XYZ) \|'

[[form]]
part = "byline"
pattern = 'Av .+'

[[form]]
part = "credits"
role = "writing"
pattern = 'Skrevet av (?P<names>.+)'

[[form]]
part = "crosshead"
pattern = '§ .+'

[[form]]
part = "frame"
pattern = '%%\d+'

[[form]]
part = "boilerplate"
pattern = 'Om oss: .+'
"""
STORY = """\
%%4711
slug: dome
>>> pictures follow
Dome opens in Lund
Av Anna Berg
Lund/Ystad, Sverige, 5 mai | XYZ | The observatory opened its new dome on Tuesday, it said.
§ More of it
A second dome will open in the autumn.
Skrevet av Anna Berg og Jon Breen
Om oss: XYZ is a house.
-slut-
"""
HOUSE = house_of(CONVENTIONS)


def of(text: str) -> Document:
    return read(text.encode(), "story.txt", house=HOUSE)


def test_lines_are_what_the_house_says():
    document = of(STORY)
    assert [note.text for note in document.ed_note] == [">>> pictures follow"]
    assert document.slugline is not None
    assert document.slugline.text == "slug: dome"
    assert document.headline is not None
    assert document.headline.text == "Dome opens in Lund"
    assert document.byline is not None
    assert document.byline.text == "Av Anna Berg"
    assert document.end_mark is not None
    assert document.end_mark.text == "-slut-"
    assert [part.text for part in document.boilerplate] == ["Om oss: XYZ is a house."]
    (credit,) = document.credits
    assert (credit.role, credit.names) == ("writing", ("Anna Berg", "Jon Breen"))
    assert [type(block).__name__ for block in document.body] == [
        "Paragraph", "Crosshead", "Paragraph",
    ]  # fmt: skip


def test_a_dateline_of_the_house_has_its_parts():
    dateline = of(STORY).dateline
    assert dateline is not None
    assert dateline.places == ("Lund", "Ystad")
    assert (dateline.region, dateline.date, dateline.agency) == ("Sverige", "5 mai", "XYZ")
    assert dateline.text.endswith("| XYZ |")


@pytest.mark.parametrize("tag", ["Lund (sda) - ", "Lund /NHK/ ", "Lund (NHK) "])
def test_an_agency_of_the_house_tags_datelines_and_signs(tag):
    text = f"Dome opens\n{tag}The observatory opened its new dome.\nNHK ab cd\n"
    document = of(text)
    assert (document.dateline is not None) is not tag.endswith(") ")
    assert [credit.role for credit in document.credits] == ["signoff"]


def test_nothing_is_lost_by_it():
    document = of(STORY)
    held = [
        *(part.text for part in (document.slugline, document.headline, document.byline) if part),
        *(part.text for part in (document.dateline, document.end_mark) if part),
        *(part.text for part in (*document.ed_note, *document.boilerplate, *document.credits)),
        *(getattr(block, "text", "") for block in document.body if not isinstance(block, ItemList)),
        *(found.message.rpartition(": ")[2] for found in document.diagnostics
          if found.code == "R013"),
    ]  # fmt: skip
    assert sorted("".join("".join(held).split())) == sorted("".join(STORY.split()))


def test_its_forms_are_the_reason():
    whys = {each.part: each.why for each in explain(STORY.encode(), "s.txt", house=HOUSE)}
    assert whys["dateline"] == whys["ed_note"] == whys["crosshead"] == "a form of the house's own"


@pytest.mark.parametrize("part", ["frame", "ed_note", "crosshead", "boilerplate", "headline"])
def test_what_the_sender_forbids_stands_whatever_the_house_says(part):
    house = house_of(f"[[form]]\npart = '{part}'\npattern = '.*'\n")
    killed = read(b"KILL KILL KILL\nLUND (AP) - The dome fell on Tuesday.\n", "s.txt", house=house)
    assert killed.pub_status is PubStatus.CANCELED
    text = b"LUND (AP) - The dome fell.\n\nThe following is not for publication\nSECRET\n"
    kept_back = read(text, "s.txt", house=house)
    assert kept_back.unpublishable
    assert "SECRET" not in str(publishable(kept_back))


def nitf(*paragraphs: str) -> str:
    body = "\n".join(f"<p>{words}</p>" for words in paragraphs)
    return f"<nitf><body><body.content>\n{body}\n</body.content></body></nitf>"


def g2(content: str) -> str:
    return (
        '<newsItem guid="urn:a"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>'
        f"<contentSet>{content}</contentSet></newsItem>"
    )


def in_xhtml(*paragraphs: str) -> str:
    body = "\n".join(f"<p>{words}</p>" for words in paragraphs)
    return f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html></inlineXML>'


LINES = [line.replace(">", "&gt;") for line in STORY.splitlines()]
EVERYWHERE = {
    "NITF": nitf(*LINES),
    "NewsML-G2, plain": g2(f"<inlineData>{chr(10).join(LINES)}</inlineData>"),
    "NewsML-G2, XHTML": g2(in_xhtml(*LINES)),
    "ninjs, plain": json.dumps({"uri": "urn:a", "type": "text", "body_text": STORY}),
    "ninjs, XHTML": json.dumps(
        {"uri": "urn:a", "type": "text", "body_xhtml": "".join(f"<p>{line}</p>" for line in LINES)}
    ),
    "Markdown": "---\nurgency: 3\n---\n\n"
    + "\n\n".join(f"\\{line}" if line[0] == ">" else line for line in STORY.splitlines()),
}


@pytest.mark.parametrize("text", EVERYWHERE.values(), ids=EVERYWHERE)
def test_they_are_asked_in_every_format(text):
    document = of(text)
    assert document.slugline is not None
    assert document.slugline.text == "slug: dome"
    assert [note.text for note in document.ed_note] == [">>> pictures follow"]
    assert document.byline is not None
    assert document.byline.text == "Av Anna Berg"
    assert document.dateline is not None
    assert document.dateline.agency == "XYZ"
    assert [(each.role, each.names) for each in document.credits] == [
        ("writing", ("Anna Berg", "Jon Breen"))
    ]
    assert [part.text for part in document.boilerplate] == ["Om oss: XYZ is a house."]
    assert document.end_mark is not None
    assert document.end_mark.text == "-slut-"
    assert [type(block).__name__ for block in document.body][-3:] == [
        "Paragraph", "Crosshead", "Paragraph",
    ]  # fmt: skip
    assert any("%%4711" in each.message for each in document.diagnostics if each.code == "R013")


def test_an_agency_of_the_house_is_known_in_a_paragraph():
    document = of(nitf("Lund (NHK) - The observatory opened its dome.", "Text.", "NHK ab cd"))
    assert document.dateline is not None
    assert (document.dateline.places, document.dateline.agency) == (("Lund",), "NHK")
    assert [(each.text, each.role) for each in document.credits] == [("NHK ab cd", "signoff")]


@pytest.mark.parametrize("form", ["Lund, Sverige (NHK) -", "Lund, Sverige | XYZ |"])
@pytest.mark.parametrize(
    "story",
    [
        "<nitf><body><body.head><dateline>{}</dateline></body.head><body.content><p>It opened.</p>"
        "</body.content></body></nitf>",
        '<newsItem guid="urn:a"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta>'
        "<dateline>{}</dateline></contentMeta><contentSet><inlineData>It opened.</inlineData>"
        "</contentSet></newsItem>",
        "<NewsML><NewsItem><NewsComponent><NewsLines><DateLine>{}</DateLine></NewsLines>"
        "<ContentItem><DataContent><p>It opened.</p></DataContent></ContentItem></NewsComponent>"
        "</NewsItem></NewsML>",
        '---\ndateline: "{}"\n---\nIt opened.\n',
    ],
    ids=["NITF", "NewsML-G2", "NewsML 1.x", "front matter"],
)
def test_a_dateline_in_a_field_has_the_parts_that_the_house_knows(story, form):
    dateline = of(story.format(form)).dateline
    assert dateline is not None
    assert (dateline.places, dateline.region) == (("Lund",), "Sverige")
    assert dateline.agency in form


def test_what_a_format_says_itself_the_house_does_not_change():
    head = "<body.head><byline>By Jon Breen</byline></body.head>"
    document = of(nitf("Av Anna Berg", "It opened.").replace("<body>", f"<body>{head}"))
    assert document.byline is not None
    assert document.byline.names == ("Jon Breen",)
    assert "Av Anna Berg" in [getattr(block, "text", "") for block in document.body]


def test_notes_and_credits_stand_in_their_order_whoever_knew_them():
    document = of(
        nitf("ADDS PHOTOS", ">>> pictures follow", "It opened.", "Skrevet av Anna Berg",
             "Reporting by Jon Breen")
    )  # fmt: skip
    assert [each.text for each in document.credits] == [
        "Skrevet av Anna Berg", "Reporting by Jon Breen",
    ]  # fmt: skip
    assert [note.text for note in document.ed_note] == ["ADDS PHOTOS", ">>> pictures follow"]


@pytest.mark.parametrize("part", ["frame", "ed_note", "crosshead", "boilerplate", "headline"])
@pytest.mark.parametrize("form", [nitf, lambda *paragraphs: g2(in_xhtml(*paragraphs))])
def test_what_the_sender_forbids_in_a_format_stands_whatever_the_house_says(part, form):
    house = house_of(f"[[form]]\npart = '{part}'\npattern = '(?!The dome).*'\n")

    def read_with(*paragraphs: str) -> Document:
        return read(form(*paragraphs).encode(), "s.xml", house=house)

    assert read_with("KILL KILL KILL", "The dome fell.").pub_status is PubStatus.CANCELED
    ended = read_with("EMBARGOED UNTIL 0001 GMT March 5, 2030", "The dome fell.")
    assert ended.pub_status is PubStatus.EMBARGOED
    kept_back = read_with("The dome fell.", "The following is not for publication", "SECRET")
    assert kept_back.unpublishable
    assert "SECRET" not in str(publishable(kept_back))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("agencies = 'NHK'", "agencies is not a list of texts"),
        ("agency = []", "'agency' is not known"),
        ("form = 1", "form is not a list of tables"),
        ("form = [1]", "form is not a list of tables"),
        ("[[form]]\npart = 'lead'\npattern = 'x'", "the part 'lead' is not known"),
        ("[[form]]\npart = 'byline'\npattern = '('", "no regular expression"),
        ("[[form]]\npart = 'byline'", "no text of 1 to"),
        ("[[form]]\npart = 'credits'\npattern = 'x'\nrole = 'x'", "the role 'x' is not known"),
        ("[[form]]\npart = 'byline'\npatern = 'x'", "in a form 'patern' is not known"),
        ("=", "Invalid"),
    ],
)
def test_what_is_wrong_with_its_file_is_said(text, reason):
    with pytest.raises(ValueError, match=reason):
        house_of(text)


def test_a_notice_of_the_house_is_the_copyright_and_the_second_is_text():
    house = house_of("[[form]]\npart = 'copyright'\npattern = 'All rights .+'\n")
    text = (
        "LUND (AP) - The dome fell.\n\nAll rights with us.\n\nIt stood for years.\n\n"
        "All rights with you.\n"
    )
    document = read(text.encode(), "story.txt", house=house)
    assert document.copyright is not None
    assert document.copyright.text == "All rights with us."
    assert [getattr(block, "text", "") for block in document.body] == [
        "The dome fell.",
        "It stood for years.",
        "All rights with you.",
    ]


def test_two_houses_are_told_apart():
    assert NO_HOUSE.digest != HOUSE.digest != house_of(CONVENTIONS + "\n").digest


PARTS = house_of(
    """
end_marks = ["-slut-", "-fim-"]

[[form]]
part = "headline"
pattern = 'H: .+'

[[form]]
part = "subheadline"
pattern = 'D: .+'

[[form]]
part = "copyright"
pattern = 'All rights .+'
"""
)


def test_headlines_decks_and_notices_of_the_house_are_known_in_a_format():
    story = nitf("H: Dome opens", "D: Another to come", "It opened.", "All rights with us.")
    document = read(story.encode(), "s.xml", house=PARTS)
    assert document.headline is not None
    assert document.headline.text == "H: Dome opens"
    assert [deck.text for deck in document.subheadline] == ["D: Another to come"]
    assert document.copyright is not None
    assert document.copyright.text == "All rights with us."
    assert [getattr(block, "text", "") for block in document.body] == ["It opened."]


def test_a_second_notice_or_end_mark_in_a_format_is_text():
    lines = ["It opened.", "All rights with us.", "-slut-", "All rights with you.", "-fim-"]
    document = read(nitf(*lines).encode(), "s.xml", house=PARTS)
    assert document.copyright is not None
    assert document.copyright.text == lines[1]
    assert document.end_mark is not None
    assert document.end_mark.text == lines[2]
    assert [getattr(block, "text", "") for block in document.body] == [lines[0], *lines[3:]]


def test_a_list_in_a_format_is_no_form_whatever_its_items_say():
    story = nitf("It opened.").replace("<p>", "<ul><li>D: Another</li></ul><p>")
    document = read(story.encode(), "s.xml", house=PARTS)
    assert [type(block) for block in document.body] == [ItemList, Paragraph]
    assert document.subheadline == ()
