"""Colours: ink on paper, light on a screen, and what the file says they are made for."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from exporter.diagnostics import StyleError
from exporter.model import Document
from exporter.renderers import Profile, RenderOptions, Rendition
from exporter.renderers.pdf import render
from exporter.renderers.pdf.conformance.profile import coated_profile, srgb_profile
from exporter.stylesheet import Ink, Stylesheet, load
from exporter.units import Ratio
from tests.renderers.pdf.conftest import opened

FOUR = """
extends = "wire"
[press]
inks = "cmyk"
[colours]
signal = { print = "cmyk(0%, 95%, 85%, 5%)", screen = "#c8202f" }
[roles.crosshead]
colour = "signal"
"""


@pytest.fixture
def four(tmp_path: Path) -> Stylesheet:
    path = tmp_path / "four.toml"
    path.write_text(FOUR, encoding="utf-8")
    style, warnings = load(str(path))
    assert warnings == ()
    return style


def operators(rendition: Rendition) -> dict[str, set[tuple[float, ...]]]:
    """The colour operators of all pages, with their operands."""
    found: dict[str, set[tuple[float, ...]]] = {}
    for page in opened(rendition).pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("g", "G", "k", "K", "rg", "RG", "cs", "CS", "sc", "scn"):
                found.setdefault(str(operator), set()).add(tuple(map(float, operands)))
    return found


def test_four_inks_are_printed_and_black_type_stays_pure_black(
    four: Stylesheet, story: Document
) -> None:
    found = operators(render(story, four, RenderOptions()))
    assert found["k"] == {(0, 0.95, 0.85, 0.05)}
    # DeviceGray goes to the black ink alone under an intent of four inks.
    assert found["g"] == {(0,), (0.38,)}
    assert not {"rg", "RG", "K"} & set(found)


def test_a_job_of_four_inks_says_for_which_press(four: Stylesheet, story: Document) -> None:
    pdf = opened(render(story, four, RenderOptions()))
    intents = {str(intent.S): intent for intent in pdf.Root.OutputIntents}
    assert set(intents) == {"/GTS_PDFX", "/GTS_PDFA1"}
    assert len({intent.DestOutputProfile.objgen for intent in intents.values()}) == 1
    intent = intents["/GTS_PDFX"]
    assert str(intent.OutputConditionIdentifier) == "FOGRA39"
    assert str(intent.RegistryName) == "http://www.color.org"
    assert intent.DestOutputProfile.N == 4
    assert intent.DestOutputProfile.read_bytes() == coated_profile()


def test_a_screen_is_given_light(four: Stylesheet, story: Document) -> None:
    rendition = render(story, four, RenderOptions(profile=Profile.SCREEN))
    found = operators(rendition)
    assert found["rg"] == {(0.784, 0.125, 0.184)}
    assert found["g"] == {(0,), (0.38,)}
    assert "k" not in found
    pdf = opened(rendition)
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.N == 3
    assert intent.DestOutputProfile.read_bytes() == srgb_profile()


@pytest.mark.parametrize(
    ("text", "ink", "total"),
    [
        ("38%", (380,), 620),
        (" cmyk( 0%, 95%, 85.5%, 5% ) ", (0, 950, 855, 50), 1855),
    ],
)
def test_ink_is_read(text: str, ink: tuple[int, ...], total: int) -> None:
    assert Ink.parse(text) == tuple(map(Ratio, ink))
    assert Ink.parse(text).total == total


@pytest.mark.parametrize(
    "text",
    ["", "cmyk(0%, 95%, 85%)", "cmyk(0%, 95%, 85%, 101%)", "-1%", "rgb(0%, 0%, 0%)", "cmyk(1)"],
)
def test_what_is_no_ink_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is (not|neither)"):
        Ink.parse(text)


def test_paper_is_given_as_much_ink_as_it_takes_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "full.toml"
    path.write_text(FOUR.replace("85%, 5%", "85%, 100%"), encoding="utf-8")
    assert load(str(path))[0].colours["signal"].print.total == 2800
    path.write_text(FOUR.replace("(0%, 95%, 85%, 5%", "(80%, 80%, 80%, 60%"), encoding="utf-8")
    assert load(str(path))[0].colours["signal"].print.total == 3000
    path.write_text(FOUR.replace("(0%, 95%, 85%, 5%", "(80%, 80%, 80%, 60.1%"), encoding="utf-8")
    with pytest.raises(StyleError, match=r"300\.1 % of ink on paper that takes 300 %"):
        load(str(path))
