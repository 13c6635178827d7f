"""Pictures come from beside the story and from nowhere else."""

from __future__ import annotations

import json

import pytest

import exporter
from exporter.model import Figure, Quotation, to_json
from tests.pipeline.stories import story


@pytest.fixture
def folder(tmp_path):
    """A folder with a story's pictures, and a secret above it."""
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    below = tmp_path / "story"
    (below / "pictures").mkdir(parents=True)
    (below / "a.jpg").write_bytes(b"one")
    (below / "pictures" / "b.png").write_bytes(b"two")
    (below / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    return below


def given_to_backend(folder, backends, *names: str) -> dict[str, bytes]:
    figures = tuple(Figure(name) for name in names)
    file = folder / "story.json"
    file.write_text(json.dumps(to_json(story(body=(Quotation(figures),)))), encoding="utf-8")
    exporter.export(file, format="epub")
    return dict(backends.calls[-1].options.resources)


def test_pictures_beside_and_below_the_story_are_taken(folder, backends):
    found = given_to_backend(folder, backends, "a.jpg", "pictures/b.png", "./a.jpg")
    assert found == {"a.jpg": b"one", "pictures/b.png": b"two", "./a.jpg": b"one"}


@pytest.mark.parametrize(
    "name",
    ["../secret.jpg", "pictures/../../secret.jpg", "link.jpg", "/etc/passwd", "missing.jpg",
     "pictures", "https://example.org/a.jpg", "file:///etc/passwd", "a\x00.jpg", "x" * 5000, "",
     "..%2fsecret.jpg", "%2e%2e/secret.jpg", "%2fetc%2fpasswd", "a%00.jpg", "%", "%zz"],
)  # fmt: skip
def test_nothing_else_is(folder, backends, name):
    assert given_to_backend(folder, backends, name) == {}


def test_a_name_may_be_an_address_with_its_characters_encoded(folder, backends):
    (folder / "a b.jpg").write_bytes(b"three")
    (folder / "für.jpg").write_bytes(b"four")
    names = ("a%20b.jpg", "f%C3%BCr.jpg", "pictures%2Fb.png")
    assert list(given_to_backend(folder, backends, *names).values()) == [b"three", b"four", b"two"]


def test_a_file_that_is_called_as_the_name_says_goes_before_an_address(folder, backends):
    (folder / "a b.jpg").write_bytes(b"three")
    (folder / "a%20b.jpg").write_bytes(b"four")
    assert given_to_backend(folder, backends, "a%20b.jpg") == {"a%20b.jpg": b"four"}


def test_a_picture_that_would_fill_the_memory_is_not(folder, backends, monkeypatch):
    monkeypatch.setattr("exporter.pipeline.pictures._LARGEST", 2)
    assert given_to_backend(folder, backends, "a.jpg") == {}


def test_pictures_may_be_given_with_a_document(backends):
    resources = {"a.jpg": b"given"}
    exporter.export(story(body=(Figure("a.jpg"),)), format="epub", resources=resources)
    assert backends.calls[-1].options.resources == resources


def test_a_picture_changes_the_fingerprint(folder, backends):
    given_to_backend(folder, backends, "a.jpg")
    (folder / "a.jpg").write_bytes(b"other")
    given_to_backend(folder, backends, "a.jpg")
    one, two = (call.options.fingerprint for call in backends.calls)
    assert one != two
