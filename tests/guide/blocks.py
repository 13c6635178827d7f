"""The fenced blocks of a page, and a folder in which to do what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from markdown_it import MarkdownIt

from tests.commands.test_commands import variables
from tests.conftest import ROOT, SEED
from tests.fonts import house_font
from tests.renderers.docx.templates import content, courier

# What the guide calls the folder in which its reader works.
HOME = "/home/me"
_SECONDS = 120
_STORIES = ("aa-ferry.txt", "ap-orchestra.txt", "reuters-harbour.txt")
_FONTS = {"Regular": (400, False), "Italic": (400, True), "Bold": (700, False)}


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and what the page says comes of it."""

    language: str
    text: str
    line: int
    comes: str | None = None

    def with_places(self, elsewhere: Mapping[str, str]) -> Block:
        """The block with what stands in for places that are not ours."""
        text = self.text
        for theirs, ours in elsewhere.items():
            text = text.replace(theirs, ours)
        return replace(self, text=text)


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of a page; one of plain text belongs to the commands that it stands under."""
    fences = [each for each in MarkdownIt().parse(page.read_text("utf-8")) if each.type == "fence"]
    for fence, below in zip(fences, [*fences[1:], None], strict=True):
        comes = below.content if below is not None and below.info == "text" else None
        if fence.info != "text":
            yield Block(fence.info, fence.content, (fence.map or [0])[0] + 1, comes)


def furnish(folder: Path) -> None:
    """Put into a folder what the guide takes for granted: stories, fonts, a Word template."""
    shutil.copy(SEED, folder / "story.txt")
    (folder / "wire").mkdir()
    (folder / "drop").mkdir()
    for name in _STORIES:
        shutil.copy(ROOT / "tests" / "stories" / name, folder / "wire" / name)
    (folder / "fonts").mkdir()
    for name, (weight, italic) in _FONTS.items():
        path = folder / "fonts" / f"House-{name}.otf"
        house_font(path, "CFF ", weight=weight, italic=italic)
    (folder / "house.dotx").write_bytes(content(courier()))


def perform(block: Block, folder: Path) -> str:
    """What comes of a block, as a terminal would show it; a command that fails fails the test."""
    if block.language == "toml":
        return _write(block.text, folder)
    if block.language == "python":
        return run([sys.executable, "-c", block.text], folder)
    assert block.language == "sh", f"line {block.line}: a block is sh, toml, python or text"
    return run(["bash", "-e", "-o", "pipefail", "-c", with_an_end(block.text)], folder)


def with_an_end(commands: str) -> str:
    """Commands that a reader would stop, stopped; whatever else they do must be done by then."""
    return re.sub(r"(?m)^(?=exporter .*--watch\b)", "timeout --preserve-status 9 ", commands)


def _write(text: str, folder: Path) -> str:
    """Write a block into the file that its first line names, or add it to what a page began."""
    first = text.partition("\n")[0]
    assert re.fullmatch(r"# [\w.-]+\.toml", first), "a file is named by its first line"
    with (folder / first[2:]).open("a", encoding="utf-8") as file:
        file.write(text)
    return ""


def run(command: list[str], folder: Path, *, may_fail: bool = False, **more: str) -> str:
    """All that a command prints in a folder, where it runs as a user would run it."""
    done = subprocess.run(
        command,
        cwd=folder,
        env={**variables(folder), "LC_ALL": "C.UTF-8", "COLUMNS": "80", **more},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=_SECONDS,
        check=False,
    )
    said = done.stdout.decode().replace(str(folder), HOME)
    assert done.returncode in (0, may_fail), f"{' '.join(command)}\n{said}"
    return said


def with_programs(folder: Path, **programs: str) -> dict[str, str]:
    """Variables under which small scripts stand in for programs that an example hands on to."""
    place = folder.with_name(f"{folder.name}-programs")
    place.mkdir()
    for name, text in programs.items():
        (place / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (place / name).chmod(0o755)
    return {"PATH": os.pathsep.join([str(place), variables(folder)["PATH"]])}
