"""What a command loads: a cold start is paid for at every call."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import exporter
from exporter.cli import later
from exporter.model import Figure, to_json
from exporter.values import replace

SEED = Path(__file__).parents[2] / "seeds" / "000_dba3573e3b48f2a6.txt"
# None of these is needed to make a file of an ordinary story; each costs from 1 to 40 ms.
HEAVY = {
    "_ast", "_hashlib", "bz2", "charset_normalizer", "click.shell_completion", "csv", "difflib",
    "dis", "email", "exporter.cli.bar", "exporter.cli.batch.record",
    "exporter.cli.batch.workers", "exporter.cli.completions", "exporter.cli.doctor",
    "exporter.cli.guide",
    "fontpkg", "fontTools", "fractions", "idna", "importlib.metadata",
    "importlib.resources", "lzma",
    "markdown_it", "multiprocessing", "PIL._imaging", "pyphen", "random", "rich", "shutil",
    "socket", "traceback", "typing_extensions", "urllib.request", "zipfile",
}  # fmt: skip
FOREIGN = {
    "pdf": {"ebooklib", "docx", "lxml"},
    "epub": {"reportlab", "uharfbuzz", "docx"},
    "docx": {"reportlab", "uharfbuzz", "ebooklib"},
    "ninjs": {"reportlab", "uharfbuzz", "ebooklib", "docx", "lxml"},
    "nitf": {"reportlab", "uharfbuzz", "ebooklib", "docx", "lxml"},
}
_PROGRAM = """
import json, sys
from exporter.cli import main
assert main() == 0
print(json.dumps(sorted(sys.modules)))
"""


def loaded(*arguments: str) -> set[str]:
    command = [sys.executable, "-I", "-c", _PROGRAM, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("format_name", FOREIGN)
def test_an_export_loads_no_other_backend(format_name, tmp_path):
    modules = loaded(str(SEED), "--format", format_name, "--output", str(tmp_path), "--quiet")
    assert not modules & FOREIGN[format_name]


def test_a_pdf_of_an_ordinary_story_loads_nothing_heavy(tmp_path):
    modules = loaded(str(SEED), "--format", "pdf", "--output", str(tmp_path), "--quiet")
    assert {"reportlab", "uharfbuzz", "click", "msgspec"} <= modules
    assert not modules & HEAVY


def test_an_export_knows_no_archive(tmp_path):
    modules = loaded(str(SEED), "--format", "pdf", "--output", str(tmp_path), "--quiet")
    assert not {name for name in modules if name.startswith(("exporter.archive", "sqlite3"))}


def test_help_on_the_archive_loads_no_stage():
    modules = loaded("archive", "--help")
    assert not {name for name in modules if name.startswith("exporter.archive")}
    modules = loaded("archive", "add", "--help")
    assert not modules & {"exporter.pipeline", "sqlite3", "reportlab"}


def test_no_language_is_loaded_but_the_story_s(tmp_path):
    modules = loaded(str(SEED), "--format", "pdf", "--output", str(tmp_path), "--quiet")
    languages = {name for name in modules if name.startswith("exporter.typography.languages.")}
    assert languages == {"exporter.typography.languages.en"}


def test_a_picture_brings_pillow_and_is_the_same(tmp_path):
    Image.new("RGB", (40, 30), (200, 90, 30)).save(tmp_path / "harbour.png")
    story = tmp_path / "story.json"
    figure = Figure("harbour.png", alt="A harbour at dusk")
    document = exporter.read(SEED)
    document = replace(document, body=(*document.body, figure))
    story.write_text(json.dumps(to_json(document)), encoding="utf-8")
    modules = loaded(str(story), "--format", "pdf", "--output", str(tmp_path), "--quiet")
    assert "PIL._imaging" in modules
    expected = exporter.export(story, format="pdf")
    assert (tmp_path / "story.pdf").read_bytes() == expected.content


_PUT_OFF = """
import os, sys
from exporter.cli import later
FLAGS, SYSTEM = later._of_code(), os.uname().sysname
del FLAGS["cleandoc"]
later.put_off()
import pickle, tempfile
from PIL import Image
from reportlab.lib import colors
import ast, gettext, inspect, platform, string, uuid
assert inspect.cleandoc("one line") == "one line" and inspect.CO_NEWLOCALS == 2
assert platform.system() and platform.python_implementation()
assert gettext.gettext("Usage:") == "Usage:" and gettext.ngettext("day", "days", 2) == "days"
assert string.digits == "0123456789"
assert not {"PIL._imaging", "_ast", "_pickle", "dis", "locale", "shutil"} & set(sys.modules)
assert string.ascii_letters.startswith("abc") and gettext.NullTranslations().gettext("a") == "a"
assert ast.literal_eval("[1, 'a']") == [1, "a"] and ast.parse("1").body
assert inspect.cleandoc("  two\\n    lines") == "two\\nlines" and "dis" in sys.modules
assert {name: getattr(inspect, name) for name in FLAGS} == FLAGS
assert platform.system() == platform.uname().system == SYSTEM
assert pickle.loads(pickle.dumps([1])) == [1]
assert tempfile.gettempdir() and sys.modules["tempfile"] is tempfile
assert Image.new("L", (2, 3)).size == (2, 3)
assert colors.toColor("Color(1, 0, 0)") == colors.red
try:
    pickle.nothing
except AttributeError:
    print("whole")
"""


def test_what_is_put_off_is_there_when_it_is_asked():
    command = [sys.executable, "-I", "-c", _PUT_OFF]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "whole\n"


def test_what_is_put_off_and_is_not_there_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "exporter_nowhere", later._Later("exporter_nowhere"))
    module = importlib.import_module("exporter_nowhere")
    with pytest.raises(ModuleNotFoundError, match="exporter_nowhere"):
        module.anything  # noqa: B018 - asked is enough


def test_a_profiler_hears_the_end():
    command = [sys.executable, "-m", "cProfile", "-m", "exporter", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "function calls" in done.stdout
