"""What XML can hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from exporter.xmltext import escaped, legal


def test_what_xml_cannot_hold_is_replaced_and_nothing_else() -> None:
    assert legal("a\x00b\x0bc\ud800d\ufffee\t\n😀") == "a\ufffdb\ufffdc\ufffdd\ufffde\t\n😀"


@given(st.text())
def test_any_text_can_stand_in_a_document(text: str) -> None:
    element = etree.fromstring(f"<p>{escaped(legal(text))}</p>")
    # A parser reads every line end as one newline (XML 1.0, 2.11).
    assert (element.text or "") == legal(text).replace("\r\n", "\n").replace("\r", "\n")
