"""What is said of processes is true of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.processes import Family

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
_CHILD = """
import subprocess, sys
held = bytearray(b"x") * 50_000_000
files = [open(sys.executable, "rb") for _ in range(20)]
grandchild = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
print("ready", flush=True)
input()
grandchild.communicate(b"\\n")
"""


def test_a_family_is_a_process_and_its_descendants():
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout.readline() == b"ready\n"
        family = Family(child.pid)
        first, second = family.members()
        assert first == child.pid
        assert family.memory()[first] > 50_000_000 > family.memory()[second]
        assert family.most > 50_000_000
        assert family.files()[first] >= 20 > family.files()[second]
        family.look()
        assert family.seconds >= 0
        child.communicate(b"\n")
    assert child.returncode == 0
