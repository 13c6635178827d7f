"""Where outputs go."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.diagnostics import UsageError
from exporter.outputs import STANDARD_OUTPUT, Claim, plan, single_file

PDF = {"pdf": ".pdf"}
BOTH = {"pdf": ".pdf", "epub": ".epub"}


def claim(path: str, stem: str = "", *, folder: str = "output", named: bool = True) -> Claim:
    return Claim(path, Path(path), Path(folder), stem or Path(path).stem, named)


def codes(plan_, number):
    return [diagnostic.code for diagnostic in plan_.barred.get(number, ())]


def test_one_story_in_one_format_may_name_its_file():
    assert single_file("copy.pdf", 1, [".pdf"]) == Path("copy.pdf")
    assert single_file("COPY.PDF", 1, [".pdf"]) == Path("COPY.PDF")


@pytest.mark.parametrize(
    ("output", "stories", "suffixes"),
    [
        ("copy.pdf", 2, [".pdf"]),
        ("copy.pdf", 1, [".pdf", ".epub"]),
        ("copy.pdf", 1, [".epub"]),
        ("output", 1, [".pdf"]),
    ],
)
def test_everything_else_is_a_folder(output, stories, suffixes):
    assert single_file(output, stories, suffixes) is None


def test_standard_output_takes_one_story_in_one_format():
    assert single_file("-", 1, [".pdf"]) == STANDARD_OUTPUT
    for stories, suffixes in ((2, [".pdf"]), (1, [".pdf", ".epub"]), (0, [".pdf"])):
        with pytest.raises(UsageError) as caught:
            single_file("-", stories, suffixes)
        assert caught.value.diagnostics[0].code == "U003"


def test_each_format_has_a_file_in_the_folder():
    story = claim("in/a.txt")
    assert plan([story], BOTH).files(story) == {
        "pdf": Path("output/a.pdf"),
        "epub": Path("output/a.epub"),
    }


def test_two_named_inputs_for_one_file_stop_everything():
    with pytest.raises(UsageError) as caught:
        plan([claim("x/a.txt"), claim("y/a.txt")], BOTH)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "U004"
    assert "x/a.txt and y/a.txt" in diagnostic.message


def test_two_found_inputs_for_one_file_both_fail_and_the_others_do_not():
    claims = [claim("a.txt", named=False), claim("a.md", named=False), claim("b.txt", named=False)]
    settled = plan(claims, BOTH)
    assert [codes(settled, number) for number in range(3)] == [["X010"], ["X010"], []]
    assert "a.md" in settled.barred[0][0].message
    assert "a.txt" in settled.barred[1][0].message


def test_a_named_and_a_found_input_for_one_file_both_fail():
    settled = plan([claim("a.txt"), claim("in/a.txt", named=False)], PDF)
    assert codes(settled, 0) == codes(settled, 1) == ["X010"]


def test_composed_and_decomposed_names_are_one_file():
    with pytest.raises(UsageError):
        plan([claim("é.txt"), claim("e\u0301.md")], PDF)


def test_folders_that_are_one_by_a_link_are_one(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    claims = [
        claim("x/a.txt", folder=str(tmp_path / "real")),
        claim("y/a.txt", folder=str(tmp_path / "link")),
    ]
    with pytest.raises(UsageError):
        plan(claims, PDF)


def test_an_input_is_never_written_over(tmp_path):
    story = str(tmp_path / "a.pdf")
    with pytest.raises(UsageError) as caught:
        plan([claim(story, folder=str(tmp_path))], PDF)
    assert caught.value.diagnostics[0].code == "U005"
    settled = plan([claim(story, folder=str(tmp_path), named=False)], PDF)
    assert codes(settled, 0) == ["X011"]


def test_another_storys_file_is_not_written_over_either(tmp_path):
    claims = [
        claim(str(tmp_path / "a.txt"), folder=str(tmp_path), named=False),
        claim(str(tmp_path / "a.pdf"), "b", folder="elsewhere", named=False),
    ]
    assert [codes(plan(claims, PDF), number) for number in (0, 1)] == [["X011"], []]
