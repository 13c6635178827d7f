"""Reading takes time in proportion to what there is to read, whatever is repeated in it."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest

from exporter.diagnostics import ReadError
from exporter.readers import read
from tests.growth import is_in_proportion

LEAD = "LUND, Sweden (AA) - The observatory opened its new dome on Tuesday, they said.\n"
PROSE = "A second dome will open in the autumn, the head of the observatory said.\n"

# What is repeated, with what stands before it.
WIRE = {
    "blank lines above a line": ("", "\n"),
    "blank lines below a line": ("Harbour closed\n", "\n"),
    "links as labels": (LEAD, "see www.example.org now:\n"),
    "labels": (LEAD, "On the Net:\n"),
    "starred credits": (LEAD, f"*Writing by Ada Lovelace\n{PROSE}"),
    "headlines that nothing ends": ("", "<HEADLINE>"),
    "tags of web pages": (LEAD, "</div>\n"),
    "lists of two": (LEAD, f"1. One\n2. Two\n{PROSE}"),
}


def is_read_in_proportion(before: str, unit: str, after: str, size: int) -> bool:
    def work(count: int) -> None:
        with suppress(ReadError):
            read(f"{before}{unit * count}{after}".encode(), "story.txt")

    return is_in_proportion(work, min(size // len(unit), 2000))


@pytest.mark.parametrize("name", WIRE)
def test_wire_copy_is_read_in_proportion_to_its_length(name):
    assert is_read_in_proportion(*WIRE[name], "The end\n", 20_000)


LINE = "The ships waited outside the harbour of the town until late in the even"


@pytest.mark.parametrize(
    "unit", [f"{LINE}<br/>", f"{LINE}<em>ing<br/></em>", f"</p><p>{LINE}<br/>ing.", "<br/>"]
)
def test_broken_lines_of_markup_are_joined_in_proportion_to_their_number(unit):
    before, after = "<nitf><body><body.content><p>", "It ended.</p></body.content></body></nitf>"
    assert is_read_in_proportion(before, unit, after, 80_000)


# What hostile or broken copy is full of, in every format.
UNITS = [
    "\n", "  ", "\t", "*", "_", "(", "[", "![", '"', "'", "`", "~", "|", "--", "- ", "> ", "=",
    "#", "&", "&#", "&amp;", "<", "<!-- a ", "<br>", "<p>", "</p>", "<b>", "<a href='x'>", "[a](",
    "[a]: b\n", "By ", "By Ada Lovelace\n", "Reporting by Ada Lovelace\n", "(Reporting by ",
    "LUND, Sweden (AA) - ", "https://example.org/ ", "www.example.org\n", "a@example.org ",
    "U.S. ", "Jan. 5, 2020 ", "1. a\n", "* a\n", "a - b\n", "a;b;c;d\n", "a\tb\tc\n",
    "| a | b |\n", "---\n", "key: value\n", "# a\n", "Not for publication: a\n", "END\n",
    "(MORE)\n", "&QL;", "\u0301", "\u202e", PROSE,
]  # fmt: skip
FRAMES = {
    "wire": (LEAD, "\nThe end.\n"),
    "markdown": ("# Head\n\n", "\n"),
    "front matter": ("---\ntitle: a\n", "\n---\nText\n"),
    "nitf": ("<nitf><body><body.content><p>", "</p></body.content></body></nitf>"),
    "ninjs": ('{"uri": "a", "headline": "b", "body_html": "', '"}'),
}


@pytest.mark.parametrize("frame", FRAMES)
def test_whatever_is_repeated_is_read_in_proportion(frame):
    before, after = FRAMES[frame]

    def sent(unit: str) -> str:
        if frame == "ninjs":
            return json.dumps(unit)[1:-1]
        return unit

    slow = [unit for unit in UNITS if not is_read_in_proportion(before, sent(unit), after, 2500)]
    assert not slow
