"""What `inspect` prints is read back as the same document."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from exporter.diagnostics import ReadError
from exporter.model import Document, to_json
from exporter.readers import read
from tests.readers.conftest import of
from tests.strategies import documents


def printed(document: Document) -> bytes:
    return json.dumps(to_json(document), ensure_ascii=False).encode("utf-8")


def changed(**fields: object) -> bytes:
    value = {**to_json(of("A dome opened in Lund on Tuesday, the university said.")), **fields}
    return json.dumps(value).encode("utf-8")


def test_a_story_comes_back_equal_in_every_field(any_story):
    assert read(printed(any_story), "anything.json") == any_story


@given(document=documents)
def test_any_document_comes_back_equal(document):
    assert read(printed(document), "x.json") == document


def test_the_language_given_wins(any_story):
    assert read(printed(any_story), "x.json", language="de").language == "de"


@pytest.mark.parametrize(
    "data",
    [
        changed(title=" "),
        changed(title=None),
        changed(pub_status="secret"),
        changed(kind=[]),
        changed(source="story.txt"),
        changed(urgency=12),
        changed(embargoed_until="tomorrow"),
        changed(embargoed_until="2030-03-05T10:00:00"),
        changed(body=[{"type": "poem"}]),
        changed(body={"type": "paragraph"}),
        changed(body=[{"type": "paragraph", "inlines": [{"type": "blink", "text": "x"}]}]),
        changed(unpublishable=[[1]]),
        changed(unpublishable=[[9, 3]]),
        changed(unpublishable=[[0, 3]]),
        changed(urgency=float("nan")),
        changed(title="x").replace(b'"title"', b'"unpublishable": [[1, 9]], "title"'),
        changed(lines=[]) + b"{",
        changed() + b"\n" + changed(),
        changed()[:-20],
        b'{"title_derived": 1, "pub_status": 2, "body": ' + b"[" * 100_000,
    ],
)
def test_json_that_claims_to_be_the_model_but_is_not_valid_is_refused(data):
    with pytest.raises(ReadError) as caught:
        read(data, "story.json")
    assert caught.value.diagnostics[0].code == "R005"


def test_lines_that_are_fewer_than_the_texts_they_are_of_are_refused_by_their_name():
    with pytest.raises(ReadError, match="lines of ed_note do not match it"):
        read(changed(ed_note=["Adds.", "Cuts."], lines={"ed_note": [[1, 1]]}), "story.json")


def test_a_lone_surrogate_becomes_a_replacement_character():
    assert read(changed(title="half \ud83d"), "x.json").title == "half \ufffd"


def test_a_source_name_with_folders_is_made_safe():
    source = {"name": "../../etc/passwd", "media_type": "text/plain", "sha256": "0" * 64}
    assert read(changed(source=source), "x.json").source.name == "passwd"
