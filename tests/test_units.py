"""Lengths and ratios are exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.units import Length, Ratio


@pytest.mark.parametrize(
    ("text", "emu"),
    [("1in", 914400), ("72pt", 914400), ("25.4mm", 914400), ("9.35pt", 118745), ("-3mm", -108000)],
)
def test_a_length_is_a_whole_number_of_emu(text: str, emu: int) -> None:
    assert Length.parse(text) == emu


def test_an_em_is_taken_from_the_size_that_is_given() -> None:
    assert Length.parse("1.2em", em=Length.parse("10pt")) == Length.parse("12pt")


@pytest.mark.parametrize(
    "text", ["12", "twelve pt", "1e3pt", "1 furlong", "", "1.2em", "0.00001pt"]
)
def test_what_is_no_exact_length_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"length|unit|finer"):
        Length.parse(text)


@given(st.integers(-10_000, 10_000))
def test_millimetres_come_back_as_they_went_in(hundredths: int) -> None:
    assert round(Length.parse(f"{hundredths / 100:.2f}mm").mm * 100) == hundredths


def test_a_length_is_rounded_only_when_it_is_written_in_twips() -> None:
    assert Length.parse("12.25pt").twips == 245


@pytest.mark.parametrize(("text", "thousandths"), [("92%", 920), ("-1.4%", -14), ("0%", 0)])
def test_a_ratio_is_a_whole_number_of_thousandths(text: str, thousandths: int) -> None:
    assert Ratio.parse(text) == thousandths


def test_they_are_told_in_the_units_that_people_use() -> None:
    assert repr((Length.parse("12.5pt"), Length.of(0, "mm"))) == "(Length(12.5pt), Length(0pt))"
    assert repr((Ratio.parse("92%"), Ratio.parse("-1.4%"))) == "(Ratio(92%), Ratio(-1.4%))"


@pytest.mark.parametrize("text", ["92", "0.01%", "%", "x%"])
def test_what_is_no_exact_percentage_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"percentage|finer"):
        Ratio.parse(text)
