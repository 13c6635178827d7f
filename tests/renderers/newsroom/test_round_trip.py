"""A story written for a newsroom's system and read again is the same story."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings

import exporter
from exporter.model import (
    Byline,
    Credit,
    Dateline,
    Document,
    ItemList,
    ListItem,
    Paragraph,
    PubStatus,
    Quotation,
    Source,
    SourceText,
    publishable,
)
from exporter.newsroom import carried
from exporter.readers import read
from exporter.renderers import RenderOptions, Rendition, renderer
from exporter.values import replace
from tests import strategies
from tests.conftest import ROOT, SEED

FORMATS = ("ninjs", "nitf")
STORIES = [SEED, *sorted((ROOT / "tests" / "stories").glob("*.txt"))]
STORY = Document(source=Source("s.txt", "text/plain", "0" * 64), title="Ice")


def written(document: Document, name: str, wire) -> Rendition:
    return renderer(name)(document, wire, RenderOptions())


def again(document: Document, name: str, wire) -> Document:
    """A document written and read, in the form that is carried; of the same source."""
    made = written(document, name, wire)
    return carried(replace(read(made.content, f"x{made.suffix}"), source=document.source))


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=80)
@given(document=strategies.documents)
def test_any_document_comes_back_as_it_was(name, document, wire):
    assert again(document, name, wire) == carried(publishable(document))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_read_from_text_comes_back_as_it_was(name, path, wire):
    document = exporter.read(path)
    assert again(document, name, wire) == carried(publishable(document))


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_reported_of_what_was_written_here(name, wire):
    made = written(exporter.read(SEED), name, wire)
    assert read(made.content, "x").diagnostics == ()


@pytest.mark.parametrize("name", FORMATS)
def test_nesting_as_deep_as_is_read_comes_back(name, wire):
    block = Paragraph.of("deep")
    item = ListItem.of("deep")
    for _ in range(30):
        item = ListItem.of("deep", item)
        block = Quotation((block,))
    document = replace(STORY, body=(block, ItemList((item,))))
    assert again(document, name, wire) == carried(document)


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_newsroom_changes_wins(name, wire):
    document = replace(
        STORY,
        headline=SourceText("Ice"),
        byline=Byline("By Anna Berg", ("Anna Berg",)),
        dateline=Dateline("LUND (AA) -", ("LUND",), None, None, "AA"),
        body=(Paragraph.of("The harbour closed."),),
    )
    made = written(document, name, wire).content.decode()
    changed = read(made.replace("LUND (AA) -", "YSTAD (AA) -", 9).encode(), "x")
    kept = [*(block.text for block in changed.body if isinstance(block, Paragraph))]
    assert "YSTAD" in " ".join([*kept, changed.dateline.text if changed.dateline else ""])
    canceled = read(made.replace("usable", "canceled").encode(), "x")
    assert canceled.pub_status is PubStatus.CANCELED


@pytest.mark.parametrize("name", FORMATS)
def test_a_dateline_that_a_newsroom_has_written_anew_wins(name, wire):
    document = replace(
        STORY,
        dateline=Dateline("LUND (AA) -", ("LUND",), None, None, "AA"),
        body=(Paragraph.of("The harbour closed."),),
    )
    made = written(document, name, wire).content.decode()
    made = made.replace("LUND (AA) - The", "In Ystad the").replace(">LUND (AA) -<", ">YSTAD<")
    changed = read(made.encode(), "x")
    assert "LUND" not in str(changed)
    assert "ystad" in str(changed).lower()


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_newsroom_has_made_something_else_of_stays_text(name, wire):
    document = replace(
        STORY,
        body=(Paragraph.of("The harbour closed."),),
        boilerplate=(SourceText("HN is a house."),),
        end_mark=SourceText("###"),
    )
    made = written(document, name, wire).content.decode()
    assert read(made.encode(), "x").end_mark is not None
    made, count = re.subn(r"<p class=[^>]*end-mark[^>]*>###</p>", "<ul><li>###</li></ul>", made)
    assert count == 1
    changed = read(made.encode(), "x")
    assert (changed.boilerplate, changed.end_mark) == ((), None)
    assert [type(block) for block in changed.body] == [Paragraph, Paragraph, ItemList]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("at", range(5))
def test_a_paragraph_that_a_newsroom_takes_out_leaves_the_others_what_they_are(name, at, wire):
    words = ["It froze.", "Reporting by Anna Berg", "HN is a house.", "It prints.", "###"]
    document = replace(
        STORY,
        body=(Paragraph.of("The harbour closed."), Paragraph.of(words[0])),
        credits=(Credit(words[1], "reporting", ("Anna Berg",)),),
        boilerplate=(SourceText(words[2]), SourceText(words[3])),
        end_mark=SourceText(words[4]),
    )
    made = written(document, name, wire).content.decode()
    assert words[at] in made
    changed = read(re.sub(rf"(>(\\n)?){re.escape(words[at])}<", r"\1<", made).encode(), "x")
    assert [block.text for block in changed.body] == ["The harbour closed."] + words[:1] * (at != 0)
    assert [credit.text for credit in changed.credits] == words[1:2] * (at != 1)
    assert [part.text for part in changed.boilerplate] == [
        each for each in words[2:4] if each != words[at]
    ]
    assert (changed.end_mark is None) == (at == 4)


@pytest.mark.parametrize("name", FORMATS)
def test_a_credit_that_a_newsroom_changes_has_not_the_role_of_another(name, wire):
    document = replace(
        STORY,
        body=(Paragraph.of("The harbour closed."),),
        credits=(
            Credit("Words: Anna Berg", "reporting", ("Anna Berg",)),
            Credit("Words: Bo Ek", "editing", ("Bo Ek",)),
        ),
    )
    made = written(document, name, wire).content.decode()
    changed = read(made.replace("Words: Anna Berg", "Pictures: Cy Dahl").encode(), "x")
    roles = {credit.text: credit.role for credit in changed.credits}
    assert roles.get("Pictures: Cy Dahl") not in ("reporting", "editing")
    assert roles["Words: Bo Ek"] == "editing"


@pytest.mark.parametrize("name", FORMATS)
def test_a_supplement_of_nonsense_is_passed_over(name, wire):
    made = written(replace(STORY, body=(Paragraph.of("It closed."),)), name, wire).content.decode()
    for nonsense in ("[]", '{"tail":7}', '{"kind":"poem","until":"soon"}', "x"):
        value = json.dumps(nonsense)[1:-1] if name == "ninjs" else nonsense.replace('"', "&quot;")
        start = made.index("{", made.index("exporter-supplement"))
        end = made.index('"\n' if name == "ninjs" else '"/>', start)
        assert read(f"{made[:start]}{value}{made[end:]}".encode(), "x").body
