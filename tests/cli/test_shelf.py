"""What is kept compiled between runs saves time, and nothing else depends on it."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from pathlib import Path
from zlib import crc32

import pytest

from exporter.cli import shelf
from exporter.cli.shelf import FolderShelf

SEED = Path(__file__).parents[2] / "seeds" / "000_dba3573e3b48f2a6.txt"
COMMAND = [sys.executable, "-m", "exporter", str(SEED), "-f", "pdf", "-o", "-"]


def made(home: Path, *more: str) -> tuple[bytes, bytes]:
    """The PDF of the seed and what was said, by a process of its own."""
    set_otherwise = ("EXPORTER_", "XDG_", "PYTHONDONTWRITEBYTECODE")
    plain = {k: v for k, v in os.environ.items() if not k.startswith(set_otherwise)}
    done = subprocess.run(
        [*COMMAND, *more], env={**plain, "HOME": str(home)}, capture_output=True, check=True
    )
    return done.stdout, done.stderr


def files(home: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(home)): file.read_bytes()
        for file in home.rglob("*.*")
        if file.is_file()
    }


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A home with what a first run keeps, and what that run made."""
    home = tmp_path_factory.mktemp("home")
    return home, made(home)


def test_a_run_is_the_same_with_and_without_what_was_kept(kept, tmp_path):
    home, first = kept
    before = files(home)
    assert sorted(Path(name).stem.partition("-")[0] for name in before) == [
        "code",
        "expressions",
        "patterns",
        "styles",
    ]
    assert made(home) == first
    assert files(home) == before
    assert made(tmp_path, "--no-cache") == first
    assert not list(tmp_path.iterdir())


def test_the_folder_is_the_users_alone(kept):
    folder = kept[0] / ".cache" / "exporter"
    assert folder.stat().st_mode & 0o777 == 0o700


def values(content: bytes) -> bytes:
    """The file of another value, in all else as it should be."""
    data = marshal.dumps({("a", 0): (0, b"....", 0, {}, ()), 7: "seven"})
    return shelf._MADE_BY + crc32(data).to_bytes(4, "big") + data


DAMAGE = {
    "empty": lambda content: b"",
    "cut": lambda content: content[:-100],
    "a bit": lambda content: content[:2000] + bytes([content[2000] ^ 4]) + content[2001:],
    "another interpreter": lambda content: content.replace(b"exporter ", b"exporter 9", 1),
    "another value": values,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_changes_nothing_and_is_replaced(damage, kept, tmp_path):
    good = files(kept[0])
    for name, content in good.items():
        file = tmp_path / name
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.write_bytes(DAMAGE[damage](content))
    assert made(tmp_path) == kept[1]
    after = files(tmp_path)
    assert after.keys() == good.keys()
    assert all(shelf._checked(memoryview(content)) for content in after.values())


def test_a_folder_that_others_can_write_is_left_alone(kept, tmp_path):
    folder = tmp_path / "exporter"
    folder.mkdir()
    folder.chmod(0o777)
    place = FolderShelf(folder)
    assert not place.takes
    place.put("expressions", {})
    place.write()
    assert FolderShelf(folder).get("expressions") is None
    assert not list(folder.iterdir())


def test_a_folder_that_cannot_be_is_left_alone(tmp_path):
    (tmp_path / "file").write_text("")
    place = FolderShelf(tmp_path / "file" / "exporter")
    place.put("expressions", {})
    place.write()
    assert FolderShelf(tmp_path / "file" / "exporter").get("expressions") is None
    assert not place.takes


def test_a_home_is_never_made(tmp_path):
    place = FolderShelf(shelf.users_cache({"HOME": str(tmp_path / "nobody")}))
    assert not place.takes
    place.put("expressions", {})
    place.write()
    assert not list(tmp_path.iterdir())


def test_what_is_put_is_as_it_was_then(tmp_path):
    place = FolderShelf(tmp_path / "exporter")
    tree = {"page": {"size": "A4"}}
    place.put("styles", tree)
    place.put("set aside", object())
    tree["page"]["size"] = "A5"
    place.write()
    for shelf_then in (place, FolderShelf(tmp_path / "exporter")):
        assert shelf_then.get("styles") == {"page": {"size": "A4"}}
        assert shelf_then.get("set aside") is None


def test_what_is_too_large_is_not_kept(tmp_path):
    place = FolderShelf(tmp_path / "exporter")
    place.put("large", bytes(shelf._LARGEST))
    place.write()
    assert not list((tmp_path / "exporter").iterdir())


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"HOME": "/home/me"}, "/home/me/.cache/exporter"),
        ({"HOME": "/home/me", "XDG_CACHE_HOME": "/cache"}, "/cache/exporter"),
        ({"HOME": "/home/me", "XDG_CACHE_HOME": "cache"}, "/home/me/.cache/exporter"),
        ({}, None),
        ({"HOME": ""}, None),
    ],
)
def test_the_folder_is_where_caches_belong(environment, expected):
    assert shelf.users_cache(environment) == (Path(expected) if expected else None)


def test_a_python_caller_keeps_nothing(tmp_path):
    program = "import exporter, sys; exporter.export(sys.argv[1], format='pdf')"
    subprocess.run(
        [sys.executable, "-c", program, str(SEED)],
        env={**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")},
        check=True,
    )
    assert not list(tmp_path.iterdir())
