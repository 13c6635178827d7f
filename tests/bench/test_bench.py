"""The comparison is fair: nobody has seen a story before, and everybody prints one page of it."""

from __future__ import annotations

import io
import json

import pikepdf
import pytest

from tests.bench import peers
from tests.bench.contest import WARM_UP, Contestant, hold
from tests.bench.results import Results, Row
from tests.bench.stages import STAGES, WHOLE, stage_times
from tests.bench.stories import parts, story


def test_every_story_has_words_that_no_other_has() -> None:
    first, second = (set(story(number).split()) for number in (1, 2))
    assert len(first - second) > 20
    assert len(second - first) > 20


def test_no_two_contestants_get_the_same_story() -> None:
    seen: list[str] = []

    def make(text: str) -> bytes:
        seen.append(text)
        return b"made"

    hold([Contestant("quick", make), Contestant("slow", make, slow=True)], rounds=20)
    assert len(seen) == len(set(seen)) == 2 * WARM_UP + 20 + 2


def test_who_is_handed_the_parts_is_handed_all_of_the_story() -> None:
    found = parts(story(1))
    words = " ".join((found.note, found.byline, *(text for _, text in found.body))).split()
    assert words == story(1).replace("\n-", "\n").split()
    assert [text for crosshead, text in found.body if crosshead] == ["Kremlin statement"]


@pytest.mark.parametrize("prepare", [peers.typst, peers.platypus])
def test_a_peer_sets_one_page(prepare) -> None:
    try:
        make = prepare()
    except (ImportError, OSError) as error:
        pytest.skip(f"not installed: {error}")
    for number in range(3):
        assert len(pikepdf.open(io.BytesIO(make(story(number)))).pages) == 1


@pytest.mark.parametrize("format_name", STAGES)
def test_a_story_goes_through_every_stage_that_is_timed(format_name: str) -> None:
    times = stage_times(format_name, 1)
    assert times.keys() == {*STAGES[format_name], WHOLE}
    assert all(times.values())
    assert sum(times.values()) - times[WHOLE] <= times[WHOLE]


def test_results_are_a_page_and_json_that_say_the_same() -> None:
    row = Row("exporter pdf", 12.345, {"typst": 0.5}, 33_000)
    cold = Row("exporter pdf", 140.0, {"typst": 3.5, "imports": 1.4})
    results = Results(7, [row], [cold], {"pdf": {"read": 1.0, "save": 2.0, WHOLE: 4.0}})
    lines = [line.split() for line in results.page().splitlines()]
    assert ["exporter", "pdf", "12.35", "0.50", "33000"] in lines
    assert ["exporter", "pdf", "140.00", "3.50", "1.40"] in lines
    assert ["exporter", "pdf:", "the", "rest", "1.00", "25%"] in lines
    found = json.loads(json.dumps(results.as_json()))
    assert found["warm"][0]["beside"] == {"typst": 0.5}
    assert found["stages"]["pdf"]["save"] == 2.0
