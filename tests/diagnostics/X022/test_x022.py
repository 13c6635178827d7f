"""A drop folder that cannot be looked into."""

from __future__ import annotations

from exporter.cli.watch.arrivals import Arrivals
from exporter.cli.watch.folder import Folder


def test_a_folder_that_has_gone_is_told(tmp_path):
    arrivals = Arrivals(Folder(tmp_path / "drop", tmp_path / "output"), 2)
    assert arrivals.look(0, 9) == []
    (said,), _ = arrivals.news()
    assert str(said) == (
        f"{tmp_path}/drop: warning X022: the folder cannot be looked into: "
        "No such file or directory"
    )
