"""Stylesheets: inheritance, references, units, and what is said about mistakes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from exporter.diagnostics import StyleError
from exporter.stylesheet import Align, Ink, Stylesheet, builtin_names, load
from exporter.stylesheet.source import find
from exporter.units import Length, Ratio

Write = Callable[..., str]


@pytest.fixture
def style(tmp_path: Path) -> Write:
    def write(text: str, name: str = "house.toml") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def code(caught: pytest.ExceptionInfo[StyleError]) -> str:
    return caught.value.diagnostics[0].code


def test_the_built_in_style_has_nothing_to_complain_about() -> None:
    assert "wire" in builtin_names()
    assert load("wire")[1] == ()


def test_a_style_extends_another_and_changes_what_it_names(style: Write) -> None:
    house, warnings = load(style('name = "house"\nextends = "wire"\n[roles.body]\nsize = "10pt"'))
    assert warnings == ()
    assert house.name == "house"
    assert house.roles["body"].size == Length.parse("10pt")
    assert house.roles["body"].font == "serif"


def test_a_style_may_extend_a_file_beside_it(style: Write) -> None:
    style('extends = "wire"\n[house]\ndash = "—"', "base.toml")
    assert load(style('extends = "base.toml"'))[0].house.dash == "—"


def test_a_role_is_like_another_but_for_what_it_says(wire: Stylesheet) -> None:
    assert wire.roles["lead"].size == wire.roles["body"].size
    assert wire.roles["lead"].first_indent == 0
    assert wire.roles["body"].first_indent == Length.parse("1.2em", wire.roles["body"].size)


def test_a_reference_leads_to_another_key(wire: Stylesheet) -> None:
    assert wire.roles["body"].leading == wire.page.grid


def test_values_have_their_types(wire: Stylesheet) -> None:
    assert wire.roles["body"].align is Align.JUSTIFY
    assert wire.roles["headline"].tracking == Ratio.parse("-1.4%")
    assert wire.colours["muted"].print == Ink((Ratio.parse("38%"),))


def test_a_reference_in_a_house_style_sees_the_house_s_own_value(style: Write) -> None:
    house, _ = load(style('extends = "wire"\n[page]\ngrid = "13pt"'))
    assert house.roles["body"].leading == Length.parse("13pt")


def test_the_digest_tells_styles_apart_by_their_content(style: Write, wire: Stylesheet) -> None:
    same, _ = load(style('extends = "wire"\nname = "wire"', "a.toml"))
    other, _ = load(style('extends = "wire"\nname = "wire"\n[page]\nbleed = "4mm"', "b.toml"))
    assert other.digest != wire.digest
    assert len({same.digest, other.digest}) == 2


def test_an_unknown_key_is_reported_with_the_nearest_one(style: Write) -> None:
    _, warnings = load(style('extends = "wire"\n[roles.body]\nsise = "10pt"'))
    (warning,) = warnings
    assert warning.code == "S003"
    assert "roles.body.sise" in warning.message
    assert warning.hint is not None
    assert "'size'" in warning.hint


def test_an_unknown_role_is_reported(style: Write) -> None:
    text = 'extends = "wire"\n[roles.hedline]\nlike = "headline"'
    _, warnings = load(style(text))
    assert [w.code for w in warnings] == ["S003"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not toml =", "S002"),
        ('extends = "wire"\n[roles.body]\nsize = 10', "S004"),
        ('extends = "wire"\n[roles.body]\nsize = "10"', "S004"),
        ('extends = "wire"\n[roles.body]\nsize = "-1pt"', "S004"),
        ('extends = "wire"\n[roles.body]\nleft_indent = "-9pt"', "S004"),
        ('extends = "wire"\n[roles.body]\nspace_after = "-1pt"', "S004"),
        ('extends = "wire"\n[roles.body]\nleft_indent = "200pt"', "S004"),
        ('extends = "wire"\n[roles.body]\nfirst_indent = "-200pt"', "S004"),
        ('extends = "wire"\n[house]\nend_mark_size = "-3pt"', "S004"),
        ('extends = "wire"\n[house]\nrunning_title_words = 0', "S004"),
        ('extends = "wire"\n[roles.body]\nfont = "mono"', "S004"),
        ('extends = "wire"\n[roles.body]\ncolour = "red"', "S004"),
        ('extends = "wire"\n[roles.body]\nhyphenate = "yes"', "S004"),
        ('extends = "wire"\n[roles.body]\nalign = "left"', "S004"),
        ('extends = "wire"\n[roles.body]\nleading = "@page.gird"', "S004"),
        ('extends = "wire"\n[page]\ngrid = "@roles.body.leading"', "S004"),
        ('extends = "wire"\n[page]\nwidth = "60mm"', "S004"),
        ('extends = "wire"\n[page]\nheight = "90mm"', "S004"),
        ('extends = "wire"\n[data_column]\nfields = "byline"', "S004"),
        ('extends = "wire"\n[colours.muted]\nscreen = "grey"', "S004"),
        ('extends = "wire"\n[colours.muted]\nprint = "101%"', "S004"),
        ('extends = "wire"\n[page]\ncolumns = 0', "S004"),
        ('extends = "wire"\n[data_column]\nfields = ["mood"]', "S004"),
        ('extends = "wire"\n[roles.lead]\nlike = "ghost"', "S004"),
        ('extends = "wire"\n[roles.body]\nlike = "lead"', "S004"),
        ('extends = "wire"\n[roles.body]\nweight = 1000000000', "S004"),
        ('extends = "wire"\n[page]\nbleed = "-3mm"', "S004"),
        ('extends = "wire"\n[page]\nbleed = "1000000mm"', "S004"),
        ('extends = "wire"\n[page]\nmargin_left = "-50mm"', "S004"),
        ('extends = "wire"\n[page]\ncolumns = 3\ngutter = "-30mm"', "S004"),
        ('extends = "wire"\n[page]\nwidth = "15000pt"', "S004"),
        ('extends = "wire"\n[data_column]\nwidth = "-40mm"', "S004"),
        pytest.param(f"x = {'[' * 5000}{']' * 5000}", "S002", id="nested"),
        pytest.param(f"extends = 'wire'\n{'.'.join(['x'] * 5000)} = 1", "S002", id="nested keys"),
        pytest.param(f"x = {'1' * 5000}", "S002", id="a number without end"),
        ("[page]", "S004"),
        ("page = 3", "S004"),
        ("extends = 3", "S004"),
        ('extends = "nowhere"', "S001"),
        ('extends = "house.toml"', "S005"),
    ],
)
def test_a_style_that_cannot_be_used_says_why(style: Write, text: str, expected: str) -> None:
    with pytest.raises(StyleError) as caught:
        load(style(text))
    assert code(caught) == expected


def test_a_column_that_is_too_narrow_for_words_is_refused(style: Write) -> None:
    flush = '[roles.quotation]\nleft_indent = "0pt"\nright_indent = "0pt"'
    with pytest.raises(StyleError, match="page in style house: leaves less than 20 mm"):
        load(style(f'extends = "wire"\n{flush}\n[page]\ncolumns = 5'))


@pytest.mark.parametrize("table", ["roles.folio", "terms.en"])
def test_a_style_without_an_ancestor_has_to_say_everything(style: Write, table: str) -> None:
    whole = find("wire").read_text(encoding="utf-8")
    assert load(style(whole))[1] == ()
    before, after = whole.split(f"[{table}]")
    after = after[after.index("\n[") :] if "\n[" in after else ""
    with pytest.raises(StyleError, match=rf"{table} in style wire: is missing"):
        load(style(before + after))


def test_a_name_that_is_no_style_is_answered_with_those_there_are() -> None:
    with pytest.raises(StyleError) as caught:
        load("../../etc/passwd")
    assert code(caught) == "S001"
    assert caught.value.diagnostics[0].hint is not None
    assert "wire" in caught.value.diagnostics[0].hint


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('align = "left"', "'left' is none of start, end, centre, justify"),
        ('figures = "old"', "'old' is none of lining, oldstyle"),
        ('hyphenate = "yes"', "'yes' is neither true nor false"),
        ("weight = true", "True is not a whole number"),
    ],
)
def test_a_value_that_cannot_be_is_told_with_those_that_can(
    style: Write, line: str, said: str
) -> None:
    with pytest.raises(StyleError) as caught:
        load(style(f'extends = "wire"\n[roles.body]\n{line}'))
    assert caught.value.diagnostics[0].message.endswith(said)


def test_a_fault_is_told_of_the_style_that_has_it_not_of_its_ancestor(style: Write) -> None:
    with pytest.raises(StyleError, match="in style courier: "):
        load(style('extends = "wire"\n[page]\ncolumns = 0', "courier.toml"))


def test_a_style_may_begin_with_a_byte_order_mark(style: Write) -> None:
    assert load(style('\ufeffextends = "wire"'))[0].page.columns == 1


def test_a_role_that_nobody_asks_for_is_reported_and_let_be(style: Write) -> None:
    warnings = load(style('extends = "wire"\n[roles.bodi]\nsize = "9pt"'))[1]
    assert [(found.code, "'body'" in found.message + (found.hint or "")) for found in warnings] == [
        ("S003", True)
    ]


def test_a_colour_for_screens_is_no_ink(style: Write) -> None:
    with pytest.raises(StyleError, match="neither a grey such as 38% nor four inks"):
        load(style('extends = "wire"\n[colours.ink]\nprint = "#ff0000"'))


def test_a_style_is_read_again_when_its_ancestor_or_its_logo_has_changed(
    style: Write, tmp_path: Path
) -> None:
    (tmp_path / "logo.svg").write_bytes(b"<svg/>")
    style('extends = "wire"\n[house]\ndash = "—"\nlogo = "logo.svg"', "base.toml")
    heir = style('extends = "base.toml"')
    first = load(heir)[0]
    assert load(heir)[0] is first
    style('extends = "wire"\n[house]\ndash = "–"\nlogo = "logo.svg"', "base.toml")
    os.utime(tmp_path / "base.toml", ns=(1, 1))
    second = load(heir)[0]
    assert second.house.dash == "–"
    (tmp_path / "logo.svg").write_bytes(b"<svg></svg>")
    assert load(heir)[0].digest not in (first.digest, second.digest)
