"""The API reference says what the public API is now, and all of it."""

from __future__ import annotations

import inspect

import pytest

import exporter
from tests.guide import api

NAMES = [name for name in exporter.__all__ if name != "__version__"]


def test_the_reference_is_current():
    assert api.PAGE.read_text(encoding="utf-8") == api.page(), "make docs writes it anew"


def test_the_reference_has_every_public_name_once():
    listed = [name for names in api.SECTIONS.values() for name in names]
    assert sorted(listed) == sorted(NAMES)


@pytest.mark.parametrize("name", ["read", "export"])
def test_what_a_function_takes_is_described(name):
    function = getattr(exporter, name)
    for parameter in list(inspect.signature(function).parameters)[1:]:
        assert f"`{parameter}`" in function.__doc__, parameter


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_has_a_docstring_of_its_own(name):
    found = getattr(exporter, name)
    if isinstance(found, type) or inspect.isfunction(found):
        assert len((found.__doc__ or "").split()) > 2
