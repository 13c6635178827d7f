"""ninjs by its schema, NITF by the order of its DTD; and what of a story goes into them."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree
from referencing import Registry, Resource

import exporter
from exporter.diagnostics import ExportError, Lines
from exporter.model import Document, Paragraph, PubStatus, Source, SourceText
from exporter.renderers import RenderOptions, renderer
from exporter.values import replace
from tests import strategies
from tests.conftest import SEED

FORMATS = ("ninjs", "nitf")
STORY = Document(
    source=Source("s.txt", "text/plain", "0" * 64),
    title="Ice",
    headline=SourceText("Ice", Lines(1, 1)),
    ed_note=(SourceText("Adds quotes."), SourceText("With photos.")),
    body=(Paragraph.of('He said "no" -- twice.', Lines(2, 2)), Paragraph.of("Secret", Lines(3, 3))),
)
# The content models that we write, as the DTD of NITF 3.6 has them.
DTD = """
<!ENTITY % text "#PCDATA | em | a | br">
<!ENTITY % blocks "p | hl2 | ul | ol | table | media | bq | hr">
<!ELEMENT nitf (head?, body)> <!ATTLIST nitf version CDATA #IMPLIED baselang CDATA #IMPLIED>
<!ELEMENT head (title?, meta*, docdata?)> <!ELEMENT title (#PCDATA)>
<!ELEMENT meta EMPTY> <!ATTLIST meta name CDATA #IMPLIED content CDATA #REQUIRED>
<!ELEMENT docdata (doc-id | urgency | date.issue | date.release | du-key | ed-msg)*>
<!ATTLIST docdata management-status CDATA #IMPLIED>
<!ELEMENT doc-id EMPTY> <!ATTLIST doc-id id-string CDATA #IMPLIED>
<!ELEMENT urgency EMPTY> <!ATTLIST urgency ed-urg CDATA #IMPLIED>
<!ELEMENT date.issue EMPTY> <!ATTLIST date.issue norm CDATA #IMPLIED>
<!ELEMENT date.release EMPTY> <!ATTLIST date.release norm CDATA #IMPLIED>
<!ELEMENT du-key EMPTY> <!ATTLIST du-key key CDATA #IMPLIED>
<!ELEMENT ed-msg EMPTY> <!ATTLIST ed-msg info CDATA #IMPLIED>
<!ELEMENT body (body.head?, body.content*, body.end?)>
<!ELEMENT body.head (hedline?, rights?, byline*, distributor?, dateline*, abstract?)>
<!ELEMENT hedline (hl1, hl2*)> <!ELEMENT hl1 (%text;)*> <!ELEMENT hl2 (%text;)*>
<!ELEMENT rights (#PCDATA)> <!ELEMENT byline (#PCDATA)> <!ELEMENT distributor (#PCDATA)>
<!ELEMENT dateline (#PCDATA)> <!ELEMENT abstract (%blocks;)*>
<!ELEMENT body.content (block | %blocks;)*> <!ELEMENT block (%blocks;)*>
<!ELEMENT p (%text;)*> <!ATTLIST p class CDATA #IMPLIED>
<!ELEMENT em (%text;)*> <!ATTLIST em class CDATA #IMPLIED>
<!ELEMENT a (%text;)*> <!ATTLIST a href CDATA #IMPLIED> <!ELEMENT br EMPTY> <!ELEMENT hr EMPTY>
<!ELEMENT ul (li+)> <!ELEMENT ol (li+)> <!ELEMENT li (%text; | %blocks;)*>
<!ELEMENT table (caption?, thead?, (tbody+ | tr+))> <!ELEMENT caption (%text;)*>
<!ELEMENT thead (tr+)> <!ELEMENT tbody (tr+)>
<!ELEMENT tr (th | td)+> <!ELEMENT th (%text; | %blocks;)*> <!ELEMENT td (%text; | %blocks;)*>
<!ELEMENT media (media-reference+, media-caption*, media-producer?)>
<!ATTLIST media media-type CDATA #REQUIRED> <!ELEMENT media-reference EMPTY>
<!ATTLIST media-reference source CDATA #IMPLIED alternate-text CDATA #IMPLIED>
<!ELEMENT media-caption (%text; | %blocks;)*> <!ELEMENT media-producer (%text;)*>
<!ELEMENT bq (block*)> <!ELEMENT body.end (tagline?)> <!ELEMENT tagline (%text;)*>
"""


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    schema = json.loads((Path(__file__).parent / "ninjs-schema_3.0.json").read_bytes())
    geojson = Resource.from_contents({"$schema": schema["$schema"]})
    known = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", geojson)
    return Draft202012Validator(schema, registry=known, format_checker=FormatChecker())


@settings(max_examples=80)
@given(document=strategies.documents)
def test_ninjs_is_valid_by_its_schema(document, schema, wire):
    made = renderer("ninjs")(document, wire, RenderOptions(date=datetime(2030, 3, 5, tzinfo=UTC)))
    schema.validate(json.loads(made.content))


@settings(max_examples=80)
@given(document=strategies.documents)
def test_nitf_has_the_structure_of_its_dtd(document, wire):
    made = renderer("nitf")(document, wire, RenderOptions(date=datetime(2030, 3, 5, tzinfo=UTC)))
    dtd = etree.DTD(io.StringIO(DTD))
    assert dtd.validate(etree.fromstring(made.content)), dtd.error_log


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_story_gives_the_same_bytes(name, wire):
    made = [renderer(name)(STORY, wire, RenderOptions()) for _ in range(2)]
    assert made[0] == made[1]
    assert (made[0].format, made[0].pages) == (name, None)


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_not_for_publication_is_not_written(name):
    held = replace(STORY, unpublishable=(Lines(3, 3),))
    made = exporter.export(held, format=name)
    assert b"Secret" not in made.content
    assert b"He said" in made.content


@pytest.mark.parametrize("name", FORMATS)
def test_marks_stay_as_sent(name):
    content = exporter.export(STORY, format=name).content.decode()
    assert "-- twice." in content
    assert "“" not in content


@pytest.mark.parametrize("name", FORMATS)
def test_notes_to_editors_are_for_editors_whatever_readers_see(name):
    made = exporter.export(STORY, format=name, no_ed_note=True)
    assert b"Adds quotes." in made.content


@pytest.mark.parametrize("name", FORMATS)
def test_a_story_that_is_held_is_refused_and_says_so_when_it_is_allowed(name):
    held = replace(STORY, pub_status=PubStatus.WITHHELD)
    with pytest.raises(ExportError, match="X002"):
        exporter.export(held, format=name)
    made = exporter.export(held, format=name, allow_embargoed=True)
    assert exporter.read(made.content).pub_status is PubStatus.WITHHELD


@pytest.mark.parametrize("name", FORMATS)
def test_an_embargo_is_written_with_its_end(name):
    until = "2030-03-06T09:30:00+00:00"
    held = replace(STORY, pub_status=PubStatus.EMBARGOED, embargoed_until=until)
    made = exporter.export(held, format=name, allow_embargoed=True)
    back = exporter.read(made.content)
    assert (back.pub_status, back.embargoed_until) == (PubStatus.EMBARGOED, until)


@pytest.mark.parametrize("name", FORMATS)
def test_no_typography_runs_for_a_newsroom_alone(name, monkeypatch):
    monkeypatch.setattr("exporter.typography.refine", None)
    assert exporter.export(SEED, format=name).content
