"""The foot is read upwards, passage by passage."""

from __future__ import annotations

from exporter.diagnostics import Lines
from exporter.model import SourceText
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import Line
from exporter.readers.wire.foot import read_foot
from exporter.readers.wire.passages import Passage
from tests.readers.conftest import of

RUN_ON = "The harbour opens on Monday. (Reporting by Ada Lovelace)"


def test_of_two_passages_that_are_alike_the_last_gives_its_credits():
    # Codes of typesetting part lines that keep one number.
    twins = [Passage((Line(2, RUN_ON, RUN_ON),)) for _ in range(2)]
    foot = read_foot(twins, None, None, Remarks("a.txt"))
    assert [passage.text for passage in foot.passages] == [RUN_ON, "The harbour opens on Monday."]
    assert [credit.text for credit in foot.credits] == ["Reporting by Ada Lovelace"]


def test_an_end_mark_that_markdown_protects_is_one_without_the_stroke():
    document = of("LUND (AP) - The harbour opens on Monday.\n\nIt was closed.\n\n\\###\n")
    assert document.end_mark == SourceText("###", Lines(5, 5))
    assert any("'\\\\' (1×)" in found.message for found in document.diagnostics)
