"""Worker processes that cannot be started."""

from __future__ import annotations

from exporter.cli import main


def test_it_is_told_that_no_process_can_be_started(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("OSLO (AFP) - Two leaders spoke by phone.\n")

    def refuse(self):
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuse)
    assert main(["a.txt", "b.txt", "--jobs", "2", "--format", "ninjs"]) == 1
    assert "error X021: " in capfd.readouterr().err
