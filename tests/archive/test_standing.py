"""Updates, corrections, withdrawals."""

from __future__ import annotations

import pytest

from exporter.archive.record import Flag
from exporter.archive.standing import flag, is_correction
from exporter.model import Document, PubStatus, Source, SourceText
from exporter.values import replace

STORY = Document(source=Source("a.txt", "text/plain", "0" * 64), title="Minister resigns")


def noted(*notes: str) -> Document:
    return replace(STORY, ed_note=tuple(map(SourceText, notes)))


def test_the_first_version_is_filed_and_the_next_is_an_update():
    assert flag(STORY, None) is Flag.FILED
    assert flag(STORY, Flag.FILED) is Flag.UPDATED


def test_a_kill_withdraws_and_what_follows_stays_withdrawn():
    kill = replace(STORY, pub_status=PubStatus.CANCELED)
    assert flag(kill, Flag.FILED) is Flag.WITHDRAWN
    assert flag(STORY, Flag.WITHDRAWN) is Flag.WITHDRAWN
    assert flag(STORY, Flag.WITHDRAWN, Flag.UPDATED) is Flag.UPDATED


@pytest.mark.parametrize(
    "note",
    [
        "CORRECTS spelling of name", "Eds: Corrects figure in 3rd graf", "(Corrects date)",
        "CORRECTION", "Editors: Corrected version", "C O R R E C T I O N", "Korrektur: 2. Absatz",
        "Rectificatif: Oslo", "DÜZELTME - Ankara",
    ],
)  # fmt: skip
def test_a_note_that_begins_so_tells_a_correction(note):
    assert is_correction(noted("ADDS background", note))


@pytest.mark.parametrize("slug", ["BC-Oslo, 1st Ld-Correction", "BC-Oslo,CORRECTED"])
def test_a_slug_tells_a_correction(slug):
    assert is_correction(replace(STORY, slugline=SourceText(slug)))


@pytest.mark.parametrize("note", ["ADDS statement", "Recasts; minister corrects himself", ""])
def test_other_notes_tell_none(note):
    assert not is_correction(noted(note))


def test_a_headline_tells_a_correction():
    assert flag(replace(STORY, title="CORRECTED-Minister resigns"), Flag.FILED) is Flag.CORRECTED
    assert not is_correction(replace(STORY, title="Minister corrects statement"))
