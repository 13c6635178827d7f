"""What has arrived in a drop folder and is complete."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exporter.cli.watch.arrivals import Arrivals
from exporter.cli.watch.folder import Folder

SETTLE = 2.0


class Desk:
    """Looks into a folder at times of its own."""

    def __init__(self, folder: Path, outputs: Path) -> None:
        self.arrivals = Arrivals(Folder(folder, outputs), SETTLE)
        self.now = 100.0

    def after(self, seconds: float, most: int = 100) -> list[str]:
        self.now += seconds
        return [story.path.name for story in self.arrivals.look(self.now, most)]


@pytest.fixture
def drop(tmp_path) -> Path:
    folder = tmp_path / "drop"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(drop, tmp_path) -> Desk:
    return Desk(drop, tmp_path / "output")


def test_a_file_is_taken_once_it_has_settled_and_only_once(drop, desk):
    (drop / "a.txt").write_text("a")
    assert desk.after(0) == []
    assert desk.after(1.9) == []
    assert desk.after(0.1) == ["a.txt"]
    assert desk.after(100) == []


def test_a_file_that_grows_is_waited_for(drop, desk):
    story = drop / "a.txt"
    for letters in range(1, 6):
        story.write_text("a" * letters)
        assert desk.after(1.5) == []
    assert desk.after(2) == ["a.txt"]


def test_a_file_that_changes_is_taken_again(drop, desk):
    story = drop / "a.txt"
    story.write_text("a")
    desk.after(0)
    assert desk.after(2) == ["a.txt"]
    os.utime(story, (1, 1))
    assert desk.after(1) == []
    assert desk.after(2) == ["a.txt"]
    (drop / "new").write_text("a")  # of the same length and, to the clock of a disk, the same time
    os.utime(drop / "new", (1, 1))
    (drop / "new").replace(story)
    desk.after(1)
    assert desk.after(2) == ["a.txt"]


def test_what_is_not_complete_by_its_name_is_never_taken(drop, desk):
    for name in (".a.txt", "~$a.txt", "#a.txt#", "a.txt~", "a.txt.part", "a.txt.tmp", "a.doc"):
        (drop / name).write_text("a")
    desk.after(0)
    assert desk.after(9) == []
    (drop / "a.txt.part").rename(drop / "a.txt")
    desk.after(0)
    assert desk.after(2) == ["a.txt"]


def test_the_oldest_come_first_and_the_others_later(drop, desk):
    for number in range(5):
        (drop / f"{number}.txt").write_text("a")
        os.utime(drop / f"{number}.txt", (100 - number, 100 - number))
    desk.after(0)
    assert desk.after(2, most=2) == ["4.txt", "3.txt"]
    assert desk.after(0, most=2) == ["2.txt", "1.txt"]
    assert desk.after(0, most=2) == ["0.txt"]


def test_folders_are_looked_into_and_keep_their_place(drop, desk):
    (drop / "sports" / "deep").mkdir(parents=True)
    (drop / "sports" / "deep" / "a.txt").write_text("a")
    desk.after(0)
    (story,) = desk.arrivals.look(desk.now + 2, 9)
    assert story.below == Path("sports/deep")
    assert not story.named


@pytest.mark.parametrize("output", ["drop/output", "link/output", "drop/../drop/output"])
def test_outputs_in_the_folder_do_not_arrive(tmp_path, drop, output):
    (tmp_path / "link").symlink_to(drop)
    (drop / "output").mkdir()
    (drop / "output" / "a.json").write_text("{}")
    (drop / "b.json").write_text("{}")
    desk = Desk(drop, tmp_path / output)
    desk.after(0)
    assert desk.after(2) == ["b.json"]


def test_links_that_lead_out_are_passed_over_and_told_once(tmp_path, drop, desk):
    (tmp_path / "secret.txt").write_text("a")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "b.txt").write_text("a")
    (drop / "out.txt").symlink_to(tmp_path / "secret.txt")
    (drop / "folder").symlink_to(tmp_path / "elsewhere")
    (drop / "loop").symlink_to(drop)
    (drop / "broken.txt").symlink_to(drop / "nothing.txt")
    (drop / "real.text").write_text("a")
    (drop / "inside.txt").symlink_to(drop / "real.text")
    desk.after(0)
    assert sorted(desk.after(2)) == ["inside.txt", "real.text"]
    told, _mended = desk.arrivals.news()
    assert [(each.code, Path(each.source).name) for each in told] == [("X023", "out.txt")]
    desk.after(2)
    assert desk.arrivals.news() == ([], [])


def test_what_is_no_file_is_passed_over(drop, desk):
    os.mkfifo(drop / "pipe.txt")
    (drop / "folder.txt").mkdir()
    desk.after(0)
    assert desk.after(2) == []


def test_a_folder_that_goes_and_comes_back_is_told_and_its_stories_are_remembered(drop, desk):
    (drop / "a.txt").write_text("a")
    desk.after(0)
    assert desk.after(2) == ["a.txt"]
    drop.rename(drop.with_name("gone"))
    assert desk.after(1) == []
    told, mended = desk.arrivals.news()
    assert [each.code for each in told] == ["X022"]
    assert mended == []
    assert desk.after(1) == []
    assert desk.arrivals.news() == ([], [])
    drop.with_name("gone").rename(drop)
    (drop / "b.txt").write_text("b")
    desk.after(1)
    assert desk.arrivals.news() == ([], [str(drop)])
    assert desk.after(2) == ["b.txt"]


def test_a_story_that_has_gone_is_forgotten_and_may_come_again(drop, desk):
    (drop / "a.txt").write_text("a")
    desk.after(0)
    desk.after(2)
    assert str(drop / "a.txt") in desk.arrivals
    (drop / "a.txt").rename(drop.parent / "a.txt")
    desk.after(1)
    assert str(drop / "a.txt") not in desk.arrivals
    (drop.parent / "a.txt").rename(drop / "a.txt")
    desk.after(1)
    assert desk.after(2) == ["a.txt"]


def test_a_story_can_be_taken_once_more_later(drop, desk):
    (drop / "a.txt").write_text("a")
    desk.after(0)
    desk.after(2)
    desk.arrivals.again(str(drop / "a.txt"), desk.now + 60)
    assert desk.after(59) == []
    assert desk.after(1) == ["a.txt"]
    assert desk.after(60) == []


def test_a_story_that_has_gone_is_not_taken_once_more(drop, desk):
    (drop / "a.txt").write_text("a")
    desk.after(0)
    desk.after(2)
    (drop / "a.txt").unlink()
    desk.after(1)
    desk.arrivals.again(str(drop / "a.txt"), desk.now)
    assert desk.after(60) == []
    assert str(drop / "a.txt") not in desk.arrivals


def test_a_folder_inside_that_cannot_be_looked_into_is_told_and_one_that_goes_is_not(
    drop, desk, monkeypatch
):
    looked = os.scandir
    refusal: type[OSError] = PermissionError

    def refusing(place):  # no mode of a folder keeps root from looking into it
        if str(place).endswith("closed"):
            raise refusal(13, "Permission denied", place)
        return looked(place)

    monkeypatch.setattr("os.scandir", refusing)
    (drop / "closed").mkdir()
    (drop / "a.txt").write_text("a")
    desk.after(0)
    assert desk.after(2) == ["a.txt"]
    told, _mended = desk.arrivals.news()
    assert [(each.code, Path(each.source).name) for each in told] == [("X022", "closed")]
    refusal = FileNotFoundError
    desk.after(1)
    assert desk.arrivals.news() == ([], [str(drop / "closed")])
