"""The words that poppler takes out of the PDF are the model's, in their order, in every style."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

import exporter
from exporter import typography
from exporter.model import Document, Paragraph, publishable
from exporter.model.words import story_words
from exporter.renderers import RenderOptions
from exporter.renderers.pdf import render
from exporter.stylesheet import builtin_names, load
from tests.conftest import ROOT, SEED
from tests.renderers.pdf.conftest import every_part
from tests.renderers.pdf.stories import EVERY_STORY

pytestmark = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is missing")

STORIES = (SEED, *sorted((ROOT / "tests" / "stories").glob("*.txt")))


def extracted(document: Document, style_name: str, path: Path, *options: str) -> str:
    """What pdftotext makes of the PDF, divided words joined again, without blanks."""
    hyphenator = typography.hyphenator(document.language)
    rendition = render(document, load(style_name)[0], RenderOptions(hyphenator=hyphenator))
    path.write_bytes(rendition.content)
    run = subprocess.run(
        ["pdftotext", *options, str(path), "-"], capture_output=True, check=True, text=True
    )
    return "".join(re.sub("\u00ad\\s+", "", run.stdout).split())


def assert_in_order(words: list[str], text: str) -> None:
    at = 0
    for word in words:
        found = text.find(word, at)
        assert found >= 0, f"{word!r} after {text[max(at - 60, 0) : at]!r}"
        at = found + len(word)


def typeset(document: Document, style_name: str) -> Document:
    return typography.refine(publishable(document), load(style_name)[0].house)[0]


@pytest.mark.parametrize("style", builtin_names())
@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_every_word_of_a_story_comes_in_order(story: Path, style: str, tmp_path: Path) -> None:
    document = typeset(exporter.read(story), style)
    text = extracted(document, style, tmp_path / "story.pdf", "-raw")
    assert_in_order(story_words(document), text)


@pytest.mark.parametrize("style", builtin_names())
@pytest.mark.parametrize("story", EVERY_STORY)
def test_every_word_of_every_kind_comes_in_order(story: object, style: str, tmp_path: Path) -> None:
    document = typeset(story(), style)  # type: ignore[operator]
    text = extracted(document, style, tmp_path / "story.pdf", "-raw")
    assert_in_order(story_words(document), text)


def test_what_a_line_divides_after_a_hyphen_or_a_slash_of_its_own_is_joined_again(
    tmp_path: Path,
) -> None:
    """Poppler takes a hyphen at a line's end for one that was added, and leaves it out."""
    words = "hours-long neck-and-neck and/or https://example.org/a/very/long/address?and=more "
    story = replace(every_part(), body=(Paragraph.of(words * 10),))
    for options in ((), ("-raw",)):
        text = extracted(story, "large-print", tmp_path / "story.pdf", *options)
        assert text.count("neck-and-neck") == text.count("hours-long") == 10
        assert text.count("https://example.org/a/very/long/address?and=more") == 10


def test_so_is_one_whose_letters_the_font_has_to_put_together(tmp_path: Path) -> None:
    """A letter drawn as two glyphs is told by the text of its whole word."""
    words = ("Brătĭla-Harwich", "Harwich-Brătĭla", "Harwichĭ/Brătĭla")
    text = " ".join(f"{'x' * (place % 7 + 1)} {word}" for place in range(60) for word in words)
    story = replace(every_part(), body=(Paragraph.of(text),))
    for options in ((), ("-raw",)):
        text = extracted(story, "wire", tmp_path / "story.pdf", *options)
        assert [text.count(word) for word in words] == [60, 60, 60]


def test_every_word_of_a_list_longer_than_any_story_comes_in_order(tmp_path: Path) -> None:
    """No more words are remembered than so many, and so long a paragraph is not set at its best."""
    words = [f"w{number}" for number in range(21_000)]
    story = replace(every_part(), body=(Paragraph.of(" ".join(words)),))
    assert_in_order(words, extracted(story, "wire", tmp_path / "story.pdf", "-raw"))
