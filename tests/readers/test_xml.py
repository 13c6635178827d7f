"""XML is read without its dangers."""

from __future__ import annotations

import pytest

from exporter.diagnostics import ReadError
from exporter.readers import read
from exporter.readers.raw import RawStory
from exporter.readers.xml import MAX_DEPTH, parse, text_of
from tests.growth import is_in_proportion


def root_of(text: str | bytes):
    data = text.encode() if isinstance(text, str) else text
    return parse(RawStory(data, "story.xml"), "NITF").root


def refusal(text: str) -> str:
    with pytest.raises(ReadError) as caught:
        root_of(text)
    return caught.value.diagnostics[-1].code


def test_a_declared_entity_is_never_expanded():
    bomb = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">'
    found = parse(RawStory(f"<!DOCTYPE x [{bomb}]><x>&b;</x>".encode(), "s"), "NITF")
    assert text_of(found.root) == "&b;"
    assert [each.code for each in found.findings] == ["R045"]


def test_an_outside_entity_is_never_fetched(tmp_path):
    (tmp_path / "secret").write_text("secret")
    source = f'<!DOCTYPE x [<!ENTITY s SYSTEM "file://{tmp_path}/secret">]><x y="&s;">&s;</x>'
    root = root_of(source)
    assert (text_of(root), root.get("y")) == ("&s;", "&s;")


def test_a_document_type_of_parameter_entities_is_passed_over():
    kind = '<!DOCTYPE NewsML PUBLIC "a" "b.dtd" [ <!ENTITY % n SYSTEM "n.dtd"> %n; <!-- ]> --> ]>'
    assert text_of(root_of(f'<?xml version="1.0"?>\n{kind}\n<x>\nHarbour</x>')).strip() == "Harbour"


def test_lines_are_those_of_the_file():
    root = root_of("<?xml version='1.0'?>\n<!DOCTYPE x [\n\n]>\n<x>\n<y/></x>")
    assert (root.sourceline, root[0].sourceline) == (5, 6)


def test_the_named_characters_of_html_are_known():
    assert text_of(root_of("<x>Caf&eacute;&nbsp;&amp; &hellip;</x>")) == "Café\u00a0& …"


def test_a_lone_ampersand_is_one():
    found = parse(RawStory(b"<x>AT&T & co</x>", "s"), "NITF")
    assert text_of(found.root) == "AT&T & co"
    assert [each.code for each in found.findings] == ["R045"]


def test_what_looks_like_a_reference_in_a_section_of_characters_is_text():
    assert text_of(root_of("<x><![CDATA[a &b; <c>]]></x>")) == "a &b; <c>"


@pytest.mark.parametrize("encoding", ["iso-8859-15", "utf-16", "windows-1252"])
def test_the_declared_encoding_holds(encoding):
    data = f'<?xml version="1.0" encoding="{encoding}"?><x>Échappé</x>'.encode(encoding)
    assert text_of(root_of(data)) == "Échappé"


def test_a_declaration_that_is_wrong_gives_way_to_the_bytes():
    data = '<?xml version="1.0" encoding="utf-8"?><x>échappé</x>'.encode("windows-1252")
    assert text_of(root_of(data)) == "échappé"


@pytest.mark.parametrize("encoding", ["no-such-thing", "zlib", "rot13", "idna"])
def test_a_declaration_of_nonsense_gives_way_to_the_bytes(encoding):
    assert text_of(root_of(f'<?xml version="1.0" encoding="{encoding}"?><x>a</x>')) == "a"


@pytest.mark.parametrize(
    "text", ["<x>", "<x></y>", "<x", "<!DOCTYPE x [", "<x>&#0;</x>", "<x/><x/>"]
)
def test_what_is_not_well_formed_is_refused(text):
    assert refusal(text) == "R040"


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 100_000])
def test_depth_is_bounded(depth):
    assert refusal("<x>" * depth + "</x>" * depth) in ("R040", "R041")


def test_size_is_bounded():
    assert refusal("<x>" + "<y/>" * 200_001 + "</x>") == "R041"


def test_the_text_of_an_element_is_all_in_it_and_nothing_after_it():
    root = root_of("<a>x<b>y<c/>z</b>tail</a>")
    assert (text_of(root), text_of(root[0])) == ("xyztail", "yz")


def test_a_format_is_known_also_behind_a_declaration_that_nothing_ends():
    with pytest.raises(ReadError) as caught:
        read(b'<?xml version="1.0">\n<nitf></nitf>', "story.xml")
    assert "NITF is not well-formed" in str(caught.value)


@pytest.mark.parametrize("before", ["<nitf>", "<!DOCTYPE nitf ", "<nitf/>"])
@pytest.mark.parametrize("beginning", ["<!--", "<?", "<![CDATA[", "<!-- -->", "<?a?>", "&", '"'])
def test_what_nothing_ends_is_refused_in_proportion_to_its_length(before, beginning):
    def refused(count):
        with pytest.raises(ReadError):
            read(f"{before}{beginning * count}".encode(), "story.xml")

    assert is_in_proportion(refused, 5000)
