"""The code of modules is taken from the shelf where it is what the source would give."""

from __future__ import annotations

import importlib
import sys

import pytest

from exporter.cli import modules
from exporter.cli.modules import KeptModules
from exporter.cli.shelf import FolderShelf


@pytest.fixture
def package(tmp_path, monkeypatch):
    """The folder of a package that can be imported, and is forgotten in the end."""
    folder = tmp_path / "gazette"
    (folder / "pages").mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "pages" / "__init__.py").write_text("FIRST = 1")
    (folder / "paper.py").write_text("NAME = 'evening'")
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    forget()


@pytest.fixture
def shelf(package, tmp_path):
    """A shelf with the code of what an import of the package loads."""
    shelf = FolderShelf(tmp_path / "exporter")
    finder = KeptModules(shelf)
    importlib.import_module("gazette.paper")
    importlib.import_module("gazette.pages")
    finder.keep(shelf)
    shelf.write()
    forget()
    return shelf


def forget():
    for name in [name for name in sys.modules if name.partition(".")[0] == "gazette"]:
        del sys.modules[name]


def test_a_module_that_is_as_it_was_has_its_code_from_the_shelf(package, shelf, monkeypatch):
    finder = KeptModules(shelf)
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])
    paper = importlib.import_module("gazette.paper")
    pages = importlib.import_module("gazette.pages")
    assert type(paper.__loader__) is type(pages.__loader__) is not type(importlib.__loader__)
    assert (paper.NAME, paper.__file__) == ("evening", str(package / "paper.py"))
    assert (pages.FIRST, pages.__path__) == (1, [str(package / "pages")])
    before = shelf.data(modules._name())
    finder.keep(shelf)
    assert before
    assert shelf.data(modules._name()) == before


def test_a_module_that_has_been_changed_is_looked_for(package, shelf):
    finder = KeptModules(shelf)
    assert finder.find_spec("gazette.paper", [str(package)])
    (package / "paper.py").write_text("NAME = 'morning paper'")
    assert finder.find_spec("gazette.paper", [str(package)]) is None
    (package / "paper.py").unlink()
    assert finder.find_spec("gazette.paper", [str(package)]) is None


def test_a_module_that_would_be_found_elsewhere_is_looked_for(package, shelf):
    finder = KeptModules(shelf)
    assert finder.find_spec("gazette.paper", [str(package.parent)]) is None
    assert finder.find_spec("gazette.paper") is None
    assert finder.find_spec("gazette.price", [str(package)]) is None


def test_what_is_on_the_shelf_stays_beside_what_is_new(package, shelf, monkeypatch):
    finder = KeptModules(shelf)
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])
    (package / "price.py").write_text("PENCE = 3")
    importlib.import_module("gazette.price")
    finder.keep(shelf)
    again = KeptModules(shelf)
    for name in ("gazette.paper", "gazette.price"):
        assert again.find_spec(name, [str(package)])


def test_a_module_whose_source_has_gone_meanwhile_is_passed_over(package, tmp_path):
    shelf = FolderShelf(tmp_path / "exporter")
    finder = KeptModules(shelf)
    importlib.import_module("gazette.paper")
    importlib.import_module("gazette.pages")
    (package / "paper.py").unlink()
    finder.keep(shelf)
    again = KeptModules(shelf)
    assert again.find_spec("gazette.pages", [str(package)])
    assert "gazette.paper" not in again._index
