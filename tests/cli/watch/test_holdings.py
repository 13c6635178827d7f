"""Two stories must not be written over each other, whenever they arrive."""

from __future__ import annotations

from pathlib import Path

from exporter.cli.batch.outcome import Job
from exporter.cli.inputs import Input
from exporter.cli.watch.holdings import Holdings


def job(story: str, output: str) -> Job:
    return Job(Input(story, Path(story)), {"pdf": Path(output), "epub": Path(f"{output}.epub")})


def test_an_output_is_the_story_s_that_came_first():
    holdings = Holdings()
    assert not holdings.settle(job("a.txt", "a.pdf")).barred
    (said,) = holdings.settle(job("a.md", "a.pdf")).barred
    assert (said.code, said.source) == ("X010", "a.md")
    assert not holdings.settle(job("a.txt", "a.pdf")).barred


def test_it_is_free_when_the_story_has_gone():
    holdings = Holdings()
    holdings.settle(job("a.txt", "a.pdf"))
    holdings.keep_only({"a.md"})
    assert not holdings.settle(job("a.md", "a.pdf")).barred


def test_it_is_free_when_the_story_is_called_otherwise():
    holdings = Holdings()
    holdings.settle(job("a.txt", "First title.pdf"))
    holdings.settle(job("a.txt", "Second title.pdf"))
    assert not holdings.settle(job("b.txt", "First title.pdf")).barred
    assert holdings.settle(job("b.txt", "Second title.pdf")).barred


def test_what_is_barred_holds_nothing():
    holdings = Holdings()
    barred = holdings.settle(job("a.txt", "a.pdf"))
    holdings.settle(job("b.txt", "b.pdf"))
    also = holdings.settle(job("b.txt", "a.pdf"))
    assert holdings.settle(also) is also
    assert not barred.barred
