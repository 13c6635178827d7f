"""NITF: fields by their names, the rest by the recognisers of wire copy."""

from __future__ import annotations

import time

import pytest

import exporter
from exporter.diagnostics import Lines, ReadError
from exporter.model import (
    Crosshead,
    Document,
    Figure,
    Kind,
    Paragraph,
    PubStatus,
    Quotation,
    SourceText,
    publishable,
)
from exporter.values import replace
from tests.readers.conftest import codes

STORY = """<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
<nitf baselang="en-GB">
<head>
<title>Harbour closed</title>
<docdata management-status="usable">
<urgency ed-urg="4"/>
<date.issue norm="20300305T100000+0000"/>
<du-key key="Sweden-Harbour"/>
<ed-msg info="Adds quotes."/>
<doc.copyright year="2030" holder="The House of News"/>
<key-list><keyword key="ice"/><keyword key="ships"/></key-list>
</docdata>
</head>
<body>
<body.head>
<hedline><hl1>Ice closes the harbour</hl1><hl2>Ships wait outside</hl2></hedline>
<byline>By <person>Anna Berg</person><byttl>Staff</byttl></byline>
<distributor>HN</distributor>
<dateline><location>LUND, Sweden</location></dateline>
<abstract><p>No ship moved.</p></abstract>
</body.head>
<body.content>
<p>The harbour closed on <em>Tuesday</em>.</p>
<hl2>Waiting</hl2>
<media media-type="image"><media-reference source="ice.jpg"/></media>
<p>Ships waited.</p>
</body.content>
<body.end><tagline>Jon Breen contributed to this report.</tagline></body.end>
</body>
</nitf>
"""


def nitf(text: str) -> Document:
    return exporter.read(text.encode(), name="story.xml")


def content(paragraphs: str, docdata: str = "") -> Document:
    return nitf(
        f"<nitf><head>{docdata}</head><body><body.content>{paragraphs}</body.content></body></nitf>"
    )


def headed(head: str, end: str = "") -> Document:
    return nitf(
        f"<nitf><body><body.head>{head}</body.head><body.content><p>It closed.</p></body.content>"
        f"<body.end>{end}</body.end></body></nitf>"
    )


def left_out(story: Document) -> str:
    """What the document has no field for."""
    return " ".join(each.message for each in story.diagnostics if each.code == "R044")


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("By <person>Anna Berg</person><byttl>Staff</byttl>", "By Anna Berg Staff"),
        ("By <person>Anna Berg</person>, <byttl>Staff</byttl>", "By Anna Berg, Staff"),
        ("<person>Anna Berg</person><person>Bo Ek</person>", "Anna Berg Bo Ek"),
    ],
)
def test_fields_side_by_side_are_apart(markup, words):
    byline = headed(f"<byline>{markup}</byline>").byline
    assert byline is not None
    assert byline.text == words


def test_every_field_has_its_place():
    story = nitf(STORY)
    assert story.language == "en-GB"
    assert (story.urgency, story.pub_status) == (4, PubStatus.USABLE)
    assert story.slugline is not None
    assert story.slugline.text == "Sweden-Harbour"
    assert [note.text for note in story.ed_note] == ["Adds quotes."]
    assert story.headline is not None
    assert story.headline.text == story.title == "Ice closes the harbour"
    assert [part.text for part in story.subheadline] == ["Ships wait outside"]
    assert [part.text for part in story.abstract] == ["No ship moved."]
    assert story.byline is not None
    assert story.byline.names == ("Anna Berg",)
    assert story.dateline
    assert (story.dateline.places, story.dateline.region) == (("LUND",), "Sweden")
    assert story.dateline.agency == "HN"
    assert [type(block) for block in story.body] == [Paragraph, Crosshead, Figure, Paragraph]
    assert [(credit.role, credit.names) for credit in story.credits] == [
        ("contribution", ("Jon Breen",))
    ]
    assert story.copyright is not None
    assert story.copyright.text == "© 2030 The House of News"
    assert story.source.media_type == "application/nitf+xml"


def test_keywords_and_a_title_of_other_words_are_reported():
    said = [each.message for each in nitf(STORY).diagnostics if each.code == "R044"]
    assert len(said) == 1
    assert "keywords ice, ships" in said[0]
    assert "title Harbour closed" in said[0]


def test_a_paragraph_knows_its_lines():
    assert [block.lines.first for block in nitf(STORY).body if block.lines] == [24, 25, 26, 27]


def test_what_stands_in_paragraphs_as_in_wire_copy_is_recognised():
    story = content(
        "<p>ADDS QUOTES, BACKGROUND</p><p>By Anna Berg</p>"
        "<p>LUND, Sweden (AA) - The <b>harbour</b> closed.</p><p>___</p>"
        "<p>Ships waited. (Reporting by Jon Breen; Editing by Anna Berg)</p><p>NNNN</p>"
    )
    assert [note.text for note in story.ed_note] == ["ADDS QUOTES, BACKGROUND"]
    assert story.byline is not None
    assert story.byline.names == ("Anna Berg",)
    assert story.dateline is not None
    assert story.dateline.agency == "AA"
    lead = story.body[0]
    assert isinstance(lead, Paragraph)
    assert lead.text == "The harbour closed."
    assert len(lead.inlines) == 3
    assert [credit.role for credit in story.credits] == ["reporting", "editing"]
    assert story.end_mark == SourceText("NNNN", story.body[0].lines)


def test_breaks_after_full_lines_are_undone_and_others_kept():
    wrapped = (
        "<p>Under the agreement, which runs for two years, crews will work no <br/>"
        "more than four nights in a row, and the terminals will pay for them<br/>"
        "when the harbour is closed by the ice, as it was for a week in March.</p>"
        "<p>Under the agreement, which runs for two years, crews will work no <br/>"
        "more than four nights in a row, and the terminals will pay for them<br/>"
        "when the harbour is closed by the ice, as it was for a week in March.</p>"
        "<p>Lund: 4<br/>Ystad: 5</p>"
    )
    story = content(wrapped + "<hl2>Ice</hl2><p>Ships <em>waited</em>.</p>")
    paragraphs = [block for block in story.body if isinstance(block, Paragraph)]
    assert [len(block.inlines) for block in paragraphs] == [1, 1, 3, 3]
    assert Crosshead.of("Ice") in [replace(block, lines=None) for block in story.body]


def test_a_dateline_in_markup_of_its_own_comes_off_with_it():
    story = content("<p><strong>LUND (AA) -</strong> The harbour <em>closed</em>.</p>")
    assert story.dateline is not None
    assert story.dateline.agency == "AA"
    assert [block.text for block in story.body] == ["The harbour closed."]


def test_a_status_is_the_sender_s():
    for word, status in [
        ("embargoed", PubStatus.EMBARGOED),
        ("withheld", PubStatus.WITHHELD),
        ("canceled", PubStatus.CANCELED),
    ]:
        story = content("<p>One.</p>", f'<docdata management-status="{word}"/>')
        assert story.pub_status is status


def test_an_unknown_status_holds_the_story_back():
    story = content("<p>One.</p>", '<docdata management-status="maybe"/>')
    assert story.pub_status is PubStatus.WITHHELD
    assert "R046" in codes(story)


def test_a_release_after_the_issue_is_an_embargo():
    times = '<date.issue norm="20300305T100000Z"/><date.release norm="20300306T093000-0500"/>'
    story = content("<p>One.</p>", f"<docdata>{times}</docdata>")
    assert story.pub_status is PubStatus.EMBARGOED
    assert story.embargoed_until == "2030-03-06T09:30:00-05:00"


def test_a_release_at_the_time_of_issue_is_none():
    times = '<date.issue norm="20300305T100000Z"/><date.release norm="20300305T100000Z"/>'
    assert content("<p>One.</p>", f"<docdata>{times}</docdata>").pub_status is PubStatus.USABLE


def test_a_time_that_cannot_be_read_does_not_lift_the_embargo():
    story = content(
        "<p>One.</p>",
        '<docdata management-status="embargoed"><date.release norm="soon"/></docdata>',
    )
    assert (story.pub_status, story.embargoed_until) == (PubStatus.EMBARGOED, None)
    assert "R016" in codes(story)


def test_a_notice_in_the_copy_counts_as_it_does_in_text():
    assert content("<p>HOLD HOLD HOLD</p><p>One.</p>").pub_status is PubStatus.WITHHELD


def test_a_note_that_is_not_publishable_reaches_no_reader():
    story = nitf(
        '<nitf><body><body.head><note type="npa"><p>Call Ada</p></note></body.head>'
        "<body.content><p>Ships waited.</p></body.content></body></nitf>"
    )
    assert [note.text for note in story.ed_note] == ["Call Ada"]
    public = publishable(story)
    assert not public.ed_note
    assert [block.text for block in public.body if isinstance(block, Paragraph)] == [
        "Ships waited."
    ]


@pytest.mark.parametrize(
    "story",
    [
        "<body.head><abstract><p>No ship moved.</p>{}</abstract></body.head>{}",
        "<body.head><hedline><hl1>Ice{}</hl1></hedline></body.head>{}",
        "{}<body.end><bibliography>HN{}</bibliography></body.end>",
        "{}<body.end>{}</body.end>",
        "<body.content><p>It closed.{} Ships waited.</p></body.content>{}",
        "<body.content><p>It closed.</p>{}\n<table><tr><td>4{}</td></tr></table></body.content>",
        "{}\n<p>It closed.</p>{}",
    ],
)
def test_a_note_that_is_not_publishable_is_kept_back_wherever_it_stands(story):
    note = '<note type="npa"><p>Call Ada</p></note>'
    content_ = "" if "body.content" in story else "<body.content><p>It closed.</p></body.content>"
    found = nitf(f"<nitf><body>{story.format(note, note)}{content_}</body></nitf>")
    assert [each.text for each in found.ed_note] == ["Call Ada"]
    public = publishable(found)
    assert "Ada" not in str(public)
    assert "It closed." in str(public)


def test_words_behind_a_note_that_is_not_publishable_stay():
    story = content('<p>It closed. <note type="npa"><p>Call Ada</p></note>Ships waited.</p>')
    assert [block.text for block in publishable(story).body] == ["It closed.", "Ships waited."]


def test_what_stands_on_the_line_of_a_note_that_is_kept_back_gives_up_its_lines():
    story = content(
        '<bq><p>It closed.</p></bq><note type="npa"><p>Call Ada</p></note>\n<p>Ships waited.</p>'
    )
    public = publishable(story)
    assert public.body == (
        Quotation((Paragraph.of("It closed."),)),
        Paragraph.of("Ships waited.", Lines(2, 2)),
    )


def test_words_that_stand_directly_in_the_body_are_text():
    story = nitf(
        "<nitf><body>It closed.\n<p>Ships waited.</p>\nNo one knew.\n"
        "<em>Ice</em> is rare.\n<body.content><p>It froze.</p></body.content>\nThe end."
        "</body></nitf>"
    )
    assert [(block.text, block.lines) for block in story.body] == [
        ("It closed.", Lines(1, 2)),
        ("Ships waited.", Lines(2, 2)),
        ("No one knew. Ice is rare.", Lines(2, 5)),
        ("It froze.", Lines(5, 5)),
        ("The end.", Lines(5, 5)),
    ]


def test_a_rule_or_a_picture_in_a_summary_is_no_summary():
    story = nitf(
        "<nitf><body><body.head><abstract><p>No ship moved.</p><hr/></abstract></body.head>"
        "<body.content><p>It closed.</p></body.content></body></nitf>"
    )
    assert [part.text for part in story.abstract] == ["No ship moved."]


def test_quotations_within_more_than_any_story_has_are_refused():
    with pytest.raises(ReadError) as caught:
        content("<bq>" * 40 + "<p>It closed.</p>" + "</bq>" * 40)
    assert [found.code for found in caught.value.diagnostics] == ["R022"]


def test_what_is_not_for_publication_is_kept_back_although_all_stands_on_one_line():
    story = content(
        "<p>LUND, Sweden (dpa) - The harbour closed, officials said.</p><p>Ships waited.</p>"
        "<p>The following information is not intended for publication</p><p>Call Ada Lov</p>"
    )
    public = publishable(story)
    assert "Ada" not in str(public)
    assert len(public.body) == 2


def test_an_item_without_a_body_is_an_alert():
    story = nitf("<nitf><body><body.head><hedline>One</hedline></body.head></body></nitf>")
    assert story.kind is Kind.ALERT


def test_namespaces_make_no_difference():
    story = nitf(
        STORY.replace("<nitf ", '<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/" ').replace(
            "</nitf>", "</n:nitf>"
        )
    )
    assert story.headline is not None


def test_thousands_of_notes_that_are_kept_back_take_no_time():
    note = '<note type="npa"><p>Call Ada</p></note>\n<p>Ships waited.</p>\n'
    start = time.process_time()
    story = content(note * 5000)
    assert len(publishable(story).body) == 5000
    assert "Ada" not in str(publishable(story))
    assert time.process_time() - start < 20


def test_contacts_below_the_text_are_kept_back_although_they_are_credits():
    story = content(
        "<p>LUND (dpa) - The harbour closed.</p>\n<p># Notebook</p>\n"
        "<p>The following information is not intended for publication</p>\n"
        "<p>## Editorial contacts</p>\n<p>- Reporting by: Ada Lov</p>\n<p>- Editing by: Bo Ek</p>"
    )
    public = str(publishable(story))
    assert "Ada" in str(story)
    assert "Ada" not in public
    assert "Bo Ek" not in public
    assert "harbour" in public


def test_two_bylines_are_one_of_both_names():
    story = headed("<byline>By Anna Berg</byline>\n<byline/><byline>By Jon Breen</byline>")
    assert story.byline is not None
    assert story.byline.names == ("Anna Berg", "Jon Breen")
    assert story.byline.text == "By Anna Berg; By Jon Breen"
    assert story.byline.lines == Lines(1, 2)


@pytest.mark.parametrize("by", ["By ", "by ", "", "<b>By</b> "])
def test_the_title_of_an_author_is_no_name(by):
    story = headed(f"<byline>{by}Anna Berg, <byttl>Staff Writer</byttl></byline>")
    assert story.byline is not None
    assert story.byline.names == ("Anna Berg",)


def test_the_byline_of_the_format_around_wins_and_the_other_is_named():
    inner = "<byline>By Jon Breen</byline><dateline>YSTAD</dateline>"
    text = f"""<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Ice</HeadLine>
<ByLine>By Anna Berg</ByLine><DateLine>LUND</DateLine></NewsLines><ContentItem><DataContent><nitf>
<body><body.head><hedline><hl1>Ice closes</hl1><hl2/></hedline>{inner}</body.head><body.content>
<p>It closed.</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent>
</NewsItem></NewsML>"""
    story = nitf(text)
    assert story.byline is not None
    assert story.byline.names == ("Anna Berg",)
    assert "byline By Jon Breen" in left_out(story)
    assert story.dateline is not None
    assert story.dateline.text == "LUND"
    assert [part.text for part in story.subheadline] == ["Ice closes"]


def test_a_title_is_the_headline_where_there_is_none_and_is_told_once():
    both = "<head><title>Ice</title></head>"
    story = content("<p>It closed.</p>", "<title>Ice</title>")
    assert story.headline is not None
    assert story.headline.text == "Ice"
    same = nitf(
        f"<nitf>{both}<body><body.head><hedline><hl1>Ice</hl1></hedline></body.head></body></nitf>"
    )
    assert left_out(same) == ""


def test_rights_are_the_copyright_and_other_parts_of_the_head_are_named():
    story = headed("<rights>© 2030 The House</rights><series>Winter</series><rubric/>")
    assert story.copyright is not None
    assert story.copyright.text == "© 2030 The House"
    assert "series Winter" in left_out(story)


def test_a_series_in_the_data_is_named():
    story = content("<p>It closed.</p>", '<docdata><series series.name="Winter"/></docdata>')
    assert "series Winter" in left_out(story)


def test_a_note_for_readers_in_the_head_is_a_note_and_in_the_text_it_is_text():
    note = headed('<note type="std"><p>Adds quotes.</p><p> </p></note>')
    assert [part.text for part in note.ed_note] == ["Adds quotes."]
    text = content("<p>It closed.</p><note><p>Times are local.</p></note><p>Ships waited.</p>")
    assert [block.text for block in text.body if isinstance(block, Paragraph)] == [
        "It closed.",
        "Times are local.",
        "Ships waited.",
    ]


def test_what_is_said_about_the_house_below_the_text_is_boilerplate():
    story = headed("", "<bibliography>The House is a house.</bibliography>")
    assert [part.text for part in story.boilerplate] == ["The House is a house."]


def test_a_release_without_zone_is_compared_by_the_clock():
    times = '<date.issue norm="20300305T100000Z"/><date.release norm="20300305T{hour}0000"/>'
    later = content("<p>One.</p>", f"<docdata>{times.format(hour='11')}</docdata>")
    assert later.pub_status is PubStatus.EMBARGOED
    assert later.embargoed_until == "2030-03-05T11:00:00+00:00"
    assert "R015" in codes(later)
    same = content("<p>One.</p>", f"<docdata>{times.format(hour='10')}</docdata>")
    assert same.pub_status is PubStatus.USABLE


@pytest.mark.parametrize("norm", ["20300305T100000Z", "soon"])
def test_a_release_without_a_time_of_issue_is_an_embargo(norm):
    story = content("<p>One.</p>", f'<docdata><date.release norm="{norm}"/></docdata>')
    assert story.pub_status is PubStatus.EMBARGOED


def test_a_document_without_head_or_body_is_read():
    story = nitf("<nitf><head><title>Ice</title></head></nitf>")
    assert story.headline is not None
    assert story.headline.text == "Ice"
