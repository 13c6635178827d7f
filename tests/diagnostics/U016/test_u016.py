"""What is nearly a command is not taken for a story."""

from __future__ import annotations

from exporter.cli import main


def test_a_misspelt_command_is_wrong_usage_and_nothing_is_exported(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text("OSLO (AFP) - Two leaders spoke.\n", encoding="utf-8")
    assert main(["inspekt", "story.txt"]) == 2
    assert "error U016" in capfd.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["story.txt"]


def test_a_story_may_be_called_nearly_like_a_command(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inspects").write_text("OSLO (AFP) - Two leaders spoke.\n", encoding="utf-8")
    assert main(["inspects", "-f", "epub"]) == 0
