"""The README's commands do in a fresh clone what it says they do."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.conformance

BLOCKS = re.findall(r"^```\w*\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.M | re.S)


def test_the_first_two_blocks_hold_one_line_each() -> None:
    assert [len(block.splitlines()) for block in BLOCKS[:2]] == [1, 1]


def test_the_first_block_writes_the_seed_s_pdf(tmp_path: Path) -> None:
    if os.environ.get("EXPORTER_REQUIRE_VALIDATORS") != "1":
        pytest.skip("installs from the network: set EXPORTER_REQUIRE_VALIDATORS=1")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    subprocess.run(["bash", "-c", BLOCKS[0]], cwd=clone, check=True, capture_output=True)
    (pdf,) = (clone / "output").glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF-1.6")
    assert [path.name for path in (clone / "output").iterdir() if path != pdf] == [".gitkeep"]


def test_the_second_block_runs_the_tests() -> None:
    assert "'.[test]'" in BLOCKS[1]
    assert BLOCKS[1].strip().endswith("pytest -q")
