"""What machine formats call a story."""

from __future__ import annotations

import json

import pytest

from exporter.model.json_out import to_json
from exporter.readers import read
from exporter.readers.guid import guid

NITF = """<nitf><head><docdata><doc-id id-string="abc.2014" regsrc="AFP"/></docdata></head>
<body><body.content><p>The harbour closed.</p></body.content></body></nitf>"""
G2 = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:reuters.com,2014:1"
version="3"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentSet><inlineData>The harbour
closed.</inlineData></contentSet></newsItem>"""
NEWSML_1 = """<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>afp.com</ProviderId>
<DateId>20140829</DateId><NewsItemId>TX-PAR-1</NewsItemId><RevisionId PreviousRevision="1"
Update="N">2</RevisionId></NewsIdentifier></Identification><NewsComponent><ContentItem><DataContent>
The harbour closed.</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""
MODEL = json.dumps(to_json(read(b"OSLO (AFP) - It closed.", "story.txt")))
NINJS = json.dumps({"uri": "urn:x:7", "type": "text", "headline": "Ice", "body_text": "It closed."})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NITF, "abc.2014"),
        (G2, "tag:reuters.com,2014:1"),
        (f"<newsMessage><itemSet>{G2}</itemSet></newsMessage>", "tag:reuters.com,2014:1"),
        (NEWSML_1, "urn:newsml:afp.com:20140829:TX-PAR-1"),
        (NINJS, "urn:x:7"),
        (NINJS.replace("uri", "guid"), "urn:x:7"),
        (NINJS.replace("{", '{"guid": "tag:x:8", '), "urn:x:7"),
        (NINJS.replace("urn:x:7", " ").replace("{", '{"guid": "tag:x:8", '), "tag:x:8"),
    ],
)
def test_a_format_s_own_identifier_is_found(text, expected):
    assert guid(text.encode(), "story") == expected


@pytest.mark.parametrize(
    "text",
    [
        NITF.replace("doc-id", "doc-x"), G2.replace("guid", "x"), G2.replace("text", "picture"),
        NEWSML_1.replace("DateId", "Date"), NINJS.replace("urn:x:7", " "), "<nitf>", '{"uri": 7',
        json.dumps({"uri": 7, "headline": "Ice"}), NINJS.replace('"uri": "urn:x:7"', '"guid": 7'),
        "OSLO (AFP) - It closed.", "", "\0",
        NINJS[:-1], MODEL,
    ],
)  # fmt: skip
def test_where_there_is_none_there_is_none(text):
    assert guid(text.encode(), "story") is None


def test_among_several_texts_it_is_that_of_the_language():
    item = {"type": "text", "headline": "Ice", "body_text": "It closed."}
    both = [{**item, "uri": f"urn:x:{tag}", "language": tag} for tag in ("en", "de")]
    assert guid(json.dumps(both).encode(), "story", language="de") == "urn:x:de"
    assert guid(json.dumps(both).encode(), "story") is None
