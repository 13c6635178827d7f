"""The files of font families, in the wheels that bring them."""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any


def family_file(family: str, weight: int, *, italic: bool) -> str | None:
    """The path of a family's file, upright if it has no italics; None when it is not installed.

    fontpkg looks through all that is installed, which takes as long as to shape a story: it is
    asked only for what does not lie where its wheels are known to keep it.
    """
    style = "italic" if italic else "normal"
    found = _variable_file(family, weight, style)
    if found is not None:
        return str(found)
    import fontpkg

    for slope in dict.fromkeys((style, "normal")):
        try:
            return str(fontpkg.path(family, weight, slope, nearest=True))
        except fontpkg.StyleNotAvailable:
            continue
        except fontpkg.FontpkgError:
            break
    return None


def package_of(family: str) -> str:
    """The name of the wheel that would bring a family."""
    import fontpkg

    return f"fontpkg-{fontpkg.slugify(family)}"


def _variable_file(family: str, weight: int, style: str) -> Path | None:
    """The variable file of a family's own wheel, whose weights take in the one wanted."""
    wheel = _wheel(family)
    if wheel is None:
        return None
    root, facts = wheel
    weights = next((axis for axis in facts["axes"] if axis["tag"] == "wght"), None)
    if weights is None or not weights["min"] <= weight <= weights["max"]:
        return None
    files = (file for file in facts["files"] if file["variable"] and file["style"] == style)
    return next((root / file["path"] for file in files), None)


@cache
def _wheel(family: str) -> tuple[Path, dict[str, Any]] | None:
    """The folder of a family's own wheel, and what its metadata say."""
    module = "fontpkg_" + "_".join(family.lower().replace("-", " ").split())
    spec = find_spec(module) if module.isidentifier() else None
    if spec is None or not spec.submodule_search_locations:
        return None
    root = Path(spec.submodule_search_locations[0])
    return root, json.loads((root / "metadata.json").read_text(encoding="utf-8"))
