"""The seed is read as a person reads it."""

from __future__ import annotations

import json
from pathlib import Path

from exporter.diagnostics import Severity
from exporter.model import Crosshead, to_json
from exporter.readers import read
from tests.conftest import SEED

GOLDEN = Path(__file__).parent / "seed.json"


def test_the_seed_gives_the_document_of_its_golden(seed_bytes):
    found = json.loads(json.dumps(to_json(read(seed_bytes, SEED.name))))
    assert found == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_the_seed_has_its_advisory_as_a_note_and_no_headline(seed_bytes):
    document = read(seed_bytes, SEED.name)
    assert [note.text for note in document.ed_note] == ["ADDS STATEMENT FROM KREMLIN, BACKGROUND"]
    assert document.headline is None


def test_the_seeds_title_is_the_first_clause_of_its_lead(seed_bytes):
    document = read(seed_bytes, SEED.name)
    assert document.title_derived
    assert document.title.startswith("Russian President Vladimir Putin spoke by phone Wednesday")
    assert document.title.endswith("on the latest developments in Afghanistan")


def test_the_seed_keeps_its_mixed_quotation_marks(seed_bytes):
    texts = [block.text for block in read(seed_bytes, SEED.name).body]
    assert any('"in ensuring' in text and "threat,” it said." in text for text in texts)


def test_the_seeds_crosshead_loses_only_its_mark(seed_bytes):
    document = read(seed_bytes, SEED.name)
    assert [b.text for b in document.body if isinstance(b, Crosshead)] == ["Kremlin statement"]


def test_the_seed_gives_infos_only(seed_bytes):
    document = read(seed_bytes, SEED.name)
    assert {diagnostic.severity for diagnostic in document.diagnostics} == {Severity.INFO}
