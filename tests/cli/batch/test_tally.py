"""The summary of a run."""

from __future__ import annotations

from exporter.cli.batch.outcome import Outcome, Output, State
from exporter.cli.batch.tally import Tally
from exporter.diagnostics import diagnose

WARNING = diagnose("P007", language="x")
INFO = diagnose("X013", path="a.pdf")
WRITTEN = Outcome("a", (Output("pdf", "a.pdf"), Output("epub", "a.epub")), (WARNING, WARNING))
CURRENT = Outcome("b", (Output("pdf", "b.pdf", current=True),), (INFO,))
MENDED = Outcome("c", (Output("pdf", "c.pdf", current=True), Output("epub", "c.epub")))
HALF = Outcome("d", (Output("pdf", "d.pdf"), Output("epub")), (WARNING,), ("a traceback",))


def test_a_story_has_failed_if_one_format_has():
    assert [each.state for each in (WRITTEN, CURRENT, MENDED, HALF)] == [
        State.WRITTEN, State.CURRENT, State.WRITTEN, State.FAILED
    ]  # fmt: skip


def test_stories_are_counted_by_their_end_and_by_their_warnings():
    tally = Tally()
    for outcome in (WRITTEN, CURRENT, MENDED, HALF):
        tally.take(outcome)
    assert str(tally) == "4 stories: 2 written, 1 up to date, 1 failed; warnings: P007 in 2"
    assert tally.json() == {
        "stories": 4, "written": 2, "current": 1, "failed": 1, "warnings": {"P007": 2}
    }  # fmt: skip
    assert (tally.failed, tally.bugs) == (1, 1)


def test_what_did_not_happen_is_not_told():
    tally = Tally()
    for _ in range(1200):
        tally.take(CURRENT)
    assert str(tally) == "1,200 stories: 1,200 up to date"
