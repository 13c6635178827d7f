"""U060 is of another command than a case can run."""

from __future__ import annotations

from exporter.cli import main


def test_a_word_that_is_no_topic_is_an_error(capfd):
    assert main(["help", "nothing"]) == 2
    assert capfd.readouterr().err.startswith("error U060: ")
