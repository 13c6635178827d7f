"""What is changed of a module's source, and what is not."""

from __future__ import annotations

import pytest

from tests.mutation.mutants import mutants


def changes(source: str) -> set[str]:
    return {mutant.after for mutant in mutants(source)}


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("a = b < c\n", {"a = b <= c"}),
        ("a = b and c\n", {"a = ((c))", "a = ((b))"}),
        ("a = b if c else d\n", {"a = b if True else d", "a = b if False else d"}),
        ("a = not b\n", {"a = b"}),
        ("a = 5\n", {"a = 6", "a = (4)"}),
        ("a = {b: c}\n", {"a = {}"}),
        ("a = {b, c}\n", {"a = { c}", "a = {b, }"}),
        ("a(b=c)\n", {"pass", "a()"}),
        ('a = r"b|c"\n', {'a = r"c"', 'a = r"b"'}),
        ('a = r"(?:b|c)d?"\n', {'a = r"(?:c)d?"', 'a = r"(?:b)d?"', 'a = r"(?:b|c)d"'}),
        ('a = r"\\bé(?!b)"\n', {'a = r"é(?!b)"', 'a = r"\\bé"'}),
        ('a = r"[xyz0-9]"\n', {'a = r"[yz0-9]"', 'a = r"[xz0-9]"', 'a = r"[xy0-9]"'}),
        ('a = rf"{b}{{1,2}}c+"\n', {'a = rf"{b}{{1,2}}c*"'}),
        ('a = "b|c?"\n', set()),
        ("a: int\n", set()),
    ],
)
def test_each_change_is_a_small_one(source: str, changed: set[str]) -> None:
    assert changes(source) == changed


def test_a_mutant_knows_its_line_and_is_the_whole_module() -> None:
    [mutant] = mutants('"""Docs."""\n\nä = "ö"\nb = c in d\n')
    assert (mutant.line, mutant.before, mutant.after) == (4, "b = c in d", "b = c not in d")
    assert mutant.source == '"""Docs."""\n\nä = "ö"\nb = c not in d\n'


def test_every_mutant_is_python() -> None:
    for mutant in mutants("for a in [b, c]:\n    if a:\n        continue\n    d += 1\n"):
        compile(mutant.source, "mutant", "exec")
