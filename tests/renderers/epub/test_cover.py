"""The cover: what it says, and that it fits."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from exporter.renderers.epub.fitting import fit, width, wrap
from exporter.stylesheet import Align, CoverKind, load
from tests.fonts import house_font
from tests.renderers.epub.conftest import OPF, XHTML
from tests.renderers.epub.stories import ARABIC, DERIVED, EMBARGOED, PLAIN, RICH
from tests.strategies import prose

_TEXT = "{http://www.w3.org/2000/svg}text"
TITLES = {
    "long": "Consultations on the security of the region " * 7,
    "one word": "x" * 80,
    "wide": "W" * 80,
    "without spaces": "渡轮周二将再次启航" * 12,
    "short": "No",
}


def lines(book) -> list[str]:
    return [str(line.text) for line in book.tree("cover.svg").iter(_TEXT)]


def test_the_cover_says_agency_title_places_and_date(bind):
    agency, *title, places, date = lines(bind(RICH))
    assert (agency, places, date) == ("ANADOLU AGENCY", "PORT ELLEN, OBAN", "Aug. 25, 2021")
    assert " ".join(title) == RICH.title


@pytest.mark.parametrize(
    ("agency", "language", "shown"),
    [("Deniz", "tr", "DENİZ"), ("Ελλάδα", "el", "ΕΛΛΑΔΑ"), ("Straße", "de", "STRAẞE")],
)
def test_capitals_are_those_of_the_language(bind, agency, language, shown):
    dateline = replace(RICH.dateline, agency=agency)
    assert lines(bind(replace(RICH, language=language, dateline=dateline)))[0] == shown


def test_the_cover_page_says_the_same_to_those_who_do_not_see_it(bind):
    image = bind(RICH).tree("cover.xhtml").find(f".//{XHTML}img")
    assert image.get("alt") == (
        f"Cover: {RICH.title}. Anadolu Agency. PORT ELLEN, OBAN. Aug. 25, 2021"
    )
    assert image.get("role") == "doc-cover"


def test_a_derived_title_is_lighter_and_smaller_than_a_headline(bind):
    def title(document):
        group = bind(document).tree("cover.svg").findall("{*}g")[-2]
        return float(group.get("font-weight")), float(group.get("font-size"))

    derived, headline = title(DERIVED), title(replace(RICH, title=DERIVED.title))
    assert derived[0] < headline[0]
    assert derived[1] < headline[1]


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_title_of_any_shape_stands_inside_the_page(bind, title):
    svg = bind(replace(PLAIN, title=title)).tree("cover.svg")
    page_width, page_height = (float(number) for number in svg.get("viewBox").split()[2:])
    for group in svg.findall("{*}g"):
        size = float(group.get("font-size"))
        for line in group:
            assert float(line.get("x")) + width(line.text) * size < page_width
            assert size < float(line.get("y")) < page_height - size / 3
    assert "".join(lines(bind(replace(PLAIN, title=title)))).replace(" ", "") == (
        title.replace(" ", "")
    )


def test_a_title_without_end_is_cut_on_the_cover_and_said(bind):
    book = bind(replace(PLAIN, title="again and " * 2000))
    assert lines(book)[-1].endswith("…")
    assert "E008" in book.codes()


def test_an_arabic_title_is_anchored_at_the_right(bind):
    svg = bind(ARABIC).tree("cover.svg")
    group = svg.find("{*}g")
    assert group.get("direction") == "rtl"
    assert float(group[0].get("x")) > float(svg.get("viewBox").split()[2]) / 2
    assert group.get("letter-spacing") is None


def centred(style):
    roles = {name: replace(role, align=Align.CENTRE) for name, role in style.roles.items()}
    return replace(style, roles=roles)


def test_a_style_may_have_its_cover_centred(bind, wire):
    svg = bind(PLAIN, centred(wire)).tree("cover.svg")
    page = wire.page
    middle = (page.margin_left.pt + page.width.pt - page.margin_right.pt) / 2
    for group in svg.findall("{*}g"):
        assert group.get("text-anchor") == "middle"
        assert all(abs(float(line.get("x")) - middle) < 0.01 for line in group)


# -- the cover as a picture -----------------------------------------------------------------


def pixels(book) -> Image.Image:
    picture = Image.open(io.BytesIO(book.read("cover.png")))
    assert (picture.format, picture.size) == ("PNG", (1600, 2560))
    return picture.convert("L")


@pytest.fixture
def raster(wire):
    return replace(wire, house=replace(wire.house, cover=CoverKind.RASTER))


@pytest.mark.parametrize("title", ["long", "one word", "wide", "short"])
def test_a_picture_is_of_the_size_that_stores_ask_for_and_light(bind, raster, title):
    book = bind(replace(EMBARGOED, title=TITLES[title]), raster)
    pixels(book)
    assert len(book.read("cover.png")) <= 100_000


@pytest.mark.parametrize("style", ["wire", "large-print"])
def test_a_picture_full_of_small_type_is_light_for_fewer_shades(bind, style):
    style = load(style)[0]
    style = replace(style, house=replace(style.house, cover=CoverKind.RASTER))
    few, many = (
        bind(replace(EMBARGOED, title=title), style) for title in ("Qg&%@§ÄÖß " * 900, "No")
    )
    assert len(few.read("cover.png")) <= 100_000
    assert len(pixels(few).getcolors()) < len(pixels(many).getcolors())


@pytest.mark.parametrize("style", ["wire", "bulletin", "large-print", "letter", "house-example"])
def test_the_words_of_a_picture_stand_within_its_margins(bind, style):
    style = load(style)[0]
    style = replace(style, house=replace(style.house, cover=CoverKind.RASTER))
    left, top, right, bottom = ImageChops.invert(pixels(bind(RICH, style))).getbbox()
    scale = 1600 / style.page.width.pt
    assert abs(left - style.page.margin_left.pt * scale) < 4
    assert abs(right - (1600 - style.page.margin_right.pt * scale)) < 4
    assert 0 < top < bottom < 2560


def test_the_words_of_a_picture_are_centred_as_the_drawing_s_are(bind, raster):
    page = raster.page
    middle = 800 * (page.width.pt + page.margin_left.pt - page.margin_right.pt) / page.width.pt
    shown = ImageChops.invert(pixels(bind(replace(PLAIN, title="No"), centred(raster))))
    # Below the rule, which reaches from margin to margin.
    left, _, right, _ = shown.crop((0, 640, 1600, 2560)).getbbox()
    assert right - left < 800
    assert (left + right) / 2 == pytest.approx(middle, abs=12)


def test_a_picture_says_what_the_drawing_says(bind, raster):
    book = bind(RICH, raster)
    image = book.tree("cover.xhtml").find(f".//{XHTML}img")
    assert image.get("src") == "cover.png"
    assert image.get("alt") == bind(RICH).tree("cover.xhtml").find(f".//{XHTML}img").get("alt")
    (item,) = [i for i in book.package.iter(f"{OPF}item") if i.get("properties") == "cover-image"]
    assert (item.get("href"), item.get("media-type")) == ("cover.png", "image/png")
    assert "cover.svg" not in str(book.names)
    other = bind(replace(RICH, title="Ferry to sail again after storm repair"), raster)
    assert other.read("cover.png") != book.read("cover.png")


@pytest.mark.parametrize("document", [ARABIC, replace(PLAIN, title="渡轮周二将再次启航")])
def test_the_cover_is_drawn_where_no_font_has_its_letters(bind, raster, document):
    book = bind(document, raster)
    assert "E011" in book.codes()
    assert "EPUB/cover.svg" in book.names


def test_a_damaged_font_of_a_house_gives_way_to_its_fallback(bind, raster, tmp_path):
    file = house_font(tmp_path / "house.ttf")
    content = bytearray(file.read_bytes())
    at = content.index(b"cmap")
    offset = int.from_bytes(content[at + 8 : at + 12], "big")
    content[offset : offset + 40] = b"\xff" * 40
    file.write_bytes(content)
    fonts = {name: replace(font, files=(str(file),)) for name, font in raster.fonts.items()}
    assert "EPUB/cover.png" in bind(RICH, replace(raster, fonts=fonts)).names
    fonts = {name: replace(font, fallback=()) for name, font in fonts.items()}
    assert "E011" in bind(RICH, replace(raster, fonts=fonts)).codes()


def test_a_family_that_is_missing_gives_way_to_the_first_fallback_that_is_not(bind, raster):
    fallback = ("Nowhere Sans", *raster.fonts["serif"].fallback)
    fonts = {
        name: replace(font, family="Nowhere Serif", fallback=fallback)
        for name, font in raster.fonts.items()
    }
    pixels(bind(RICH, replace(raster, fonts=fonts)))


def test_a_house_s_font_without_axes_sets_the_picture(bind, raster, tmp_path):
    file = house_font(tmp_path / "house.ttf")
    fonts = {
        name: replace(font, files=(str(file),), fallback=()) for name, font in raster.fonts.items()
    }
    book = bind(PLAIN, replace(raster, fonts=fonts))
    assert "E011" not in book.codes()
    assert pixels(book).tobytes() != pixels(bind(PLAIN, raster)).tobytes()


def test_a_title_in_greek_and_one_in_cyrillic_are_set(bind, raster):
    for title in ("Το πλοίο αποπλέει ξανά την Τρίτη", "Паром снова отправится во вторник"):
        assert "E011" not in bind(replace(PLAIN, title=f"{title}\N{SOFT HYPHEN}"), raster).codes()


@given(prose, st.floats(60, 600), st.floats(20, 800))
def test_fitted_lines_keep_within_their_space_and_lose_nothing(text, measure, height):
    fitted = fit(text, 57, 16, 1.1, measure, height)
    assert fitted.cut or len(fitted.lines) * 1.1 * fitted.size <= max(height, 1.1 * fitted.size) + 1
    if not fitted.cut:
        assert "".join("".join(fitted.lines).split()) == "".join(text.split())
        assert all(width(line) * fitted.size <= measure + 0.01 for line in fitted.lines)


def test_a_word_is_never_parted_from_its_marks():
    fitted = wrap("e\u0301" * 40, 20, 100, 99)
    assert all(not line.startswith("\u0301") for line in fitted.lines)


@given(st.lists(st.text("aimw", min_size=1, max_size=9), min_size=1, max_size=14))
def test_the_lines_of_a_title_are_as_even_as_they_can_be(words):
    text = " ".join(words)
    even = fit(text, 20, 5, 1.1, 200, 2000)
    full = wrap(text, even.size, 200, 99)
    assert len(even.lines) == len(full.lines)
    assert " ".join(even.lines) == text
    assert spread(even) <= spread(full) + 0.001


def spread(fitted) -> float:
    """How uneven the lines are."""
    return sum(width(line) ** 2 for line in fitted.lines)
