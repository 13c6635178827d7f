"""Hostile input costs a diagnostic, and what comes out does nothing by itself."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pytest

import exporter
from exporter.renderers import Rendition
from exporter.values import replace
from tests.conftest import SEED
from tests.fuzz.inertness import assert_inert
from tests.fuzz.mutation import mutated_part
from tests.fuzz.targets import BEGINNINGS, TARGETS

_SEED = SEED.read_bytes()
_BOMB = b"".join(
    (
        b'<!DOCTYPE nitf [<!ENTITY a0 "ha">',
        *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">'.encode() for n in range(1, 12)),
        b"]><nitf><body><body.content><p>&a11;</p></body.content></body></nitf>",
    )
)
_OUTSIDE = (
    b'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b"<nitf><body><body.content><p>&x;</p></body.content></body></nitf>"
)
HOSTILE = {
    "the seed": _SEED,
    "nothing": b"",
    "NULs": _SEED.replace(b" ", b"\0"),
    "controls": bytes(range(32)) * 40 + _SEED,
    "right to left marks": ("\u202e\u2066 LUND (AP) - \u202dIt was said.\u2069" * 50).encode(),
    "a flood of marks": ("LUND (AP) - e" + "\u0301\u0323\u0307" * 3_000 + " was said.").encode(),
    "one long line": b"LUND (AP) - " + b"word " * 4_000,
    "one long word": b"LUND (AP) - " + b"x" * 20_000,
    "many paragraphs": b"It was said.\n\n" * 1_500,
    "brackets": b"(" * 5_000 + b"[" * 5_000,
    "quotation marks": b"\"'" * 5_000,
    "an XML bomb": _BOMB,
    "an entity from outside": _OUTSIDE,
    "deep JSON": b'{"body": ' + b"[" * 9_000 + b"]" * 9_000 + b"}",
    "deep Markdown": b"# A title\n\n" + b"> " * 2_000 + b"said\n",
    "HTML": b"LUND (AP) - <script>alert(1)</script><img src=//x.example/a onerror=alert(1)>\n",
    "links": b"# T\n\n[a](javascript:alert(1)) [b](data:text/html,x) ![c](https://x.example/c.png)\n",
    "half a character": _SEED[:300] + b"\xc3",
    "UTF-16": _SEED.decode().encode("utf-16"),
}


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_bytes_are_taken_or_refused(name: str, target: str) -> None:
    TARGETS[target](HOSTILE[name])


@pytest.mark.parametrize("seed", range(40))
def test_a_template_of_another_meaning_is_taken_or_refused(seed: int) -> None:
    for beginning in BEGINNINGS["part"]():
        changed = mutated_part(beginning, 50_000, seed)
        if changed is not None:
            TARGETS["part"](changed)


def test_an_entity_from_outside_is_not_read() -> None:
    try:
        document = exporter.read(_OUTSIDE, name="story.xml")
    except exporter.ExportError:
        return
    assert "root:" not in str(document)


def made(format_name: str) -> Rendition:
    return exporter.export(_SEED, format=format_name)


def with_member(rendition: Rendition, name: str, content: bytes) -> Rendition:
    """The package with one more file, or one in place of another."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(rendition.content)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return replace(rendition, content=out.getvalue())


def test_a_pdf_that_runs_a_script_is_not_inert() -> None:
    rendition = made("pdf")
    assert_inert(rendition)
    with pikepdf.open(io.BytesIO(rendition.content)) as pdf:
        action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.Root.OpenAction = pdf.make_indirect(action)
        out = io.BytesIO()
        pdf.save(out)
    with pytest.raises(AssertionError):
        assert_inert(replace(rendition, content=out.getvalue()))


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        '<p onclick="x()">a</p>',
        '<img src="https://x.example/a.png" alt=""/>',
        '<a href="javascript:alert(1)">a</a>',
    ],
)
def test_a_book_that_does_something_is_not_inert(inside: str) -> None:
    rendition = made("epub")
    assert_inert(rendition)
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{inside}</body></html>'
    with pytest.raises(AssertionError):
        assert_inert(with_member(rendition, "EPUB/story.xhtml", page.encode()))


def test_a_word_file_that_fetches_its_template_is_not_inert() -> None:
    rendition = made("docx")
    assert_inert(rendition)
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" TargetMode="External" Target="https://x.example/a.dotm" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
        "</Relationships>"
    )
    name = "word/_rels/settings.xml.rels"
    with pytest.raises(AssertionError):
        assert_inert(with_member(rendition, name, relations.encode()))
