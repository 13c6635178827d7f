"""The reference validators as a fixture; EXPORTER_REQUIRE_VALIDATORS=1 makes a missing one fail."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from exporter.validators import VALIDATORS, Verdict


@pytest.fixture(scope="session")
def verdicts():
    """Gives the verdicts of a validator, by its name, on files; all in one call, and only once."""

    @cache
    def _verdicts(name: str, files: tuple[Path, ...]) -> list[Verdict]:
        validator = next(each for each in VALIDATORS if each.name == name)
        judge = validator.find()
        if judge is not None:
            return list(judge(files))
        reason = f"{name} is missing: {validator.remedy}"
        if os.environ.get("EXPORTER_REQUIRE_VALIDATORS") == "1":
            pytest.fail(reason)
        pytest.skip(reason)

    return _verdicts
