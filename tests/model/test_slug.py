"""The parts of slugs."""

from __future__ import annotations

import pytest

from exporter.model.slug import Slug, slug_parts


@pytest.mark.parametrize(
    ("slug", "parts"),
    [
        ("BC-Kenya-Explosion", Slug("BC-Kenya-Explosion", None)),
        ("BC-Kenya-Explosion, 5th Ld-Writethru, a0723,1392", Slug("BC-Kenya-Explosion", 5)),
        ("BC-Kenya-Explosion,1st Lead", Slug("BC-Kenya-Explosion", 1)),
        ("BC-EU--Minister Resigns, BULLETIN KILL", Slug("BC-EU--Minister Resigns", None)),
        ("  Switzerland/migration/ ", Slug("Switzerland/migration/", None)),
    ],
)
def test_a_slug_is_a_name_and_a_lead(slug, parts):
    assert slug_parts(slug) == parts


@pytest.mark.parametrize("slug", ["", "--", "MEDIA RELEASE PR12345", ",1st Ld"])
def test_what_names_no_story_has_no_parts(slug):
    assert slug_parts(slug) is None
