"""NewsML-G2: metadata of the item, then NITF, XHTML or plain copy inside."""

from __future__ import annotations

import pytest

import exporter
from exporter.diagnostics import ReadError
from exporter.model import Crosshead, Document, Figure, Paragraph, PubStatus, publishable
from tests.readers.conftest import codes

XHTML = """<inlineXML contenttype="application/xhtml+xml"><html><head><title/></head><body>
<p>The <em>harbour</em> closed.</p><h2>Waiting</h2><p>Ships waited.</p></body></html></inlineXML>"""
NITF = """<inlineXML><nitf><body><body.head><hedline><hl1>Ice closes the harbour</hl1></hedline>
<byline>By Anna Berg</byline></body.head><body.content><p>The harbour closed.</p></body.content>
</body></nitf></inlineXML>"""


def item(
    content: str = XHTML, meta: str = "", management: str = "", kind: str = "ninat:text"
) -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en-gb">
<rightsInfo><copyrightHolder><name>The House</name></copyrightHolder>
<usageTerms>Not for resale.</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="{kind}"/>{management}</itemMeta>
<contentMeta><urgency>4</urgency><located qcode="c:1"><name>Lund</name></located>
<slugline>Sweden-Harbour</slugline><headline>Ice closes the harbour</headline>
<headline role="hld:subHeadline">Ships wait</headline><creditline>HN</creditline>
<description role="drol:summary">No ship moved.</description>{meta}</contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


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


def test_the_fields_of_an_item_have_their_places():
    story = read(item(management='<edNote>Adds quotes.</edNote><pubStatus qcode="stat:usable"/>'))
    assert (story.language, story.urgency) == ("en-GB", 4)
    assert story.headline is not None
    assert story.headline.text == "Ice closes the harbour"
    assert [part.text for part in story.subheadline] == ["Ships wait"]
    assert [part.text for part in story.abstract] == ["No ship moved."]
    assert [note.text for note in story.ed_note] == ["Adds quotes."]
    assert story.slugline is not None
    assert story.slugline.text == "Sweden-Harbour"
    assert story.dateline is not None
    assert (story.dateline.places, story.dateline.agency) == (("Lund",), "HN")
    assert story.copyright is not None
    assert story.copyright.text == "© The House; Not for resale."
    assert [type(block) for block in story.body] == [Paragraph, Crosshead, Paragraph]


def test_nitf_inside_adds_what_the_item_does_not_say():
    story = read(item(NITF))
    assert story.byline is not None
    assert story.byline.names == ("Anna Berg",)
    assert story.subheadline == read(item()).subheadline


def test_copy_inside_is_read_as_text():
    copy = "<![CDATA[<p>LUND, Sweden (AA) - The harbour closed.\n   Ships waited.</p>]]>"
    story = read(item(f'<inlineData contenttype="text/plain">{copy}</inlineData>'))
    assert story.dateline is not None
    assert story.dateline.agency == "AA"
    assert len(story.body) == 2


COPY = """LUND, Sweden, Jan 30 (Reuters) - Under the agreement, crews will
work no more than four nights in a row, and the terminals will
pay for them when the harbour is closed.
    Under the agreement, which runs for two years, crews will work
no more than four nights in a row, and the terminals will pay for
them when the harbour is closed by the ice, as it was for a week
in March and for some days of April.
    The harbour has been closed by the ice for a week, and all the
ships that were to come in have to wait outside, or to go back to
where they came from.
"""


def test_a_whole_story_in_one_element_is_read_as_text():
    story = read(item(f"<inlineXML><html><body><p>{COPY}</p></body></html></inlineXML>"))
    assert story.dateline is not None
    assert story.dateline.agency == "Reuters"
    assert len(story.body) == 3


BARRED = """LUND (dpa) - The harbour closed on Tuesday.

# Notebook

* * * *
The following information is not intended for publication

## Editorial contacts
- Reporting by: Ada Lov, +49 30 555
"""


@pytest.mark.parametrize(
    "content",
    [
        f'<inlineData contenttype="text/plain"><![CDATA[{BARRED}]]></inlineData>',
        "<inlineXML><p>"
        + BARRED.strip().replace("\n\n", "</p><p>").replace("\n", "</p><p>")
        + "</p></inlineXML>",
        f"<inlineXML><html><body><p>{BARRED * 2}</p></body></html></inlineXML>",
    ],
    ids=["copy", "paragraphs", "one element"],
)
def test_what_is_not_for_publication_reaches_nobody_wherever_it_stands(content):
    story = read(item(content))
    assert "Ada" in str(story.ed_note + story.credits)
    public = publishable(story)
    assert "Ada" not in str(public)
    assert public.body
    assert len(set(story.ed_note)) == len(story.ed_note)


def test_a_summary_that_is_the_lead_is_not_said_twice():
    lead = "The harbour closed on Tuesday, and all of the ships waited outside for a week."
    story = read(
        item(f"<inlineXML><p>{lead}</p></inlineXML>", f"<description>{lead}</description>")
    )
    assert [part.text for part in story.abstract] == ["No ship moved."]
    assert any("summary The harbour" in each.message for each in story.diagnostics)


def test_a_person_who_made_it_is_its_author_and_a_house_is_not():
    anna = read(item(meta="<creator><name>Anna Berg</name></creator>"))
    assert anna.byline is not None
    assert anna.byline.names == ("Anna Berg",)
    house = read(item(meta='<creator literal="The House"/>'))
    assert house.byline is None


def test_a_date_for_machines_is_no_dateline():
    story = read(item(meta="<dateline>2030-03-05 10:00:00 GMT+00:00</dateline>"))
    assert story.dateline is not None
    assert story.dateline.text == "Lund"


@pytest.mark.parametrize(
    ("management", "status"),
    [
        ('<pubStatus qcode="stat:usable"/>', PubStatus.USABLE),
        ('<pubStatus qcode="stat:withheld"/>', PubStatus.WITHHELD),
        (
            '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>',
            PubStatus.CANCELED,
        ),
        ("<embargoed>2030-03-06T09:30:00Z</embargoed>", PubStatus.EMBARGOED),
        ("<embargoed/>", PubStatus.USABLE),
    ],
)
def test_the_status_is_the_item_s(management, status):
    assert read(item(management=management)).pub_status is status


def test_a_picture_beside_the_file_is_a_figure_and_one_elsewhere_is_named():
    near = '<remoteContent contenttype="image/jpeg" href="ice.jpg"/>'
    far = '<remoteContent contenttype="image/jpeg" href="https://example.org/ice.jpg"/>'
    story = read(item(XHTML + near + far))
    assert [block.src for block in story.body if isinstance(block, Figure)] == ["ice.jpg"]
    assert any("https://example.org/ice.jpg" in each.message for each in story.diagnostics)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("packageItem", "a package of items"),
        ("planningItem", "a planning item"),
        ("conceptItem", "a concept"),
        ("knowledgeItem", "a list of concepts"),
        ("catalogItem", "a catalogue of code lists"),
    ],
)
def test_what_is_no_news_item_is_refused_by_its_name(name, what):
    assert refusal(f"<{name}/>") == ("R042", f"the input is {what}, not a text story")


@pytest.mark.parametrize("kind", ["picture", "video", "audio", "graphic", "composite"])
def test_an_item_of_another_kind_is_refused_by_its_kind(kind):
    assert refusal(item(kind=f"ninat:{kind}"))[1].startswith(f"the input is a {kind} item")


def test_data_are_no_story():
    data = "<inlineXML><sports-content><team/></sports-content></inlineXML>"
    assert "data in <sports-content>" in refusal(item(data))[1]


def test_the_text_of_a_message_is_read_and_its_other_items_are_named():
    message = f"<newsMessage><itemSet>{item()}{item(kind='ninat:picture')}</itemSet></newsMessage>"
    story = read(message)
    assert story.headline is not None
    assert any("a picture item" in each.message for each in story.diagnostics)


def test_an_item_without_a_headline_is_named_by_its_title():
    picture = item(kind="ninat:picture", management="<title>Ice at sea</title>")
    picture = picture.replace("<headline>Ice closes the harbour</headline>", "")
    picture = picture.replace('<headline role="hld:subHeadline">Ships wait</headline>', "")
    story = read(f"<newsMessage><itemSet>{item()}{picture}</itemSet></newsMessage>")
    assert any("a picture item Ice at sea" in each.message for each in story.diagnostics)


def test_of_several_stories_one_can_be_chosen_by_its_language():
    swedish = item().replace('xml:lang="en-gb"', 'xml:lang="sv"')
    swedish = swedish.replace("Ice closes the harbour", "Isen stänger hamnen")
    message = f"<newsMessage><itemSet>{item()}{swedish}</itemSet></newsMessage>"
    assert refusal(message) == ("R043", "the input holds 2 stories (en-gb, sv)")
    for wanted, headline in (("sv", "Isen stänger hamnen"), ("en", "Ice closes the harbour")):
        story = read(message, language=wanted)
        assert story.headline is not None
        assert story.headline.text == headline


def test_a_message_without_items_is_refused():
    assert refusal("<newsMessage><header/></newsMessage>")[0] == "R042"


def test_an_item_without_text_is_refused():
    empty = "<newsItem><itemMeta><itemClass qcode='ninat:text'/></itemMeta></newsItem>"
    assert refusal(empty)[0] == "R048"


def test_nothing_is_reported_of_an_item_that_says_all_once():
    assert codes(read(item())) == []


def test_of_two_forms_of_the_text_the_first_is_read():
    plain = "<inlineData contenttype='text/plain'>Other words.</inlineData>"
    for content in (XHTML + plain, plain + XHTML):
        first = read(item(content)).body[0]
        assert first.text == (
            "The harbour closed." if content.startswith(XHTML) else "Other words."
        )


def test_what_a_document_has_no_field_for_is_named():
    story = read(
        item(
            management="<signal qcode='sig:update'><name>Update</name></signal>",
            meta="<keyword>ice</keyword><description role='drol:caption'>Ships</description>"
            "<description/><headline/>",
        )
    )
    for words in ("signals Update", "keywords ice", "description Ships"):
        assert words in left_out(story)


def test_byline_and_dateline_of_an_item_are_the_story_s():
    story = read(item(meta="<by>By Anna Berg</by><dateline>LUND, March 5</dateline>"))
    assert story.byline is not None
    assert story.byline.names == ("Anna Berg",)
    assert story.dateline is not None
    assert (story.dateline.places, story.dateline.date) == (("LUND",), "March 5")


def test_where_it_was_written_is_named_if_the_dateline_says_another_place():
    story = read(item(meta="<dateline>YSTAD, March 5</dateline>"))
    assert story.dateline is not None
    assert story.dateline.places == ("YSTAD",)
    assert "located Lund" in left_out(story)


def test_a_source_is_the_agency_and_a_second_is_named():
    source = '<infoSource literal="XYZ"/><infoSource/>'
    without = item(meta=source).replace("<creditline>HN</creditline>", "")
    story = read(without)
    assert story.dateline is not None
    assert story.dateline.agency == "XYZ"
    tagged = "<inlineXML><p>LUND (AA) - The harbour closed.</p></inlineXML>"
    other = read(item(tagged))
    assert other.dateline is not None
    assert other.dateline.agency == "AA"
    assert "creditline HN" in left_out(other)


def test_an_agency_that_the_dateline_names_is_not_told_again():
    story = read(item("<inlineXML><p>LUND (AA) - It closed.</p></inlineXML>").replace("HN", "AA"))
    assert story.dateline is not None
    assert story.dateline.agency == "AA"
    assert "creditline" not in left_out(story)


def test_a_notice_of_copyright_is_taken_before_its_holder_and_none_may_stand():
    notice = "<rightsInfo><copyrightNotice>© 2030 House</copyrightNotice>"
    story = read(item().replace("<rightsInfo>", notice))
    assert story.copyright is not None
    assert story.copyright.text == "© 2030 House; Not for resale."
    bare = item().replace("<usageTerms>Not for resale.</usageTerms>", "").replace("The House", "")
    assert read(bare).copyright is None


def test_of_two_renditions_the_first_is_read_and_the_other_named():
    story = read(item(f'{XHTML}<inlineData contenttype="text/plain">Another form.</inlineData>'))
    assert len(story.body) == 3
    assert "another rendition Another form." in left_out(story)


def test_copy_may_stand_where_xml_is_meant_to():
    story = read(item("<inlineXML>LUND, Sweden (AA) - The harbour closed.</inlineXML>"))
    assert story.dateline is not None
    assert story.dateline.agency == "AA"
    assert [block.text for block in story.body if isinstance(block, Paragraph)] == [
        "The harbour closed."
    ]


def test_an_item_without_management_is_usable():
    content = f"<contentSet>{XHTML}</contentSet>"
    story = read(f"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>{content}</newsItem>")
    assert story.pub_status is PubStatus.USABLE
    assert len(story.body) == 3


def test_a_dateline_of_the_item_that_its_copy_contradicts_is_named():
    copy = "<inlineData>LUND, Sweden (AA) - The harbour closed.</inlineData>"
    other = read(item(copy, "<dateline>YSTAD</dateline>"))
    assert other.dateline is not None
    assert other.dateline.places == ("LUND",)
    assert "dateline YSTAD" in left_out(other)
    assert "dateline" not in left_out(read(item(copy, "<dateline>LUND</dateline>")))


def test_a_note_without_words_is_none():
    assert read(item(management="<edNote> </edNote>")).ed_note == ()


def test_an_item_of_a_headline_and_a_picture_is_read():
    story = read(item('<remoteContent contenttype="image/jpeg" href="ice.jpg"/>'))
    assert story.headline is not None
    assert [block.src for block in story.body if isinstance(block, Figure)] == ["ice.jpg"]
