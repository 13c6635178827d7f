"""The styles as Word knows them: what they rest on, what they say, what the theme gives them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from exporter.renderers.docx import render
from exporter.stylesheet import load
from exporter.units import Length
from tests.renderers.docx.reading import find, members, part
from tests.renderers.docx.stories import ARABIC, OPTIONS, RICH

WIRE = load("wire")[0]
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def style(name: str, stylesheet=WIRE, story=RICH) -> etree._Element:
    styles = part(render(story, stylesheet, OPTIONS), "word/styles.xml")
    (found,) = find(styles, f"//w:style[w:name/@w:val='{name}']")
    return found


def theme(stylesheet=WIRE, story=RICH) -> etree._Element:
    return part(render(story, stylesheet, OPTIONS), "word/theme/theme1.xml")


@pytest.mark.parametrize(
    "name",
    ["Title", "Subtitle", "heading 2", "Body Text", "Body Text First Indent", "List Bullet",
     "List Number", "Quote", "caption", "header", "footer", "Hyperlink", "Emphasis", "Strong"],
)  # fmt: skip
def test_what_word_has_a_style_for_is_words_own(name):
    assert style(name).get(style(name).tag.replace("style", "customStyle")) is None


def test_a_style_says_only_what_its_base_does_not():
    """Whoever changes the base changes what rests on it."""
    indented = style("Body Text First Indent")
    assert [child.tag.partition("}")[2] for child in find(indented, "w:pPr/*")] == ["ind"]
    assert not find(indented, "w:rPr")
    assert not find(style("Body Text"), "w:rPr"), "the body's type is the foundation's"
    assert find(style("Derived Title"), "w:rPr/w:sz")
    assert not find(style("Derived Title"), "w:rPr/w:rFonts")


def test_fonts_are_the_themes_headings_in_one_and_text_in_the_other():
    root = theme()
    latin = [element.get("typeface") for element in root.iter(f"{_A}latin")]
    assert latin == ["Source Sans 3", "Source Serif 4"]
    assert find(style("heading 2"), "w:rPr/w:rFonts/@w:asciiTheme") == ["majorHAnsi"]
    styles = part(render(RICH, WIRE, OPTIONS), "word/styles.xml")
    assert find(styles, "//w:docDefaults//w:rFonts/@w:asciiTheme") == ["minorHAnsi"]


def test_colours_are_the_themes():
    root = theme()
    (second,) = root.iter(f"{_A}dk2")
    assert second[0].get("val") == WIRE.colours["muted"].screen[1:]
    assert find(style("Copyright"), "w:rPr/w:color/@w:themeColor") == ["text2"]
    settings = part(render(RICH, WIRE, OPTIONS), "word/settings.xml")
    assert find(settings, "//w:clrSchemeMapping/@w:t2") == ["dark2"]


def test_a_style_with_one_family_and_one_colour_has_a_theme_too():
    serif = WIRE.fonts["serif"]
    roles = {name: replace(role, colour="ink") for name, role in WIRE.roles.items()}
    plain = replace(
        WIRE, fonts={**WIRE.fonts, "sans": serif}, roles=roles,
        colours={"ink": replace(WIRE.colours["ink"], screen="#202020")},
    )  # fmt: skip
    root = theme(plain)
    assert {each.get("typeface") for each in root.iter(f"{_A}latin")} == {"Source Serif 4"}
    assert next(root.iter(f"{_A}dk1"))[0].get("val") == "202020"
    assert next(root.iter(f"{_A}accent6"))[0].get("val") == "202020"


def test_a_complex_script_has_a_family_that_knows_its_letters():
    fonts = "w:rPr/w:rFonts/@w:cs"
    assert find(style("Title", story=ARABIC), "//w:docDefaults//w:rFonts/@w:cs") == [
        "Times New Roman"
    ]
    assert find(style("heading 2", story=ARABIC), fonts) == ["Arial"]
    house = replace(WIRE.fonts["sans"], fallback=("Noto Sans", "Noto Sans Arabic"))
    arabic = replace(WIRE, fonts={**WIRE.fonts, "sans": house})
    assert find(style("heading 2", arabic, ARABIC), fonts) == ["Noto Sans Arabic"]
    complex_script = [each.get("typeface") for each in theme(story=ARABIC).iter(f"{_A}cs")]
    assert complex_script == ["Arial", "Times New Roman"]


def test_toggles_and_sizes_are_said_for_complex_scripts_too():
    title = style("Title", story=ARABIC)
    for tag in ("b", "sz"):
        assert find(title, f"w:rPr/w:{tag}")
        assert find(title, f"w:rPr/w:{tag}Cs")


def test_type_that_word_rounds_up_is_set_closer():
    """9.35 pt are 9.5 pt to Word: 0.15 pt more an em, and half an em a character."""
    styles = part(render(RICH, WIRE, OPTIONS), "word/styles.xml")
    assert find(styles, "//w:docDefaults//w:sz/@w:val") == ["19"]
    assert find(styles, "//w:docDefaults//w:spacing/@w:val") == ["-1"]
    whole = replace(WIRE.roles["body"], size=Length.of(9.5, "pt"))
    exact = replace(WIRE, roles={**WIRE.roles, "body": whole})
    styles = part(render(RICH, exact, OPTIONS), "word/styles.xml")
    assert not find(styles, "//w:docDefaults//w:spacing")


def test_widows_and_hyphens_are_words_to_care_for():
    assert find(style("Normal"), "w:pPr/w:widowControl")
    assert find(style("Title"), "w:pPr/w:keepNext")
    assert find(style("Title"), "w:pPr/w:suppressAutoHyphens")
    assert not find(style("Body Text"), "w:pPr/w:suppressAutoHyphens")
    settings = part(render(RICH, WIRE, OPTIONS), "word/settings.xml")
    assert find(settings, "//w:autoHyphenation")


def test_what_the_page_needs_stays_out_of_the_gallery_of_styles():
    for name in ("header", "footer", "Section End", "Table Space", "Folio"):
        assert not find(style(name), "w:qFormat"), name
    assert find(style("Byline"), "w:qFormat")


def test_a_style_of_a_hostile_name_is_well_formed_everywhere():
    hostile = replace(WIRE, name='a"b<c>&\x00')
    for name, content in members(render(RICH, hostile, OPTIONS)).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(content)


def test_a_list_has_white_below_it_and_none_above_where_its_introduction_stands():
    for name in ("List Bullet", "List Number"):
        assert set(find(style(name), "w:pPr/w:spacing/@w:before")) <= {"0"}
        after = find(style(name), "w:pPr/w:spacing/@w:after")
        assert after == [str(WIRE.page.grid.twips)]


def test_a_number_of_two_figures_stands_in_the_step_of_its_list():
    lists = part(render(RICH, WIRE, OPTIONS), "word/numbering.xml")
    level = find(lists, "//w:abstractNum[@w:abstractNumId='2']/w:lvl[@w:ilvl='0']")[0]
    assert find(level, "w:lvlJc/@w:val") == ["right"]
    (left,), (hanging,) = (find(level, f"w:pPr/w:ind/@w:{side}") for side in ("left", "hanging"))
    # Two figures and a stop are a little wider than an em.
    assert int(left) - int(hanging) > 1.3 * WIRE.roles["list"].size.twips
