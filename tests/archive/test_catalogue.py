"""The index: stories found by their words, and an index that follows the archive by itself."""

from __future__ import annotations

import json
import multiprocessing
import shutil
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.archive.accession import accessions
from exporter.archive.catalogue import Catalogue
from exporter.archive.database import opened
from exporter.archive.finding import find
from exporter.archive.query import Wanted
from exporter.archive.record import METADATA, STORY, Flag
from exporter.archive.root import open_root
from exporter.diagnostics import ArchiveError
from exporter.model import Byline, Document, Paragraph, Source, SourceText, to_json
from tests.archive.conftest import neighbour, record, version

LATER = 4_000_000_000_000_000_000  # long after every change to a folder, in nanoseconds


def files(identifier, number, text, title="Harbor", **facts):
    document = Document(
        source=Source("a.txt", "text/plain", "f" * 64),
        title=title,
        body=(Paragraph.of(text),),
        byline=Byline("By Ana Peña"),
        ed_note=(SourceText("ADDS nothing"),),
    )
    told = record(identifier, number, title=title, **facts)
    return {
        "source/a.txt": text.encode(),
        STORY: json.dumps(to_json(document)).encode(),
        METADATA: told.to_bytes(),
    }


@pytest.fixture
def store(folder):
    def _store(identifier, text, number=1, **facts):
        with accessions(folder) as adding:
            adding.add(version(identifier, number, files(identifier, number, text, **facts)))

    return _store


@pytest.fixture
def catalogue(folder, tmp_path):
    """The index in a file, brought up to date."""
    opened: list[Catalogue] = []

    def _catalogue(now=LATER):
        opened.append(Catalogue(open_root(folder), tmp_path / "index.sqlite3"))
        opened[-1].refresh(now)
        return opened[-1]

    yield _catalogue
    for each in opened:
        each.close()


def ids(catalogue, words="", **wanted):
    return [hit.record.identifier for hit in catalogue.find(Wanted(words, **wanted))]


@pytest.fixture
def three(store, catalogue):
    store("urn:x:1", "The prime minister of Ósló resigned.", agency="AFP", date="2014-08-29",
          places=("OSLO",), byline="By Ana Peña", title="Minister resigns")  # fmt: skip
    store("urn:x:2", "The minister is a prime example.", agency="AP", date="2014-08-30",
          places=("VALLETTA",), byline="By Jo Ek", title="An example")  # fmt: skip
    store("urn:x:3", "Nothing happened.", date=None, title="Quiet")
    return catalogue()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("minister", {"urn:x:1", "urn:x:2"}),
        ("MINISTER resigned", {"urn:x:1"}),
        ("oslo", {"urn:x:1"}),
        ("ósló", {"urn:x:1"}),
        ('"prime minister"', {"urn:x:1"}),
        ("“prime minister”", {"urn:x:1"}),
        ("«prime minister»", {"urn:x:1"}),
        ('"minister prime', set()),
        ("resign*", {"urn:x:1"}),
        ('"minister of os*', {"urn:x:1"}),
        ("resig", set()),
        ("pena", {"urn:x:1"}),
        ("nothing", {"urn:x:1", "urn:x:2", "urn:x:3"}),
        ("quiet AND example", set()),
    ],
)
def test_words_find_stories(three, words, found):
    assert set(ids(three, words)) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"agency": "afp"}, ["urn:x:1"]),
        ({"place": "valletta"}, ["urn:x:2"]),
        ({"byline": "ana pena"}, ["urn:x:1"]),
        ({"since": "2014-08-30"}, ["urn:x:2"]),
        ({"until": "2014-08-29"}, ["urn:x:1"]),
        ({"since": "2014-08-01", "until": "2014-08-31"}, ["urn:x:1", "urn:x:2"]),
        ({"flag": "withdrawn"}, []),
        ({}, ["urn:x:3", "urn:x:1", "urn:x:2"]),
    ],
)
def test_filters_choose_stories(three, wanted, found):
    assert ids(three, **wanted) == found
    if set(wanted) & {"agency", "place", "byline"}:
        assert ids(three, "minister", **wanted) == found


def test_a_title_weighs_more_than_the_text(three):
    assert ids(three, "example")[0] == "urn:x:2"


def test_an_excerpt_shows_the_words(three):
    (hit,) = three.find(Wanted("resigned"))
    assert "resigned" in hit.excerpt


@given(st.text(max_size=40))
def test_no_words_are_an_error(words):
    index = opened(None)
    assert list(find(index, Wanted(words, agency=words, place=words, byline=words))) == []
    index.close()


@pytest.mark.parametrize(
    "words", ["a AND", "NEAR(", '"', "title:x", "a NOT b", "(", "^a", "-", "*", "a OR", "'", ";--"]
)
def test_syntax_of_the_index_is_words(three, words):
    if not any(map(str.isalnum, words)):
        assert ids(three, words) == []
    ids(three, words)


def test_every_version_is_searched_and_a_story_is_found_once(store, catalogue):
    store("urn:x:1", "The minister resigned.")
    store("urn:x:1", "The minister stays.", number=2)
    index = catalogue()
    assert ids(index, "resigned") == ids(index, "minister") == ["urn:x:1"]
    (hit,) = index.find(Wanted("minister"))
    assert (hit.record.version, hit.head) == (2, 2)


def test_what_is_withdrawn_is_found_and_says_so(store, catalogue):
    store("urn:x:1", "The minister resigned.")
    store("urn:x:1", "Kill.", number=2, flag=Flag.WITHDRAWN)
    (hit,) = catalogue().find(Wanted("resigned"))
    assert (hit.flag, hit.record.flag) == (Flag.WITHDRAWN, Flag.FILED)
    assert ids(catalogue(), flag="withdrawn") == ["urn:x:1"]


def test_the_index_follows_what_is_added_and_what_is_taken_away(store, catalogue, folder):
    store("urn:x:1", "One.")
    assert ids(catalogue(), "one") == ["urn:x:1"]
    store("urn:x:2", "One too.")
    store("urn:x:1", "Another.", number=2)
    index = catalogue()
    assert set(ids(index, "one")) == {"urn:x:1", "urn:x:2"}
    assert ids(index, "another") == ["urn:x:1"]
    shutil.rmtree(open_root(folder).place("urn:x:1").parent)
    assert ids(catalogue(), "one") == ["urn:x:2"]
    assert index.count() == 1


def test_a_story_that_has_gone_from_beside_another_is_not_found(store, catalogue, folder):
    beside = neighbour("urn:x:1")
    store("urn:x:1", "One.")
    store(beside, "One too.")
    assert len(ids(catalogue(), "one")) == 2
    shutil.rmtree(open_root(folder).place(beside))
    assert ids(catalogue(), "one") == ["urn:x:1"]


@pytest.mark.parametrize("story", [None, b'{"schema": 99}', b"[" * 99999])
def test_a_story_that_cannot_be_read_is_found_by_what_is_noted_of_it(folder, catalogue, story):
    told = files("urn:x:1", 1, "One.", title="Harbor", agency="AFP")
    with accessions(folder) as adding:
        kept = {**told, STORY: story} if story else {METADATA: told[METADATA]}
        adding.add(version("urn:x:1", 1, kept))
    assert ids(catalogue(), "harbor", agency="AFP") == ["urn:x:1"]
    assert ids(catalogue(), "one") == []


def test_what_has_not_changed_is_not_read_again(store, catalogue, folder, monkeypatch):
    store("urn:x:1", "One.")
    catalogue()
    monkeypatch.setattr("exporter.archive.objects.load", None)
    assert ids(catalogue(), "one") == ["urn:x:1"]


def test_a_change_in_the_same_tick_as_the_last_look_is_seen(store, catalogue, folder):
    import os

    store("urn:x:1", "One.")
    branch = open_root(folder).place("urn:x:1").parent
    moment = branch.stat().st_mtime_ns
    catalogue(now=moment)
    store("urn:x:1", "Two.", number=2)
    os.utime(branch, ns=(moment, moment))
    assert ids(catalogue(now=LATER), "two") == ["urn:x:1"]


def test_an_index_that_is_no_index_is_made_anew(store, catalogue, tmp_path):
    store("urn:x:1", "One.")
    (tmp_path / "index.sqlite3").write_bytes(b"no database" * 1000)
    assert ids(catalogue(), "one") == ["urn:x:1"]


def test_an_index_of_another_edition_is_made_anew(store, catalogue, tmp_path):
    store("urn:x:1", "One.")
    with sqlite3.connect(tmp_path / "index.sqlite3") as other:
        other.execute("CREATE TABLE objects (anything)")
        other.execute("PRAGMA user_version = 99")
    other.close()
    assert ids(catalogue(), "one") == ["urn:x:1"]


def _refreshed(folder, file):
    index = Catalogue(open_root(folder), file)
    index.refresh(LATER)
    index.close()


def test_several_may_make_the_index_at_once(store, catalogue, folder, tmp_path):
    for number in range(9):
        store(f"urn:x:{number}", "One.")
    context = multiprocessing.get_context("spawn")
    workers = [
        context.Process(target=_refreshed, args=(folder, tmp_path / "index.sqlite3"))
        for _ in range(4)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0] * 4
    assert len(ids(catalogue(), "one")) == 9


@pytest.mark.parametrize(
    ("file", "content"),
    [("inventory.json", b"{}"), ("inventory.json.sha512", None), ("inventory.json.sha512", b"")],
)
def test_a_damaged_story_is_told_and_the_others_are_found(store, folder, tmp_path, file, content):
    store("urn:x:1", "One.")
    store("urn:x:2", "One too.")
    damaged = open_root(folder).place("urn:x:1") / file
    damaged.unlink() if content is None else damaged.write_bytes(content)
    for _ in range(2):
        index = Catalogue(open_root(folder), tmp_path / "index.sqlite3")
        assert [each.code for each in index.refresh(LATER)] == ["A010"]
        assert ids(index, "one") == ["urn:x:2"]
        index.close()


def test_a_story_is_meant_by_the_beginning_of_its_name_or_by_its_digest(store, catalogue):
    store("urn:exporter:afp:oslo:2014-08-29", "One.", source_sha256="e92f6257" + "0" * 56)
    store("urn:exporter:afp:bergen:2014-08-29", "Two.", source_sha256="aaaa" * 16)
    index = catalogue()
    for text in ("afp:oslo", "urn:exporter:afp:o", "e92f 6257", "E92F62570000"):
        assert index.resolve(text) == "urn:exporter:afp:oslo:2014-08-29"
    with pytest.raises(ArchiveError, match="A004"):
        index.resolve("afp:")
    for text in ("ap:oslo", "e92f", "%", "_", "ffffffff", "\0"):
        with pytest.raises(ArchiveError, match="A003"):
            index.resolve(text)


def test_a_whole_name_means_its_story_even_where_others_begin_so(store, catalogue):
    store("urn:exporter:afp:oslo", "One.")
    store("urn:exporter:afp:oslo-talks", "Two.")
    index = catalogue()
    for text in ("afp:oslo", "urn:exporter:afp:oslo"):
        assert index.resolve(text) == "urn:exporter:afp:oslo"


def test_an_index_that_cannot_be_opened_is_no_reason_to_remove_what_is_there(store, tmp_path):
    store("urn:x:1", "One.")
    (tmp_path / "index.sqlite3").mkdir()
    with pytest.raises(sqlite3.OperationalError):
        opened(tmp_path / "index.sqlite3")
    assert (tmp_path / "index.sqlite3").is_dir()
