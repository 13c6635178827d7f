"""What makes many stories fast: after the first ones nothing is loaded, read or parsed again.

Counted by the interpreter's audit events, not clocked.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

_PROGRAM = """
import json, sys
import exporter
from tests.bench.stories import story

FORMAT, WARM = sys.argv[1], 3
heard, listening = [], False

def hear(event, arguments):
    if listening and event in ("open", "import", "compile", "exec", "os.listdir", "os.scandir"):
        heard.append([event, str(arguments[0])[:80]])

sys.addaudithook(hear)
for number in range(WARM):
    exporter.export(story(number).encode(), format=FORMAT)

# What is not audited: documents that libraries would parse anew for each story.
import re, tomllib
from lxml import etree

def counted(owner, name):
    real = getattr(owner, name)
    def count(*arguments, **named):
        heard.append([name, str(arguments[:1])[:80]])
        return real(*arguments, **named)
    setattr(owner, name, count)

counted(tomllib, "loads")
for name in ("fromstring", "parse", "XML"):
    counted(etree, name)
counted(re._compiler, "compile")
if "uharfbuzz" in sys.modules:
    counted(sys.modules["uharfbuzz"], "Face")
if "pyphen" in sys.modules:
    counted(sys.modules["pyphen"], "HyphDict")
later = story(WARM).encode()
listening = True
exporter.export(later, format=FORMAT)
listening = False
assert not [name for name in sys.modules if "platypus" in name]
print(json.dumps(heard))
"""

# Of the story itself ebooklib parses the page, and we the NCX that it writes.
_OWN = {"epub": ["fromstring", "parse"]}


def heard(format_name: str) -> list[list[str]]:
    command = [sys.executable, "-c", _PROGRAM, format_name]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("format_name", ["pdf", "epub", "docx", "ninjs", "nitf"])
def test_a_later_story_opens_imports_compiles_and_parses_nothing(format_name: str) -> None:
    assert sorted(event for event, _ in heard(format_name)) == _OWN.get(format_name, [])
