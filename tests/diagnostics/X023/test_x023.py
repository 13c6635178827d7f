"""A link in a drop folder that leads out of it."""

from __future__ import annotations

from exporter.cli.watch.arrivals import Arrivals
from exporter.cli.watch.folder import Folder


def test_a_link_that_leads_out_is_told(tmp_path):
    (tmp_path / "drop").mkdir()
    (tmp_path / "secret.txt").write_text("words")
    (tmp_path / "drop" / "a.txt").symlink_to(tmp_path / "secret.txt")
    arrivals = Arrivals(Folder(tmp_path / "drop", tmp_path / "output"), 0)
    assert arrivals.look(0, 9) == []
    (said,), _ = arrivals.news()
    assert (said.code, said.source) == ("X023", f"{tmp_path}/drop/a.txt")
