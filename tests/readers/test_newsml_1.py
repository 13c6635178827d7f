"""NewsML 1.x: components within one another."""

from __future__ import annotations

import pytest

import exporter
from exporter.diagnostics import ReadError
from exporter.model import Document, Figure, Paragraph, PubStatus, Strong

NITF = "<nitf><body><body.content><p>The harbour closed.</p></body.content></body></nitf>"


def component(content: str, more: str = "", attributes: str = "") -> str:
    return f"<NewsComponent {attributes}>{more}{content}</NewsComponent>"


def data(content: str) -> str:
    return (
        f"<ContentItem><Format FormalName='x'/><DataContent>{content}</DataContent></ContentItem>"
    )


def part(role: str, words: str) -> str:
    return component(data(words), f'<Role FormalName="{role}"/>')


def newsml(components: str, management: str = '<Status FormalName="Usable"/>') -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20031010:NewsMLv1.2.dtd:1" "NewsML-1.2.dtd"
[<!ENTITY % nitf SYSTEM "nitf-3-0.dtd"> %nitf; ]>
<NewsML><NewsItem><NewsManagement>{management}</NewsManagement>{components}</NewsItem></NewsML>"""


def read(text: str, language: str | None = None) -> Document:
    return exporter.read(text.encode(), name="item.xml", language=language)


def refusal(text: str) -> tuple[str, str]:
    with pytest.raises(ReadError) as caught:
        read(text)
    found = caught.value.diagnostics[-1]
    return found.code, found.message


def left_out(story: Document) -> str:
    """What the document has no field for."""
    return " ".join(each.message for each in story.diagnostics if each.code == "R044")


LINES = """<NewsLines><HeadLine>Ice closes the harbour</HeadLine><ByLine>By Anna Berg</ByLine>
<DateLine>LUND, March 5</DateLine><CreditLine>HN</CreditLine><SlugLine>Harbour</SlugLine>
<CopyrightLine>© 2030 The House</CopyrightLine><KeywordLine>ICE</KeywordLine></NewsLines>
<DescriptiveMetadata><Language FormalName="EN"/></DescriptiveMetadata>"""


def test_lines_and_content_have_their_places():
    story = read(newsml(component(component(data(NITF)), LINES), '<Urgency FormalName="2"/>'))
    assert (story.language, story.urgency) == ("en", 2)
    assert story.headline is not None
    assert story.headline.text == "Ice closes the harbour"
    assert story.byline is not None
    assert story.byline.names == ("Anna Berg",)
    assert story.dateline is not None
    assert (story.dateline.date, story.dateline.agency) == ("March 5", "HN")
    assert story.slugline is not None
    assert story.copyright is not None
    assert any("KeywordLine ICE" in each.message for each in story.diagnostics)
    assert [block.text for block in story.body if isinstance(block, Paragraph)] == [
        "The harbour closed."
    ]


def test_parts_make_one_text():
    parts = part("Title", "Ice") + part("Lead", "No ship moved.")
    story = read(newsml(component(parts + part("Body", "It &lt;b&gt;closed&lt;/b&gt; early."))))
    assert story.headline is not None
    assert story.headline.text == "Ice"
    assert [each.text for each in story.abstract] == ["No ship moved."]
    body = story.body[0]
    assert isinstance(body, Paragraph)
    assert isinstance(body.inlines[1], Strong)


def test_of_two_languages_one_is_chosen():
    both = component(part("Body", "Het ijs."), attributes='xml:lang="nl"')
    both += component(part("Body", "La glace."), attributes='xml:lang="fr"')
    text = newsml(component(both))
    assert refusal(text) == ("R043", "the input holds 2 stories (nl, fr)")
    body = read(text, language="fr").body[0]
    assert isinstance(body, Paragraph)
    assert body.text == "La glace."


def test_recordings_are_no_story():
    sound = '<ContentItem Href="a.mp3"><Format FormalName="Mpeg3"/></ContentItem>'
    both = component(part("Title", "One") + component(sound)) * 2
    assert refusal(newsml(component(both)))[0] == "R042"


def test_a_package_without_contents_is_no_story():
    assert refusal(newsml(component("")))[0] == "R042"


@pytest.mark.parametrize("word", ["Embargoed", "Withheld", "Canceled"])
def test_a_status_is_the_sender_s(word):
    story = read(newsml(component(data(NITF)), f'<Status FormalName="{word}"/>'))
    assert story.pub_status is PubStatus(word.lower())


def test_a_change_to_come_ends_an_embargo():
    change = """<Status FormalName="Embargoed"/><StatusWillChange>
<FutureStatus FormalName="Usable"/><DateAndTime>20300306T093000+0100</DateAndTime>
</StatusWillChange>"""
    story = read(newsml(component(data(NITF)), change))
    assert story.embargoed_until == "2030-03-06T09:30:00+01:00"


def test_what_a_sender_tells_editors_is_a_note():
    told = """<AdministrativeMetadata><Property FormalName="EditorialInfo" Value="Call first"/>
</AdministrativeMetadata>"""
    story = read(newsml(component(data(NITF), told)))
    assert [note.text for note in story.ed_note] == ["Call first"]


def test_content_elsewhere_is_named_and_a_picture_beside_the_file_is_a_figure():
    elsewhere = (
        "<NewsComponent><ContentItem Href='https://example.org/a.jpg'>"
        "<MediaType FormalName='Photo'/></ContentItem></NewsComponent>"
        "<NewsComponent><ContentItem Href='ice.jpg'><MediaType FormalName='Picture'/>"
        "</ContentItem></NewsComponent>"
    )
    story = read(newsml(component(data(NITF) + elsewhere)))
    assert [block.src for block in story.body if isinstance(block, Figure)] == ["ice.jpg"]
    assert any("https://example.org/a.jpg" in each.message for each in story.diagnostics)


def test_an_author_is_named_and_an_empty_property_is_nothing():
    told = """<AdministrativeMetadata><Property FormalName="Author" Value="Jon Breen"/>
<Property FormalName="EdNote" Value=" "/><Property FormalName="Desk" Value="News"/>
</AdministrativeMetadata>"""
    story = read(newsml(component(data(NITF), told)))
    assert story.ed_note == ()
    assert "author Jon Breen" in left_out(story)
    assert "News" not in left_out(story)


def test_an_instruction_and_a_change_to_come_that_lifts_nothing_change_nothing():
    management = """<Status FormalName="Embargoed"/><Instruction FormalName="Update"/>
<StatusWillChange><FutureStatus FormalName="Canceled"/>
<DateAndTime>20300306T093000Z</DateAndTime></StatusWillChange>"""
    story = read(newsml(component(data(NITF)), management))
    assert (story.pub_status, story.embargoed_until) == (PubStatus.EMBARGOED, None)
    assert "instruction Update" in left_out(story)


def test_a_second_headline_is_named_and_a_line_below_it_is_a_deck():
    lines = """<NewsLines><HeadLine>Ice closes the harbour</HeadLine><HeadLine>Ice</HeadLine>
<HeadLine>Ice closes the harbour</HeadLine><SubHeadLine>Ships wait</SubHeadLine><SubHeadLine/>
</NewsLines>"""
    story = read(newsml(component(data(NITF), lines)))
    assert story.headline is not None
    assert story.headline.text == "Ice closes the harbour"
    assert [part.text for part in story.subheadline] == ["Ships wait"]
    assert left_out(story).count("headline") == 1
    assert "headline Ice" in left_out(story)


def test_a_date_for_machines_is_no_dateline_and_of_two_the_first_counts():
    lines = """<NewsLines><DateLine>2030-03-05T10:00:00Z</DateLine><DateLine>LUND</DateLine>
<DateLine>YSTAD</DateLine></NewsLines>"""
    story = read(newsml(component(data(NITF), lines)))
    assert story.dateline is not None
    assert story.dateline.text == "LUND"
    assert "dateline 2030-03-05T10:00:00Z" in left_out(story)


def creator(*names: str) -> str:
    parties = "".join(f'<Party FormalName="{name}"/>' for name in names)
    return f"<AdministrativeMetadata><Creator>{parties}</Creator></AdministrativeMetadata>"


def test_a_person_who_made_it_is_its_author_and_a_house_is_named():
    anna = read(newsml(component(data(NITF), creator("Anna Berg"))))
    assert anna.byline is not None
    assert anna.byline.names == ("Anna Berg",)
    house = read(newsml(component(data(NITF), creator("HN"))))
    assert house.byline is None
    assert "creator HN" in left_out(house)


def test_a_creator_that_the_byline_names_is_not_told_again():
    lines = "<NewsLines><ByLine>By Anna Berg</ByLine></NewsLines>"
    same = read(newsml(component(data(NITF), lines + creator("Anna Berg"))))
    assert "creator" not in left_out(same)
    other = read(newsml(component(data(NITF), lines + creator("Jon Breen"))))
    assert other.byline is not None
    assert other.byline.names == ("Anna Berg",)
    assert "creator Jon Breen" in left_out(other)


@pytest.mark.parametrize(
    ("dateline", "credit", "agency", "told"),
    [
        ("<DateLine>LUND</DateLine>", "HN", "HN", False),
        ("<DateLine>LUND (HN) -</DateLine>", "HN", "HN", False),
        ("<DateLine>LUND (HN) -</DateLine>", "XYZ", "HN", True),
        ("<DateLine>LUND</DateLine>", "", None, False),
        ("", "HN", None, True),
    ],
)
def test_a_credit_line_is_the_agency_unless_the_dateline_has_one(dateline, credit, agency, told):
    lines = f"<NewsLines>{dateline}<CreditLine>{credit}</CreditLine></NewsLines>"
    story = read(newsml(component(data(NITF), lines)))
    assert (story.dateline.agency if story.dateline else None) == agency
    assert (f"credit line {credit}" in left_out(story)) is told


def test_a_component_may_say_its_language_in_its_metadata():
    metadata = '<DescriptiveMetadata><Language FormalName="nl"/></DescriptiveMetadata>'
    story = read(newsml(component(data(NITF), metadata, 'Duid="a"')))
    assert story.language == "nl"


def test_xhtml_in_a_content_is_read_as_html():
    story = read(newsml(component(data("<html><body><p>It <b>closed</b>.</p></body></html>"))))
    body = story.body[0]
    assert isinstance(body, Paragraph)
    assert isinstance(body.inlines[1], Strong)


def test_a_picture_beside_the_file_is_a_figure_and_other_contents_elsewhere_are_named():
    contents = """<ContentItem Href="ice.jpg"><MediaType FormalName="Photo"/></ContentItem>
<ContentItem Href="https://example.org/ice.jpg"><MediaType FormalName="Photo"/></ContentItem>
<ContentItem Href="ice.mp3"><Format FormalName="Mpeg3"/></ContentItem><ContentItem/>"""
    story = read(newsml(component(data(NITF) + contents)))
    assert [block.src for block in story.body if isinstance(block, Figure)] == ["ice.jpg"]
    assert "content elsewhere https://example.org/ice.jpg, ice.mp3" in left_out(story)


LONG = "LUND (AP) - The harbour closed.\n" + "It was as cold as it had been in May.\n" * 9


def test_words_behind_the_element_of_a_text_stay():
    assert len(read(newsml(component(data(f"<p>{LONG}</p>")))).body) == 10
    *_, last = read(newsml(component(data(f"<p>{LONG}</p>\nShips waited.\n")))).body
    assert isinstance(last, Paragraph)
    assert last.text == "Ships waited."


def test_a_component_that_copy_refers_to_is_named():
    story = read(newsml(component(data('It closed.&lt;NewsComponentRef idref="ice-1"/&gt;'))))
    assert [block.text for block in story.body if isinstance(block, Paragraph)] == ["It closed."]
    assert any("ice-1" in each.message for each in story.diagnostics if each.code == "R047")
