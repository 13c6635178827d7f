"""Names of hosts, and the addresses that are links in every format."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.addresses import host_name, usable
from tests.strategies import hostile_text

# Hosts outside ASCII, by IDNA 2008.
HOSTS = [
    ("b\u00fccher.example", "xn--bcher-kva.example"),
    ("B\u00dcCHER.example", "xn--bcher-kva.example"),
    ("stra\u00dfe.de", "xn--strae-oqa.de"),  # not strasse.de, as IDNA 2003 had it: another host
    ("\u03c6\u03cc\u03c1\u03bf\u03c2.gr", "xn--0xaden4a.gr"),
    ("\u4f8b\u3048.\u30c6\u30b9\u30c8", "xn--r8jz45g.xn--zckzah"),
]


@pytest.mark.parametrize(
    ("href", "uri"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        (" HTTP://Example.org:8080/ ", "http://example.org:8080/"),
        ("http://example.org", "http://example.org"),
        ("https://example.org:/", "https://example.org/"),
        ("https://192.0.2.1/", "https://192.0.2.1/"),
        ("https://example.org/a(1);b", "https://example.org/a(1);b"),
        ("https://example.org/a b[1]%zz%20", "https://example.org/a%20b%5B1%5D%25zz%20"),
        ("https://example.org/a#b#c", "https://example.org/a#b%23c"),
        (
            "https://example.org/\u00fc?\u00fc=1#\u00fc",
            "https://example.org/%C3%BC?%C3%BC=1#%C3%BC",
        ),
        ("mailto:press@example.org?subject=A b", "mailto:press@example.org?subject=A%20b"),
        ("mailto:j\u00f6rg@example.org", "mailto:j%C3%B6rg@example.org"),
        ("mailto:o'neil+news@EXAMPLE.org", "mailto:o'neil+news@example.org"),
    ],
)
def test_a_link_is_a_uri_in_ascii(href, uri):
    assert usable(href) == uri


@pytest.mark.parametrize(("host", "name"), HOSTS)
def test_a_link_leads_to_the_host_that_registries_know(host, name):
    assert usable(f"http://{host}/x") == f"http://{name}/x"
    assert usable(f"mailto:desk@{host}") == f"mailto:desk@{name}"


@pytest.mark.parametrize(
    "href",
    [
        "", "#part", "other.xhtml", "//example.org/", "\ud800",
        "ftp://example.org", "javascript:alert(1)", "java\nscript:alert(1)", "file:///etc/passwd",
        "data:text/html,x", "http://", "https://user:word@example.org/", "https://user@example.org/",
        "http://[::1", "http://[::1]/", "https://example.org:99999/", "http://ex\nample.org/",
        "https://a b/", "https://a..b/", "https://-a.example/", "https://\ud800/",
        "https://" + "a" * 64 + ".example/", "https://example.org/" + "x" * 3000,
        "https://a.example\\@b.example/", "https://a.example\\.b.example/",
        "mailto:", "mailto:nobody", "mailto:a b@example.org", "mailto:a@b@example.org",
        "mailto:a@example.org,b@example.org", "mailto://a@example.org",
    ],
)  # fmt: skip
def test_what_runs_or_leads_nowhere_or_hides_where_it_leads_is_no_link(href):
    assert usable(href) is None


def test_an_address_that_is_too_long_once_it_is_encoded_is_no_link():
    assert usable("https://example.org/" + "\u00fc" * 1000) is None


def test_a_host_with_an_underscore_is_no_valid_host_of_a_url():
    assert usable("http://a_b.example/") is None


@given(st.sampled_from(["", "https://", "https://a.example/", "mailto:"]), hostile_text)
def test_whatever_is_sent_a_link_is_ascii_without_blanks(begin, text):
    uri = usable(begin + text)
    assert uri is None or (uri.isascii() and uri.isprintable() and " " not in uri)


@given(hostile_text)
def test_a_link_is_the_same_link_when_it_is_asked_for_again(text):
    uri = usable(f"https://example.org/{text}")
    assert uri is None or usable(uri) == uri


@given(hostile_text)
def test_a_host_is_ascii_or_no_host(text):
    try:
        name = host_name(text)
    except ValueError:
        return
    assert name.isascii()
    assert name == name.lower()
    assert name.strip("abcdefghijklmnopqrstuvwxyz0123456789-.") == ""
