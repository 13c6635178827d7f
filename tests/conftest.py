"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from exporter.stylesheet import Stylesheet, load

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "000_dba3573e3b48f2a6.txt"

settings.register_profile("default", deadline=None, max_examples=50)
settings.load_profile("default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` lets goldens be rewritten; the run then fails, so that it cannot stay on."""
    parser.addoption("--accept", action="store_true", help="rewrite goldens that differ, and fail")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where every validator must be there, a test that is skipped is a test that failed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    required = os.environ.get("EXPORTER_REQUIRE_VALIDATORS") == "1"
    if required and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def wire() -> Stylesheet:
    """The default style."""
    return load("wire")[0]


@pytest.fixture(scope="session")
def seed_bytes() -> bytes:
    """The seed story as sent."""
    return SEED.read_bytes()
