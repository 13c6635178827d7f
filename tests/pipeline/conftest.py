"""No test of the pipeline waits for a real backend."""

from __future__ import annotations

import pytest

from tests.backends import backends

__all__ = ["backends"]


@pytest.fixture(autouse=True)
def _without_real_backends(backends):
    """Every test has the small ones."""
