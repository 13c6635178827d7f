"""A house's own template: what it gives, what it lacks, and what nobody takes from a stranger."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from lxml import etree

from exporter.diagnostics import RenderError
from exporter.model import Document, Figure, ItemList, ListItem, Paragraph, Text
from exporter.renderers import HouseTemplate
from exporter.renderers.docx import render
from exporter.stylesheet import load
from tests import strategies
from tests.renderers.docx.reading import find, members, part, styled, text
from tests.renderers.docx.stories import (
    ARABIC,
    DERIVED,
    EMBARGOED,
    OPTIONS,
    PLAIN,
    RICH,
    SLUGGED,
)
from tests.renderers.docx.templates import (
    LOGO,
    changed,
    content,
    courier,
    template,
    with_header_of,
    with_header_relating_to,
    with_link,
)
from tests.renderers.pictures import png

WIRE = load("wire")[0]
COURIER = template(courier())


def dressed(story: Document, given: HouseTemplate = COURIER, style=WIRE):
    return render(story, style, replace(OPTIONS, docx_template=given))


def codes(rendition) -> list[str]:
    return [f"{each.code} {each.severity}" for each in rendition.diagnostics]


def refusal(data: bytes) -> str:
    """What is said of a template that cannot be used."""
    with pytest.raises(RenderError) as caught:
        dressed(PLAIN, HouseTemplate("house.docx", data))
    (diagnostic,) = caught.value.diagnostics
    return f"{diagnostic.code}: {diagnostic.message}"


# -- what it gives -------------------------------------------------------------------------------


def test_roles_stand_in_the_templates_styles_by_name_whatever_their_identifiers():
    rendition = dressed(RICH)
    assert styled(rendition, "Titel") == [RICH.title]
    assert styled(rendition, "berschrift2") == ["What it costs"]
    styles = part(rendition, "word/styles.xml")
    assert find(styles, "//w:style[@w:styleId='Titel']//w:color/@w:val") == ["0A6B3D"]
    names = find(styles, "//w:style/w:name/@w:val")
    assert len(names) == len({str(name).casefold() for name in names}), "none is there twice"


def test_a_derived_title_stands_in_the_title_and_text_in_normal_where_there_is_no_other():
    rendition = dressed(DERIVED)
    assert styled(rendition, "Titel") == [DERIVED.title]
    assert "Work begins in spring." in styled(rendition, "Normal")


def test_another_name_of_a_style_is_as_good():
    house = courier()
    byline = house.styles["Byline"].element
    byline.find("{*}name").set(f"{{{byline.nsmap['w']}}}val", "Autorenzeile")
    aliases = byline.makeelement(f"{{{byline.nsmap['w']}}}aliases")
    aliases.set(f"{{{byline.nsmap['w']}}}val", "Verfasser,BYLINE")
    byline.insert(1, aliases)
    bare = replace(WIRE, data_column=replace(WIRE.data_column, fields=("place",)))
    rendition = dressed(RICH, template(house), bare)
    assert styled(rendition, byline.get(f"{{{byline.nsmap['w']}}}styleId")) == [RICH.byline.text]


def test_head_foot_logo_and_page_are_the_templates():
    rendition = dressed(RICH)
    files = members(rendition)
    heads = {name: text(part(rendition, name)) for name in files if "header" in name.lower()
             and name.endswith(".xml")}  # fmt: skip
    assert sorted(heads.values()) == ["", "The Harbour Courier"]
    assert LOGO in [data for name, data in files.items() if name.endswith(".png")]
    section = find(part(rendition), "//w:sectPr")[-1]
    assert find(section, "w:titlePg")
    assert find(section, "w:pgSz/@w:w") == [str(round(Mm(200).twips))]
    opened = docx.Document(io.BytesIO(rendition.content)).sections[0]
    assert opened.footer.paragraphs[0].text == "Quay Street 1"


def test_a_logo_that_several_heads_show_is_kept_once():
    house = courier()
    section = house.sections[0]
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(LOGO), height=Mm(12))
    rendition = dressed(RICH, template(house))
    with zipfile.ZipFile(io.BytesIO(rendition.content)) as package:
        assert [name for name in package.namelist() if package.read(name) == LOGO] == [
            "word/media/image1.png"
        ]


def test_the_pictures_of_a_story_and_of_the_template_are_told_apart():
    story = replace(RICH, body=(Figure("wall.png", alt="A wall."),))
    options = replace(OPTIONS, docx_template=COURIER, resources={"wall.png": png(90, 90)})
    files = members(render(story, WIRE, options))
    assert LOGO in files.values()
    assert png(90, 90) in files.values()


def test_the_templates_own_text_its_properties_and_its_origin_stay_behind():
    house = courier()
    house.settings.element.append(house.settings.element.makeelement("{urn:x}attachedTemplate"))
    rendition = dressed(PLAIN, template(house))
    assert "D027 info" in codes(rendition)
    for name, data in members(rendition).items():
        assert b"Dear reader" not in data, name
        assert b"attachedTemplate" not in data, name
        assert b"python-docx" not in data, name


def test_bullets_and_numbers_are_the_templates_and_each_list_begins_with_one():
    rendition = dressed(RICH)
    root, numbering = part(rendition), part(rendition, "word/numbering.xml")
    numbered = "//w:p[w:pPr/w:pStyle/@w:val='ListNumber']"
    numbers = [find(p, "string(.//w:numId/@w:val)") for p in find(root, numbered)]
    assert len(numbers) == 3
    assert numbers[0] == numbers[1] != numbers[2]
    style = part(rendition, "word/styles.xml")
    (own,) = find(style, "//w:style[@w:styleId='ListNumber']//w:numId/@w:val")
    definition = "//w:num[@w:numId='{}']/w:abstractNumId/@w:val"
    for number in numbers:
        assert find(numbering, definition.format(number)) == find(
            numbering, definition.format(own)
        ), "the template's own definition"
        assert find(numbering, f"//w:num[@w:numId='{number}']//w:startOverride/@w:val") == ["1"]
    bullet = find(root, "//w:p[w:pPr/w:pStyle/@w:val='ListBullet'][1]//w:numPr")
    assert bullet == [], "its style says it"


def test_a_nested_numbered_list_begins_with_one_each_time():
    items = (
        ListItem.of("a", ListItem.of("a1"), ListItem.of("a2")),
        ListItem.of("b", ListItem.of("b1")),
    )
    story = replace(PLAIN, body=(ItemList(items, ordered=True),))
    root = part(dressed(story))
    places = [
        (find(p, "string(.//w:ilvl/@w:val)"), find(p, "string(.//w:numId/@w:val)"))
        for p in find(root, "//w:p[.//w:numPr]")
    ]
    a, a1, a2, b, b1 = places
    assert a == b
    assert a1 == a2
    assert a1 != b1
    assert len({a[1], a1[1], b1[1]}) == 3


def test_bullets_below_a_number_leave_its_count_as_it_is():
    items = tuple(
        ListItem.of(name, ListItem.of(f"{name}1"), ListItem.of(f"{name}2"), ordered=False)
        for name in "ab"
    )
    root = part(dressed(replace(PLAIN, body=(ItemList(items, ordered=True),))))
    found = find(root, "//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'List')]")
    styles = [find(p, "string(w:pPr/w:pStyle/@w:val)") for p in found]
    assert [style[:8] for style in styles] == ["ListNumb", "ListBull", "ListBull"] * 2
    first, second = (find(found[at], "string(.//w:numId/@w:val)") for at in (0, 3))
    assert first == second != ""


def test_lists_of_a_template_without_any_are_ours():
    house = courier()
    for name in ("List Bullet", "List Number"):
        house.styles[name].delete()
    rendition = dressed(RICH, template(house))
    assert "D024 warning" in codes(rendition)
    numbering = part(rendition, "word/numbering.xml")
    for style in ("ListBullet", "ListNumber"):
        (number,) = find(
            part(rendition, "word/styles.xml"), f"//w:style[@w:styleId='{style}']//w:numId/@w:val"
        )
        (definition,) = find(numbering, f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
        linked = f"//w:abstractNum[@w:abstractNumId='{definition}']/w:lvl[1]/w:pStyle/@w:val"
        assert find(numbering, linked) == [style]
    order = [child.tag.rpartition("}")[2] for child in numbering]
    assert order == sorted(order, key=["numPicBullet", "abstractNum", "num"].index)


def test_a_style_of_the_template_that_is_called_ours_by_its_identifier_stays_the_template_s():
    house = courier()
    other = house.styles.add_style("Abbildung", WD_STYLE_TYPE.PARAGRAPH)
    other.element.set(qn("w:styleId"), "Figure")
    story = replace(PLAIN, body=(Figure("wall.png", "A wall.", (Text("The wall."),)),))
    options = replace(OPTIONS, docx_template=template(house), resources={"wall.png": png()})
    rendition = render(story, WIRE, options)
    styles = part(rendition, "word/styles.xml")
    named = "//w:style[@w:styleId='{}']/w:name/@w:val"
    assert find(styles, named.format("Figure")) == ["Abbildung"]
    (used,) = find(part(rendition), "//w:p[.//w:drawing]/w:pPr/w:pStyle/@w:val")
    assert find(styles, named.format(used)) == ["Figure"]


def _of_style(house, name: str):
    """The properties of the paragraphs in a style of a template."""
    return house.styles[name].element.get_or_add_pPr()


def _without_numbers(house) -> None:
    for name in ("List Bullet", "List Number"):
        properties = _of_style(house, name)
        properties.remove(properties.numPr)


def _in_a_circle(house) -> None:
    _without_numbers(house)
    for name, base in (("List Bullet", "List Number"), ("List Number", "List Bullet")):
        house.styles[name].base_style = house.styles[base]


def _on_a_style_that_is_not_there(house) -> None:
    _without_numbers(house)
    for name in ("List Bullet", "List Number"):
        house.styles[name].element.basedOn_val = "Lost"


def _in_a_list_that_is_not_there(house) -> None:
    for name in ("List Bullet", "List Number"):
        _of_style(house, name).numPr.numId.val = 999


def _in_no_list(house) -> None:
    for name in ("List Bullet", "List Number"):
        _of_style(house, name).numPr.numId.val = 0  # ISO/IEC 29500-1, 17.9.18


def _in_a_list_without_a_definition(house) -> None:
    numbering = house.part.numbering_part.element
    for definition in numbering.findall(qn("w:abstractNum")):
        numbering.remove(definition)
    numbering.insert(0, numbering.makeelement(qn("w:numPicBullet")))
    numbering.append(numbering.makeelement(qn("w:numIdMacAtCleanup")))


# What a part for lists has, in the order that it must have (ISO/IEC 29500-1, 17.9.17).
SCHEMA = ["numPicBullet", "abstractNum", "num", "numIdMacAtCleanup"]


@pytest.mark.parametrize(
    "change",
    [
        _without_numbers,
        _in_a_circle,
        _on_a_style_that_is_not_there,
        _in_a_list_that_is_not_there,
        _in_no_list,
        _in_a_list_without_a_definition,
    ],
)
def test_list_styles_of_a_template_that_lead_to_no_list_are_given_ours(change):
    house = courier()
    change(house)
    rendition = dressed(RICH, template(house))
    assert "D024 warning" in codes(rendition), "for other styles"
    assert "List" not in str(rendition.diagnostics)
    numbering = part(rendition, "word/numbering.xml")
    order = [child.tag.rpartition("}")[2] for child in numbering]
    assert order == sorted(order, key=SCHEMA.index)
    for style, form in (("ListBullet", "bullet"), ("ListNumber", "decimal")):
        for item in find(part(rendition), f"//w:p[w:pPr/w:pStyle/@w:val='{style}']"):
            (number,) = find(item, ".//w:numId/@w:val")
            (definition,) = find(numbering, f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
            level = f"//w:abstractNum[@w:abstractNumId='{definition}']/w:lvl[1]"
            assert find(numbering, f"{level}/w:numFmt/@w:val") == [form]
            assert not find(numbering, f"{level}/w:pStyle"), "the style is not tied to our list"


def test_a_style_based_on_another_has_its_list():
    house = courier()
    base = house.styles.add_style("House Item", WD_STYLE_TYPE.PARAGRAPH)
    bullets = _of_style(house, "List Bullet").numPr
    base.element.get_or_add_pPr().append(bullets)
    house.styles["List Bullet"].base_style = base
    rendition = dressed(RICH, template(house))
    bullet = find(part(rendition), "//w:p[w:pPr/w:pStyle/@w:val='ListBullet'][1]")[0]
    assert not find(bullet, ".//w:numPr"), "its style says it"


def test_a_template_without_a_part_for_lists_gets_one_for_a_story_with_lists():
    house = courier()
    _without_numbers(house)
    (relation,) = [key for key, each in house.part.rels.items() if each.reltype == RT.NUMBERING]
    del house.part.rels[relation]
    bare = template(house)
    assert "word/numbering.xml" not in members(dressed(PLAIN, bare))
    rendition = dressed(RICH, bare)
    numbering = part(rendition, "word/numbering.xml")
    order = [child.tag.rpartition("}")[2] for child in numbering]
    assert order == sorted(order, key=["abstractNum", "num"].index)
    numbers = set(find(part(rendition), "//w:p//w:numId/@w:val"))
    assert numbers <= set(find(numbering, "//w:num/@w:numId"))
    (types,) = [each for name, each in members(rendition).items() if "Content_Types" in name]
    assert b'PartName="/word/numbering.xml"' in types


def test_a_template_in_columns_has_the_title_across():
    house = courier()
    section = house.sections[0]._sectPr
    columns = section.find("{*}cols")
    columns.set(f"{{{section.nsmap['w']}}}num", "2")
    root = part(dressed(RICH, template(house)))
    assert [find(each, "string(w:cols/@w:num)") for each in find(root, "//w:sectPr")] == [
        "", "2", "",
    ]  # fmt: skip
    assert find(root, "//w:p[w:pPr/w:sectPr][1]//w:t/text()")
    assert find(root, "//w:sectPr/w:type/@w:val")[-2:] == ["continuous", "continuous"]


def test_every_page_of_a_held_story_says_so_in_the_templates_heads():
    rendition = dressed(EMBARGOED)
    heads = [name for name in members(rendition) if re.search(r"word/\w*[hH]eader\d*\.xml", name)]
    assert len(heads) == 2
    for name in heads:
        assert "EMBARGOED UNTIL" in text(part(rendition, name)), name
    bare = courier(first_page=False)
    bare.sections[0].different_first_page_header_footer = True
    bare.sections[0].first_page_header.is_linked_to_previous = True
    rendition = dressed(EMBARGOED, template(bare))
    section = find(part(rendition), "//w:sectPr")[-1]
    assert set(find(section, "w:headerReference/@w:type")) == {"default", "first"}


def test_an_arabic_story_turns_the_paragraphs_of_any_template():
    rendition = dressed(ARABIC)
    root = part(rendition)
    assert all(find(p, "w:pPr/w:bidi") for p in find(root, "//w:p"))
    assert find(root, "//w:sectPr/w:bidi")
    styles = part(rendition, "word/styles.xml")
    assert find(styles, "//w:docDefaults//w:lang/@w:bidi") == ["ar-SA"]
    assert len(find(styles, "//w:lang")) == 1, "the template's own language is not the story's"


@pytest.mark.parametrize(
    "lacking", ["w:docDefaults", "w:docDefaults/w:rPrDefault", "w:docDefaults/w:rPrDefault/w:rPr"]
)
def test_a_template_that_says_nothing_of_all_text_learns_the_language(lacking):
    house = courier()
    (found,) = house.styles.element.xpath(lacking)
    found.getparent().remove(found)
    styles = part(dressed(ARABIC, template(house)), "word/styles.xml")
    assert find(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:bidi") == ["ar-SA"]
    assert len(find(styles, "//w:lang")) == 1
    assert styles[0].tag.endswith("docDefaults"), "the schema has it first"
    assert styles[0][0].tag.endswith("rPrDefault")


def test_what_is_added_is_in_proportion_to_the_templates_text():
    rendition = dressed(RICH)
    size = "//w:style[w:name/@w:val='Boilerplate']/w:rPr/w:sz/@w:val"
    (found,) = find(part(rendition, "word/styles.xml"), size)
    ratio = WIRE.roles["boilerplate"].size / WIRE.roles["body"].size
    assert int(found) == round(22 * ratio)


def test_fields_of_the_head_tell_of_the_story_and_not_of_the_template():
    markup = (
        '<w:r><w:fldSimple w:instr=" TITLE \\* MERGEFORMAT "><w:r><w:t>Old</w:t></w:r>'
        "<w:r><w:t> title</w:t></w:r></w:fldSimple>"
        '<w:fldChar w:fldCharType="begin"/><w:instrText> SUB</w:instrText>'
        '<w:instrText>JECT </w:instrText><w:fldChar w:fldCharType="separate"/>'
        '<w:t>old slug</w:t><w:fldChar w:fldCharType="end"/>'
        '<w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>7</w:t><w:fldChar w:fldCharType="end"/>'
        # What stands before a field's result is not shown, and no result.
        '<w:fldChar w:fldCharType="begin"/><w:instrText> AUTHOR </w:instrText><w:t>hidden</w:t>'
        '<w:fldChar w:fldCharType="separate"/><w:t>nobody</w:t><w:fldChar w:fldCharType="end"/>'
        "</w:r>"
    )
    rendition = dressed(SLUGGED, HouseTemplate("house.docx", with_header_of(markup)))
    (head,) = [name for name in members(rendition) if re.fullmatch(r"word/header\d\.xml", name)]
    said = list(find(part(rendition, head), "//w:t/text()"))
    author = ["hidden", "; ".join(SLUGGED.byline.names)]
    assert said == ["The Harbour Courier", SLUGGED.title, SLUGGED.slugline.text, "7", *author]


def test_a_template_is_told_by_its_name_and_not_by_its_content():
    assert repr(COURIER) == "HouseTemplate('courier.dotx')"


# -- what it lacks -------------------------------------------------------------------------------


def test_missing_styles_are_named_and_taken_from_the_stylesheet_in_the_templates_fonts():
    rendition = dressed(RICH)
    (warning,) = [each for each in rendition.diagnostics if each.code == "D024"]
    assert "'Quote', 'Subtitle'" in warning.message
    (info,) = [each for each in rendition.diagnostics if each.code == "D025"]
    assert "'Boilerplate'" in info.message
    styles = part(rendition, "word/styles.xml")
    fonts = "//w:style[w:name/@w:val='Subtitle']/w:rPr/w:rFonts/@w:asciiTheme"
    assert find(styles, fonts) == ["minorHAnsi"]


def test_only_what_a_story_needs_is_missed():
    house = courier()
    for name in ("List Bullet", "List Number"):
        house.styles[name].delete()
    rendition = dressed(replace(PLAIN, body=(Paragraph.of("Words."),)), template(house))
    assert codes(rendition) == ["D025 info", "D027 info"]
    names = find(part(rendition, "word/styles.xml"), "//w:style/w:name/@w:val")
    assert not {"List Bullet", "List Number"} & {str(name) for name in names}


def test_a_template_without_head_and_foot_has_ours():
    house = docx.Document()
    rendition = dressed(PLAIN, HouseTemplate("bare.docx", content(house)))
    assert codes(rendition).count("D026 info") == 2
    head = [name for name in members(rendition) if "Header" in name]
    assert PLAIN.title in text(part(rendition, head[0]))


@hypothesis_settings(max_examples=25)
@given(strategies.documents)
def test_every_document_can_be_dressed(document: Document):
    rendition = dressed(document)
    for name, data in members(rendition).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
    defined = set(find(part(rendition, "word/styles.xml"), "//w:style/@w:styleId"))
    used = "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"
    assert set(find(part(rendition), used)) <= defined
    numbers = set(find(part(rendition, "word/numbering.xml"), "//w:num/@w:numId"))
    assert set(find(part(rendition), "//w:numId/@w:val")) <= numbers
    docx.Document(io.BytesIO(rendition.content))


def test_the_words_are_the_same_in_any_template():
    def words(rendition):
        return "".join(text(part(rendition)).split())

    plain = replace(WIRE, data_column=replace(WIRE.data_column, show=False))
    for story in (PLAIN, RICH, DERIVED, ARABIC):
        assert words(dressed(story)) == words(render(story, plain, OPTIONS))


def test_the_same_template_gives_the_same_bytes():
    first = dressed(RICH).content
    dressed(ARABIC)
    assert dressed(RICH, HouseTemplate("renamed.dotx", COURIER.content)).content == first


# -- what nobody takes from a stranger -----------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no zip container"),
        (b"%PDF-1.7", "no zip container"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "old Word file"),
        (COURIER.content[: len(COURIER.content) // 2], "no zip container"),
    ],
)
def test_what_is_no_word_file_is_refused(data, reason):
    assert refusal(data).startswith("D020: ")
    assert reason in refusal(data)


def test_a_zip_of_another_kind_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    assert "another kind" in refusal(file.getvalue())


def test_a_member_whose_bytes_are_damaged_is_refused():
    data = bytearray(COURIER.content)
    place = data.index(b"word/document.xml") + 40
    data[place : place + 20] = b"\0" * 20
    assert refusal(bytes(data)).startswith("D020: ")


@pytest.mark.parametrize("attribute", ["Id", "Type"])
def test_a_relationship_that_is_not_told_is_refused(attribute):
    def change(name: str, data: bytes) -> bytes:
        told = f' {attribute}="[^"]*"'.encode()
        return re.sub(told, b"", data) if name == "word/_rels/header1.xml.rels" else data

    said = refusal(changed(with_link("https://example.org/"), change))
    assert said.endswith("/word/header1.xml is related to something, and not told how")


def test_macros_are_refused():
    def macros(name: str, data: bytes) -> bytes:
        if name != "[Content_Types].xml":
            return data
        return re.sub(
            rb"application/vnd\.openxmlformats-officedocument\.wordprocessingml\.template\.main",
            b"application/vnd.ms-word.template.macroEnabledTemplate.main", data,
        )  # fmt: skip

    assert refusal(changed(COURIER.content, macros)).startswith("D021: ")


def test_a_bomb_is_refused_by_what_it_says_it_unpacks_to():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for number in range(5):
            archive.writestr(f"word/media/{number}.png", b"\0" * 15_000_000)
    assert len(file.getvalue()) < 100_000
    assert "unpacks to more" in refusal(file.getvalue())


def test_more_parts_than_any_template_has_are_refused():
    many = {f"word/media/{number}.png": b"" for number in range(600)}
    assert "more than 500 parts" in refusal(changed(COURIER.content, lambda _, data: data, **many))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_they_are_parsed(encoding):
    laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'

    def laughing(name: str, data: bytes) -> bytes:
        if name != "word/styles.xml":
            return data
        text = data.decode().partition("?>")[2]
        return f'<?xml version="1.0" encoding="{encoding}"?>{laughs}{text}'.encode(encoding)

    assert "declares a document type" in refusal(changed(COURIER.content, laughing))


def test_an_encoding_that_hides_what_it_says_is_refused():
    def hiding(name: str, data: bytes) -> bytes:
        return data.replace(b"UTF-8", b"UTF-7") if name == "word/styles.xml" else data

    assert "another encoding" in refusal(changed(COURIER.content, hiding))


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        (RT.IMAGE, "http://tracker.example/pixel.png"),
        (RT.IMAGE.replace("image", "attachedTemplate"), "http://example.org/evil.dotm"),
        (RT.OLE_OBJECT, "file://server/share/object"),
        (RT.HYPERLINK, "file://server/share"),
        (RT.HYPERLINK, "javascript:alert(1)"),
    ],
)
def test_what_lies_outside_is_refused(kind, target):
    said = refusal(with_header_relating_to(kind, target))
    assert said.startswith("D022: ")
    assert target in said


@pytest.mark.parametrize("target", ["https://courier.example/", "mailto:desk@courier.example"])
def test_a_link_to_the_houses_own_pages_may_stay(target):
    rendition = dressed(PLAIN, HouseTemplate("house.docx", with_link(target)))
    relations = [data for name, data in members(rendition).items() if "header" in name]
    assert any(target.encode() in data for data in relations)


@pytest.mark.parametrize(
    "markup",
    [
        "<w:r><w:instrText>PAGE</w:instrText></w:r>",
        '<w:r><w:fldSimple w:instr=" TITLE "/></w:r>',
        '<w:r><w:fldSimple w:instr=" DOCPROPERTY Linked "/></w:r>',
    ],
)
def test_harmless_fields_may_stay(markup):
    dressed(PLAIN, HouseTemplate("house.docx", with_header_of(markup)))


@pytest.mark.parametrize(
    "markup",
    [
        '<w:r><w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://x.example/&quot; \\d "/></w:r>',
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDE</w:instrText>'
        '<w:instrText>AUTO c:\\\\cmd.exe</w:instrText><w:fldChar w:fldCharType="end"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> includetext x </w:instrText></w:r>',
    ],
)
def test_fields_that_fetch_or_run_are_refused(markup):
    assert refusal(with_header_of(markup)).startswith("D022: ")


@pytest.mark.parametrize(
    "markup",
    [
        '<w:r><w:drawing><a:blip xmlns:a="urn:a" r:link="rId1"/></w:drawing></w:r>',
        '<w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" '
        'src="http://tracker.example/pixel.png"/></w:pict></w:r>',
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office" o:href="file://server/share"/>'
        "</w:pict></w:r>",
    ],
)
def test_pictures_that_lie_elsewhere_are_refused(markup):
    said = refusal(with_header_of(markup))
    assert said.startswith("D022: ")
    assert "a linked picture" in said


def test_embedded_objects_are_refused():
    assert "embedded object" in refusal(with_header_of("<w:r><w:object/></w:r>"))


@hypothesis_settings(max_examples=40)
@given(
    strategies.st.integers(0, len(COURIER.content) - 1),
    strategies.st.binary(min_size=1, max_size=40),
)
def test_a_template_that_was_tampered_with_never_ends_in_a_traceback(place, bytes_):
    data = COURIER.content[:place] + bytes_ + COURIER.content[place + len(bytes_) :]
    try:
        dressed(RICH, HouseTemplate("house.docx", data))
    except RenderError as error:
        codes = {diagnostic.code for diagnostic in error.diagnostics}
    else:
        codes = set()
    assert codes <= {"D020", "D021", "D022", "D023"}


def _without_styles(name: str, data: bytes) -> bytes:
    if name != "word/_rels/document.xml.rels":
        return data
    return data.replace(b"relationships/styles", b"relationships/stiles")


def _without_heads(name: str, data: bytes) -> bytes:
    if name != "word/_rels/document.xml.rels":
        return data
    return data.replace(b"relationships/header", b"relationships/x").replace(b'Id="rId', b'Id="r')


def _not_well_formed(name: str, data: bytes) -> bytes:
    return data.replace(b"</w:styles>", b"") if name == "word/styles.xml" else data


def _head_not_well_formed(name: str, data: bytes) -> bytes:
    """A head of a type that python-docx does not know, and so does not parse."""
    if name == "[Content_Types].xml":
        return re.sub(rb"application/[a-z.-]+wordprocessingml\.header\+xml", b"text/xml", data)
    return data.replace(b"</w:hdr>", b"") if name.startswith("word/header") else data


def _in_latin_1(name: str, data: bytes) -> bytes:
    return data + "<!-- é -->".encode("latin-1") if name == "word/styles.xml" else data


def _strict(name: str, data: bytes) -> bytes:
    if name != "word/document.xml":
        return data
    return data.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )


def _of_slides(name: str, data: bytes) -> bytes:
    if name != "[Content_Types].xml":
        return data
    for kind in (b"template", b"document"):
        data = data.replace(
            b"wordprocessingml." + kind + b".main+xml", b"presentationml.slideshow.main+xml"
        )
    return data


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_without_styles, "it has no styles"),
        (_without_heads, "a head or foot is missing"),
        (_not_well_formed, "it is damaged"),
        (_head_not_well_formed, "/word/header1.xml is damaged"),
        (_in_latin_1, "in another encoding than UTF-8"),
        (_strict, "it is Strict Open XML"),
        (_of_slides, "an Office file of another kind"),
    ],
)
def test_a_template_that_lacks_a_part_or_is_of_another_kind_is_refused_by_what_it_is(
    change, reason
):
    assert reason in refusal(changed(COURIER.content, change))


def test_a_template_with_a_password_on_its_members_is_refused():
    data = bytearray(COURIER.content)
    place = data.rindex(b"PK\1\2")
    data[place + 8] |= 1  # APPNOTE 4.3.12: general purpose flags of the central directory
    assert "a password" in refusal(bytes(data))


def test_two_parts_of_one_name_are_refused():
    twins = {"word/STYLES.xml": b"<x/>"}
    said = refusal(changed(COURIER.content, lambda _, data: data, **twins))
    assert "two of its parts have one name" in said
