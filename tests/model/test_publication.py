"""Nothing from an unpublishable line reaches a reader."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from exporter.diagnostics import Lines
from exporter.model import (
    Byline,
    Document,
    Paragraph,
    Quotation,
    Source,
    SourceText,
    publishable,
    to_json,
)
from exporter.model.publication import touching
from tests.growth import is_in_proportion
from tests.strategies import documents

SOURCE = Source("a.txt", "text/plain", "0" * 64)
SPANS = st.tuples(st.integers(1, 30), st.integers(0, 5)).map(lambda at: Lines(at[0], sum(at)))


def test_a_document_without_such_lines_stays_as_it_is() -> None:
    document = Document(source=SOURCE, title="x", body=(Paragraph.of("a", Lines(1, 1)),))
    assert publishable(document) is document


def test_fields_and_blocks_that_touch_such_a_line_go_as_a_whole() -> None:
    document = Document(
        source=SOURCE,
        title="x",
        unpublishable=(Lines(5, 9),),
        ed_note=(SourceText("public", Lines(1, 1)), SourceText("secret", Lines(4, 5))),
        byline=Byline("By A", ("A",), Lines(9, 9)),
        body=(
            Paragraph.of("public", Lines(2, 3)),
            Paragraph.of("secret", Lines(9, 12)),
            Quotation((Paragraph.of("secret", Lines(6, 6)), Paragraph.of("public", Lines(3, 3)))),
        ),
    )
    left = publishable(document)
    assert "secret" not in json.dumps(to_json(left))
    assert [note.text for note in left.ed_note] == ["public"]
    assert left.body == (
        Paragraph.of("public", Lines(2, 3)),
        Quotation((Paragraph.of("public", Lines(3, 3)),)),
    )
    assert left.byline is None


def test_a_title_from_such_a_line_gives_way_to_the_file_s_name() -> None:
    document = Document(
        source=Source("harbour.txt", "text/plain", "0" * 64),
        title="Minister's home number",
        headline=SourceText("Minister's home number", Lines(5, 5)),
        unpublishable=(Lines(5, 9),),
        body=(Paragraph.of("The ferry will sail.", Lines(1, 1)),),
    )
    assert publishable(document).title == "harbour"


def test_a_title_from_a_public_lead_stays() -> None:
    document = Document(
        source=SOURCE,
        title="The ferry will…",
        title_derived=True,
        unpublishable=(Lines(5, 9),),
        body=(Paragraph.of("The ferry will sail.", Lines(1, 1)),),
    )
    assert publishable(document).title == "The ferry will…"


@given(documents)
def test_it_is_idempotent(document: Document) -> None:
    assert publishable(publishable(document)) == publishable(document)


@given(documents)
def test_no_line_that_is_left_is_barred(document: Document) -> None:
    barred = replace(document, unpublishable=(Lines(1, 60),))
    left = publishable(barred)
    for block in left.body:
        if not isinstance(block, Quotation):
            assert block.lines is None or block.lines.first > 60


def test_a_quotation_s_lines_are_those_of_its_blocks_that_have_none() -> None:
    inner = (Paragraph.of("secret"), Paragraph.of("public", Lines(4, 4)))
    document = Document(
        source=SOURCE,
        title="x",
        unpublishable=(Lines(5, 9),),
        body=(Quotation(inner, Lines(4, 6)), Quotation((Paragraph.of("open"),), Lines(2, 3))),
    )
    left = publishable(document).body
    assert left == (
        Quotation((Paragraph.of("public", Lines(4, 4)),), Lines(4, 6)),
        Quotation((Paragraph.of("open"),), Lines(2, 3)),
    )


def test_thousands_of_parts_are_held_against_thousands_of_lines_in_proportion() -> None:
    def work(count: int) -> None:
        document = Document(
            source=SOURCE,
            title="public",
            unpublishable=tuple(Lines(2 * n, 2 * n) for n in range(count, 0, -1)),
            body=tuple(Paragraph.of("public", Lines(2 * n + 1, 2 * n + 1)) for n in range(count)),
        )
        publishable(document)

    assert is_in_proportion(work, 2000)


@given(st.lists(SPANS), SPANS)
def test_a_part_goes_when_any_of_the_spans_touches_it(barred: list[Lines], lines: Lines) -> None:
    touches = any(lines.first <= span.last and span.first <= lines.last for span in barred)
    assert touching(barred)(lines) is touches
