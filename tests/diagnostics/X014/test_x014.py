"""A bug of our own."""

from __future__ import annotations

from exporter.cli import main


def test_a_bug_is_told_as_one(tmp_path, monkeypatch, capfd, seed_bytes):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_bytes(seed_bytes)
    monkeypatch.setattr("exporter.pipeline.press.renderer", lambda name: 1 / 0)
    assert main(["story.txt", "--format", "epub"]) == 70
    err = capfd.readouterr().err
    assert "story.txt: error X014: " in err
    assert "Traceback" in err
