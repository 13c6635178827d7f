"""Bytes become characters by their own evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.readers.text.encoding import Evidence, decode

FRENCH = "Le café de Noël à Besançon reste fermé, a dit l’hôtelier – « c’est l’été »."
RUSSIAN = (
    "Президент сообщил о переговорах. Встреча прошла вчера в Москве, говорится в заявлении. " * 3
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_a_western_text_is_read_in_each_encoding(encoding):
    assert decode(FRENCH.encode(encoding)).text.removeprefix("\ufeff") == FRENCH


def test_a_mark_and_the_rules_of_utf8_are_certain():
    assert decode(FRENCH.encode("utf-8")).evidence is Evidence.CERTAIN
    assert decode(FRENCH.encode("utf-16")).evidence is Evidence.CERTAIN


def test_windows_1252_is_likely():
    found = decode(FRENCH.encode("cp1252"))
    assert (found.encoding, found.evidence) == ("windows-1252", Evidence.LIKELY)


def test_cyrillic_bytes_are_guessed_and_said_to_be():
    found = decode(RUSSIAN.encode("cp1251"))
    assert found.text == RUSSIAN
    assert found.evidence is Evidence.STATISTICAL


def test_turkish_is_not_taken_for_western():
    turkish = "Şiddetli yağış bekleniyor, sıcaklık düşüyor; ısı artışı ağırlaşıyor. " * 3
    assert decode(turkish.encode("iso8859-9")).evidence is Evidence.STATISTICAL


def test_strays_in_utf8_are_read_as_windows_1252_and_counted():
    found = decode("Åsa Öberg, Märta Ås, Örjan – ".encode() + b"the dome\x92s motor")
    assert found.text.endswith("the dome’s motor")
    assert (found.encoding, found.repaired) == ("utf-8", 1)


def test_strays_behind_a_mark_of_utf8_are_read_as_windows_1252_too():
    found = decode(b"\xef\xbb\xbfLule\xe5 och Ume\xc3\xa5")
    assert (found.text, found.repaired, found.lost) == ("Luleå och Umeå", 1, 0)


def test_a_broken_utf16_text_keeps_what_it_can():
    found = decode("A dome opened".encode("utf-16") + b"\x41")
    assert found.text.startswith("A dome opened")
    assert found.lost == 1


@given(st.binary(max_size=200))
def test_any_bytes_are_some_text(data):
    assert isinstance(decode(data).text.encode("utf-8"), bytes)


def test_what_has_the_zeros_of_utf16_but_is_none_is_read_in_another_way():
    damaged = "A dome opened.".encode("utf-16-le") + b"\x00\xd8" + "It rained.".encode("utf-16-le")
    found = decode(damaged)
    assert not found.encoding.startswith("utf-16")
    assert found.text.replace("\0", "").startswith("A dome opened.")
