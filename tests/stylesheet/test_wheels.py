"""A font's file is the one that fontpkg would give."""

from __future__ import annotations

import fontpkg
import pytest

from exporter.stylesheet.wheels import _variable_file, family_file, package_of


@pytest.mark.parametrize("family", [each.name for each in fontpkg.families().values()])
@pytest.mark.parametrize("weight", [100, 200, 400, 650, 900, 1000])
@pytest.mark.parametrize("italic", [False, True])
def test_the_file_is_fontpkg_s(family, weight, italic):
    style = "italic" if italic else "normal"
    found = fontpkg.path(family, weight, style, nearest=True)
    assert family_file(family, weight, italic=italic) == str(found)


def test_a_family_that_is_not_installed_has_no_file_and_a_wheel_that_would_bring_it():
    assert _variable_file("No Such Family", 400, "normal") is None
    assert family_file("No Such Family", 400, italic=False) is None
    assert package_of("No Such Family") == "fontpkg-no-such-family"
