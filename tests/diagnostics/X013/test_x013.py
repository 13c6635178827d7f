"""A second run that finds its outputs there."""

from __future__ import annotations

from exporter.cli import main


def test_an_output_that_is_up_to_date_is_told(tmp_path, monkeypatch, capfd, seed_bytes):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_bytes(seed_bytes)
    for _ in range(2):
        main(["story.txt", "--format", "pdf,epub,docx", "--update", "--verbose"])
    assert capfd.readouterr().err.count("story.txt: info X013: ") == 3
