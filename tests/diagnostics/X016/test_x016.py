"""A folder is no file to check."""

from __future__ import annotations

from exporter.cli import main


def test_check_says_what_to_name_instead_of_a_folder(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "output").mkdir()
    assert main(["check", "output/"]) == 1
    said = capfd.readouterr().err
    assert "output: error X016" in said
    assert "exporter check output/*" in said
