"""Every example of the guide does what its page says."""

from __future__ import annotations

import re

import pytest

from exporter.cli.guide.pages import topics
from tests.conftest import ROOT
from tests.guide.blocks import Block, blocks, furnish, perform

GUIDE = ROOT / "docs" / "guide"
PAGES = sorted(path for path in GUIDE.glob("*.md") if path.name != "README.md")
_COMPLAINT = re.compile(r"(?m)^(?:.*: )?(?:error|warning) [A-Z]\d{3}|Traceback")

# Where the mail goes in a test.
_SERVER = re.compile(r"127\.0\.0\.1:\d+")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_of_a_page_work_as_they_stand(page, tmp_path, elsewhere):
    furnish(tmp_path)
    for block in _in_order(page, elsewhere):
        came = _SERVER.sub("mail.example.org", perform(block, tmp_path))
        if block.comes is not None:
            assert _is_shown(came, block.comes), f"{page.name}, line {block.line}: {came}"
        else:
            assert not _COMPLAINT.search(came), f"{page.name}, line {block.line}: {came}"


def _is_shown(came, shown):
    """Whether a page shows what came of an example; an ellipsis stands for what it leaves out."""
    pattern = re.escape(shown).replace("…", ".*")
    return re.fullmatch(pattern, came) is not None


def _in_order(page, elsewhere):
    """The blocks of a page; those of Python are one program."""
    found = [block.with_places(elsewhere) for block in blocks(page)]
    program = "".join(block.text for block in found if block.language == "python")
    rest = [block for block in found if block.language != "python"]
    return [*rest, Block("python", program, 1)] if program else rest


def test_every_page_has_examples():
    assert [page.name for page in PAGES if not list(blocks(page))] == []


def test_the_index_names_every_page():
    assert sorted(topic.file for topic in topics()) == PAGES


def test_every_page_begins_with_its_title_and_links_to_pages_that_are_there():
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert text.startswith("# ")
        assert all((GUIDE / target).exists() for target in re.findall(r"\]\(([^):]+)\)", text))


def test_topics_that_pages_send_to_are_there():
    known = {topic.name for topic in topics()}
    for page in PAGES:
        named = re.findall(r"`exporter help ([a-z-]+)`", page.read_text(encoding="utf-8"))
        assert set(named) <= known, page.name
