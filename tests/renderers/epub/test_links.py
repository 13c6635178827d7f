"""Which addresses become links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.renderers.epub.links import address

KEPT = {
    "https://example.org/a?b=c&d#e": "https://example.org/a?b=c&d#e",
    "HTTP://EXAMPLE.org:8080/": "http://example.org:8080/",
    "https://example.org/é b%20c%": "https://example.org/%C3%A9%20b%20c%25",
    "https://bücher.example/": "https://xn--bcher-kva.example/",
    "mailto:desk@example.org?subject=a b": "mailto:desk@example.org?subject=a%20b",
    "#crosshead-1": "#crosshead-1",
}
REFUSED = (
    "javascript:alert(1)", " JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd",
    "other.xhtml", "../x", "//example.org/", "https://", "https://user:secret@example.org/",
    "https://[::1", "https://a b/", "https://example.org:99999/", "mailto:", "mailto:a b@c",
    "#elsewhere", "", "https://\ud800/",
)  # fmt: skip


@pytest.mark.parametrize(("sent", "kept"), KEPT.items())
def test_an_address_of_the_web_is_kept_as_a_valid_url(sent, kept):
    assert address(sent, frozenset({"crosshead-1"})) == kept


@pytest.mark.parametrize("sent", REFUSED)
def test_an_address_that_runs_or_leads_nowhere_is_refused(sent):
    assert address(sent, frozenset({"crosshead-1"})) is None


@given(st.text())
def test_no_address_is_too_strange(sent):
    kept = address(sent)
    assert kept is None or kept.isascii()
    kept = address(f"https://example.org/{sent}")
    assert kept is None or (kept.isascii() and " " not in kept)
