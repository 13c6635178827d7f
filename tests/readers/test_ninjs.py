"""ninjs 1 to 3 and its dialects."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

import exporter
from exporter.diagnostics import Lines, ReadError
from exporter.model import Document, Emphasis, Figure, Kind, Paragraph, PubStatus, publishable
from tests.readers.conftest import codes

XHTML = "<p>The <em>harbour</em> closed.</p><p>Ships waited.</p>"


def read(item: Any, language: str | None = None) -> Document:
    text = item if isinstance(item, str) else json.dumps(item, indent=1)
    return exporter.read(text.encode(), name="item.json", language=language)


def refusal(item: Any) -> tuple[str, str]:
    with pytest.raises(ReadError) as caught:
        read(item)
    found = caught.value.diagnostics[-1]
    return found.code, found.message


FIRST = {
    "uri": "urn:a", "type": "text", "urgency": 3, "pubstatus": "usable", "language": "en_gb",
    "slugline": "Harbour", "ednote": "Adds quotes.\nWith photos.", "headline": "Ice",
    "headline_short": "Ice!", "byline": "By Anna Berg", "located": "Lund, Sweden",
    "description_text": "No ship moved.", "copyrightholder": "The House", "usageterms": "None",
    "body_text": "Another form.", "body_xhtml": XHTML, "keywords": ["ice", "ships"],
}  # fmt: skip
SECOND = {
    "uri": "urn:a", "type": "text", "urgency": 3, "pubstatus": "usable", "language": "en-GB",
    "slugline": "Harbour", "ednote": "Adds quotes.\nWith photos.", "by": "By Anna Berg",
    "headlines": [{"role": "main", "value": "Ice"}, {"role": "short", "value": "Ice!"}],
    "located": "Lund, Sweden", "descriptions": [{"role": "summary", "value": "No ship moved."}],
    "copyrightholder": "The House", "usageterms": "None", "keywords": ["ice", "ships"],
    "bodies": [
        {"role": "text", "contenttype": "text/plain", "value": "Another form."},
        {"role": "main", "contenttype": "application/xhtml+xml", "value": XHTML},
    ],
}  # fmt: skip
THIRD = {
    {
        "pubstatus": "pubStatus", "ednote": "edNote", "copyrightholder": "copyrightHolder",
        "usageterms": "usageTerms",
    }.get(key, key): value
    for key, value in SECOND.items()
}  # fmt: skip


@pytest.mark.parametrize("item", [FIRST, SECOND, THIRD], ids=["1.x", "2.x", "3.x"])
def test_the_fields_of_every_version_have_their_places(item):
    story = read(item)
    assert (story.language, story.urgency, story.kind) == ("en-GB", 3, Kind.STORY)
    assert story.slugline is not None
    assert [note.text for note in story.ed_note] == ["Adds quotes.", "With photos."]
    assert story.headline is not None
    assert story.headline.text == "Ice"
    assert [part.text for part in story.subheadline] == ["Ice!"]
    assert [part.text for part in story.abstract] == ["No ship moved."]
    assert story.byline is not None
    assert story.byline.names == ("Anna Berg",)
    assert story.dateline is not None
    assert (story.dateline.places, story.dateline.region) == (("Lund",), "Sweden")
    assert story.copyright is not None
    assert story.copyright.text == "© The House; None"
    first = story.body[0]
    assert isinstance(first, Paragraph)
    assert isinstance(first.inlines[1], Emphasis)
    assert len(story.body) == 2
    assert any("keywords ice, ships" in each.message for each in story.diagnostics)
    assert story.source.media_type == "application/ninjs+json"


def test_a_field_knows_its_line():
    story = read('{"uri": "urn:a",\n"headline":\n"Ice",\n"body_text": "It closed.\\nAll day."}')
    assert story.headline is not None
    assert story.headline.lines == Lines(3, 3)
    assert {block.lines for block in story.body} == {Lines(4, 4)}


def test_copy_in_a_field_is_read_as_text():
    copy = "By Anna Berg\n\nLUND, Sweden (AA) - The harbour closed.\n\n*Writing by Jon Breen"
    story = read({"uri": "urn:a", "headline": "Ice", "body_text": copy})
    assert story.byline is not None
    assert story.dateline is not None
    assert story.dateline.agency == "AA"
    assert [credit.names for credit in story.credits] == [("Jon Breen",)]


def test_what_is_not_for_publication_is_kept_back_although_the_field_is_one_line():
    copy = """LUND (dpa) - The harbour closed on Tuesday.

# Notebook

* * * *
The following information is not intended for publication

## Editorial contacts
- Reporting by: Ada Lov"""
    story = read({"uri": "urn:a", "headline": "Ice", "body_text": copy})
    public = publishable(story)
    assert "Ada" in str(story.ed_note)
    assert "Ada" not in str(public)
    assert public.body


def test_a_heading_that_repeats_the_headline_goes_and_the_text_stays():
    story = read(FIRST | {"body_xhtml": f"<h1>Ice</h1>{XHTML}"})
    assert [block.text for block in story.body] == ["The harbour closed.", "Ships waited."]


def test_of_credits_only_the_marks_around_them_are_reported():
    credits_ = "<p>(Reporting by Anna Berg; Editing by Jon Breen)</p>"
    story = read(FIRST | {"body_xhtml": XHTML + credits_})
    assert [credit.role for credit in story.credits] == ["reporting", "editing"]
    said = [each.message for each in story.diagnostics if each.code == "R020"]
    assert len(said) == 3


def test_a_short_headline_alone_is_no_headline():
    story = read(SECOND | {"headlines": [{"role": "short", "value": "Ice!"}]})
    assert story.headline is None
    assert [part.text for part in story.subheadline] == ["Ice!"]


def test_the_agency_of_a_dateline_is_the_item_s_source():
    story = read(FIRST | {"source": "HN", "creditline": "The House"})
    assert story.dateline is not None
    assert story.dateline.agency == "HN"
    assert any("source The House" in each.message for each in story.diagnostics)


def test_a_copy_with_line_breaks_in_tags_is_read_by_its_lines():
    wrapped = [
        "The harbour of Lund was closed by the ice on Tuesday, and the<br/>"
        "ships that had come from Ystad waited for a thaw in the open.",
        "A thaw was not to be expected before the week was over, as the<br/>"
        "harbour master told all who had come to ask him for his word.",
    ]
    story = read(FIRST | {"body_xhtml": "", "body_text": "<p>".join(wrapped)})
    assert [block.text for block in story.body] == [text.replace("<br/>", " ") for text in wrapped]


def test_nitf_in_a_body_is_read_as_nitf():
    value = "<nitf><body><body.content><hl2>Ice</hl2><p>It closed.</p></body.content></body></nitf>"
    item = {"uri": "urn:a", "bodies": [{"role": "nitf", "contentType": "text/xml", "value": value}]}
    assert len(read(item).body) == 2


def test_html_that_is_not_well_formed_is_read():
    item = {"uri": "urn:a", "headline": "Ice", "body_html": "<p>One<br>two<p>Three &nbsp; & four"}
    story = read(item)
    assert len(story.body) == 2
    assert "R045" not in codes(story)


def test_pictures_come_with_their_words():
    picture = {
        "uri": "urn:b", "type": "picture", "name": "p", "by": "Karl", "headline": "The sea",
        "description_text": "High tide.", "renditions": [{"name": "a", "href": "tide.jpg"}],
    }  # fmt: skip
    story = read(
        {"uri": "urn:a", "headline": "Ice", "body_text": "It closed.", "associations": [picture]}
    )
    figure = story.body[-1]
    assert isinstance(figure, Figure)
    assert (figure.src, figure.alt, figure.credit) == ("tide.jpg", "The sea", "Karl")


@pytest.mark.parametrize("word", ["withheld", "canceled"])
def test_a_status_is_the_sender_s(word):
    assert read(THIRD | {"pubStatus": word}).pub_status is PubStatus(word)


@pytest.mark.parametrize("name", ["embargoed", "embargoeduntil", "embargoedUntil"])
def test_an_embargo_has_its_end(name):
    item = {**THIRD, name: "2030-03-06T09:30:00+01:00"}
    story = read(item)
    assert story.pub_status is PubStatus.EMBARGOED
    assert story.embargoed_until == "2030-03-06T09:30:00+01:00"


@pytest.mark.parametrize("body", ["body_text", "body_xhtml"])
def test_notices_in_a_note_count(body):
    item = {"uri": "urn:a", "headline": "Ice", body: "The harbour closed."}
    held = read(item | {"ednote": "HOLD HOLD HOLD"})
    assert held.pub_status is PubStatus.WITHHELD
    assert codes(held).count("R014") == 1
    barred = read(item | {"ednote": "NOT FOR PUBLICATION: call Ada Lov"})
    assert "Ada" in str(barred)
    assert "Ada" not in str(publishable(barred))
    assert publishable(barred).headline is not None


@pytest.mark.parametrize(
    "kind", ["audio", "video", "picture", "graphic", "composite", "event", "planning"]
)
def test_what_is_no_text_is_refused(kind):
    assert refusal({"uri": "urn:a", "type": kind, "headline": "Ice"})[0] == "R042"


def test_text_that_is_elsewhere_is_not_fetched():
    item = {"uri": "urn:a", "type": "text", "headline": "Ice"}
    nitf = {"nitf": {"type": "text", "href": "https://example.org/a"}}
    assert refusal(item | {"renditions": nitf})[0] == "R048"


def test_a_picture_of_odd_renditions_is_none_or_is_named():
    for renditions in (7, "x", [7], {"a": 7}):
        picture = {"uri": "urn:b", "type": "picture", "renditions": renditions}
        assert read(FIRST | {"associations": {"a": picture}}).body


def test_an_answer_of_an_interface_is_unwrapped():
    assert read({"data": {"item": FIRST}}).headline is not None
    assert refusal({"items": [FIRST, FIRST]})[0] == "R043"


@pytest.mark.parametrize(
    ("languages", "wanted", "chosen"),
    [
        (["en", "sv"], "sv", 1),
        (["sv-SE", "en"], "sv", 0),
        ([None, "no"], "no", 1),
        (["fil", "fi"], "fi", 1),
        (["pt_PT", "pt-br"], "pt-BR", 1),
        ([7, "en"], "en", 1),
    ],
)
def test_of_several_stories_one_can_be_chosen_by_its_language(languages, wanted, chosen):
    items = [
        FIRST | {"language": tag, "headline": f"Ice {number}"}
        for number, tag in enumerate(languages)
    ]
    story = read({"items": items}, language=wanted)
    assert story.headline is not None
    assert story.headline.text == f"Ice {chosen}"


def test_an_item_that_names_no_language_is_chosen_by_none():
    items = [{**FIRST, "language": None}, {**FIRST, "language": "en"}]
    assert refusal({"items": items})[0] == "R043"
    with pytest.raises(ReadError, match="R043"):
        read({"items": items}, language="no")


@pytest.mark.parametrize(
    "text",
    [
        '{"uri": "urn:a", "headline": "Ice"',
        '{"uri": "urn:a", "headline": "Ice", "headline": "Fire"}',
        '{"uri": "urn:a", "headline": "Ice", "x": ' + "[" * 5000 + "]" * 5000 + "}",
        '{"uri": "urn:a", "headline": "Ice", "x": ' + "9" * 9999 + "}",
    ],
)
def test_what_is_not_valid_is_refused(text):
    assert refusal(text)[0] == "R040"


@pytest.mark.parametrize("value", [None, 7, 1.5, [], {}, [7], [{"value": 7}], {"a": 7}, "\ud800"])
@pytest.mark.parametrize("name", [*FIRST, *SECOND, "associations", "authors", "renditions"])
def test_a_field_may_hold_anything(name, value):
    item = json.dumps(SECOND | FIRST | {"body_text": "It closed.", name: value})
    try:
        said = read(item).title
    except ReadError as error:
        said = error.diagnostics[-1].code
    assert said


def test_a_text_that_is_cut_off_is_refused_at_once():
    start = time.process_time()
    assert refusal('{"uri": "urn:a", "headline": "' + '\\"' * 200_000)[0] == "R040"
    assert time.process_time() - start < 5


def left_out(story: Document) -> str:
    """What the document has no field for."""
    return " ".join(each.message for each in story.diagnostics if each.code == "R044")


ICE = {"uri": "urn:a", "headline": "Ice", "body_text": "The harbour closed."}


def test_authors_are_the_byline_where_there_is_none():
    story = read(ICE | {"authors": [{"name": "Anna Berg"}, {"name": "Jon Breen"}, {}]})
    assert story.byline is not None
    assert story.byline.names == ("Anna Berg", "Jon Breen")
    given = read(ICE | {"byline": "By Mia Ek", "authors": [{"name": "Anna Berg"}]})
    assert given.byline is not None
    assert given.byline.names == ("Mia Ek",)
    assert "authors Anna Berg" in left_out(given)


def test_the_sources_are_the_agency_and_what_the_dateline_does_not_say():
    story = read(ICE | {"located": "Lund", "source": "HN", "creditline": "HN/XYZ"})
    assert story.dateline is not None
    assert (story.dateline.text, story.dateline.agency) == ("Lund", "HN")
    assert "source HN/XYZ" in left_out(story)


def test_where_it_was_written_is_named_if_the_dateline_says_another_place():
    copy = "YSTAD, Sweden (AA) - The harbour closed."
    story = read(ICE | {"located": "Lund", "body_text": copy})
    assert story.dateline is not None
    assert story.dateline.places == ("YSTAD",)
    assert "located Lund" in left_out(story)


def test_a_description_may_be_marked_up_and_one_of_another_role_is_named():
    story = read(ICE | {"description_html": "<p>No <b>ship</b> moved.</p>", "description_x": "Y"})
    assert [part.text for part in story.abstract] == ["No ship moved."]
    assert "description Y" in left_out(story)


def test_a_title_is_told_only_if_it_says_other_words_than_the_headline():
    assert "title" not in left_out(read(ICE | {"title": "Ice"}))
    assert "title Frost" in left_out(read(ICE | {"title": "Frost"}))


def test_a_picture_that_stands_in_the_text_is_not_shown_twice_and_one_of_nothing_is_named():
    caption = "The harbour closed."
    picture = {"type": "picture", "description_text": caption, "renditions": [{"href": "a.jpg"}]}
    nothing = {"type": "picture", "headline": "A view"}
    story = read(ICE | {"associations": [picture, nothing]})
    assert not any(isinstance(block, Figure) for block in story.body)
    assert "association A view" in left_out(story)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("<nitf><body>It <b>closed</nitf>", ["It closed"]),
        ("<x><nitf/><p>It closed.</p></x>", ["It closed."]),
    ],
)
def test_what_is_called_nitf_and_is_none_is_read_for_its_words(value, words):
    item = {"uri": "urn:a", "headline": "Ice", "bodies": [{"role": "nitf", "value": value}]}
    assert [block.text for block in read(item).body if isinstance(block, Paragraph)] == words


def test_a_body_called_nitf_without_it_comes_last():
    item = ICE | {"bodies": [{"role": "nitf", "value": "<house>Another form.</house>"}]}
    assert [block.text for block in read(item).body if isinstance(block, Paragraph)] == [
        "The harbour closed."
    ]


def test_what_is_no_object_in_an_answer_is_no_story():
    assert read({"items": [7, FIRST, "x"]}).headline is not None


def test_a_headline_in_the_copy_is_a_deck_unless_the_field_says_it():
    copy = "ICE CLOSES THE HARBOUR\n\nBy Anna Berg\n\nLUND, Sweden (AA) - It closed."
    story = read(ICE | {"body_text": copy})
    assert story.headline is not None
    assert (story.headline.text, [part.text for part in story.subheadline]) == (
        "Ice",
        ["ICE CLOSES THE HARBOUR"],
    )
    same = read(ICE | {"headline": "Ice closes the harbour", "body_text": copy})
    assert same.subheadline == ()
    bare = {key: value for key, value in ICE.items() if key != "headline"}
    alone = read(bare | {"body_text": copy})
    assert alone.headline is not None
    assert alone.headline.text == "ICE CLOSES THE HARBOUR"


def test_a_byline_in_the_copy_that_the_field_contradicts_is_named():
    copy = "By Anna Berg\n\nLUND, Sweden (AA) - It closed."
    story = read(ICE | {"byline": "By Jon Breen", "body_text": copy})
    assert story.byline is not None
    assert story.byline.names == ("Jon Breen",)
    assert "byline By Anna Berg" in left_out(story)


def test_a_body_of_blanks_in_a_tag_is_no_text():
    story = read(ICE | {"body_text": "<p> </p>"})
    assert (story.body, story.kind) == ((), Kind.ALERT)


def test_an_embargo_in_the_text_is_the_embargo_and_a_notice_is_no_headline():
    body = "<p>EMBARGOED UNTIL 0600 GMT, MARCH 6, 2030</p><p>The harbour closed.</p>"
    item = {"uri": "urn:a", "body_xhtml": body}
    story = read(item | {"headline": "Ice"})
    assert story.embargo is not None
    assert story.embargo.text == "EMBARGOED UNTIL 0600 GMT, MARCH 6, 2030"
    assert [block.text for block in story.body if isinstance(block, Paragraph)] == [
        "The harbour closed."
    ]
    held = read(item | {"headline": "HOLD HOLD HOLD"})
    assert held.pub_status is PubStatus.WITHHELD
    assert held.headline is None
