"""A worker process that is killed."""

from __future__ import annotations

from pathlib import Path

from exporter.cli.batch.desk import Desk
from exporter.cli.batch.outcome import Job, Wanted
from exporter.cli.inputs import Input
from exporter.pipeline import Options


def test_a_story_whose_process_ended_is_told_as_lost():
    desk = Desk(Options(), Wanted(("pdf",), "output"))
    outcome = desk.lost(Job(Input("a.txt", Path("a.txt"))), "killed by SIGKILL")
    (said,) = outcome.told
    assert str(said) == (
        "a.txt: error X020: the process that was at work on it ended: killed by SIGKILL"
    )
    assert "--jobs" in said.hint
