"""`exporter.export` and `exporter.read`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

import exporter
from exporter.diagnostics import (
    Diagnostic,
    ExportError,
    Lines,
    ReadError,
    RefusedError,
    RenderError,
    Severity,
    StyleError,
    UsageError,
)
from exporter.model import Paragraph, PubStatus, SourceText
from exporter.pipeline.edition import DERIVED_TITLE
from tests.pipeline.stories import dated, said, story

EMBARGOED = {"pub_status": PubStatus.EMBARGOED, "embargo": SourceText("EMBARGOED", Lines(1, 1))}


def code(error) -> str:
    return error.value.diagnostics[-1].code


def found(rendition) -> list[str]:
    return [diagnostic.code for diagnostic in rendition.diagnostics]


# -- source ------------------------------------------------------------------------------------


def test_a_story_comes_as_bytes_as_a_path_or_as_a_document(tmp_path, backends):
    wire = b"OSLO (AFP) - Two leaders spoke by phone on Monday.\n"
    (tmp_path / "story.txt").write_bytes(wire)
    for source in (wire, str(tmp_path / "story.txt"), tmp_path / "story.txt"):
        assert exporter.export(source, format="pdf").content.startswith(b"pdf ")
        assert exporter.read(source).dateline.places == ("OSLO",)
    assert {call.document.source.name for call in backends.calls} == {"story", "story.txt"}
    document = exporter.read(wire)
    assert exporter.read(document) is document
    assert exporter.export(document, format="epub").format == "epub"


@pytest.mark.parametrize("path", ["missing.txt", ".", "a\0b"])
def test_a_path_without_a_story_is_told(path):
    with pytest.raises(ReadError) as error:
        exporter.read(path)
    assert code(error) == "X008"


def test_a_format_that_does_not_exist_is_told(monkeypatch):
    with pytest.raises(UsageError) as error:
        exporter.export(story(), format="odt")
    assert code(error) == "U001"


def test_a_style_that_does_not_exist_is_told():
    with pytest.raises(StyleError):
        exporter.export(story(), format="pdf", style="nonesuch")


def test_a_template_that_is_larger_than_any_is_told(tmp_path):
    with (tmp_path / "house.dotx").open("wb") as file:
        file.truncate(32_000_001)
    with pytest.raises(UsageError, match="larger than 32,000,000 bytes") as error:
        exporter.export(story(), format="docx", docx_template=tmp_path / "house.dotx")
    assert code(error) == "U022"


# -- metadata ----------------------------------------------------------------------------------


def test_a_headline_takes_the_place_of_a_derived_title(backends):
    document = story(diagnostics=(*map(said, DERIVED_TITLE), said("R999")))
    rendition = exporter.export(document, format="pdf", headline="  Putin, Khan\nspeak ")
    given = backends.calls[0].document
    assert (given.title, given.title_derived) == ("Putin, Khan speak", False)
    assert given.headline == SourceText("Putin, Khan speak")
    assert not set(DERIVED_TITLE) & set(found(rendition))
    assert "R999" in found(rendition)


def test_a_headline_of_half_characters_can_be_written(backends):
    exporter.export(story(), format="pdf", headline="caf\udce9")
    backends.calls[0].document.title.encode()


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [
        ("headline", " \n", "U015"),
        ("language", "e", "U008"),
        ("language", "en_GB", "U008"),
        ("language", "en-", "U008"),
        ("date", "yesterday", "U007"),
        ("date", "2021-02-30", "U007"),
        ("date", "0001-01-01T00:00+14:00", "U007"),
        ("profile", "poster", "U010"),
        ("profile", "web", "U010"),
    ],
)
def test_an_option_that_makes_no_sense_is_told(option, value, expected):
    with pytest.raises(UsageError) as error:
        exporter.export(story(), format="pdf", **{option: value})
    assert code(error) == expected


@pytest.mark.parametrize(
    ("given", "tag"),
    [
        ("en", "en"),
        ("EN-gb", "en-GB"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("sr-Latn", "sr-Latn"),
        ("es-419", "es-419"),
        ("de-1996", "de-1996"),
        ("x-klingon", "x-klingon"),
        ("en-x-US", "en-x-us"),
    ],
)
def test_a_language_is_written_as_usual(given, tag, backends):
    exporter.export(story(), format="pdf", language=given)
    assert backends.calls[0].document.language == tag


# -- date --------------------------------------------------------------------------------------


def date_of(backends, source, **options) -> datetime | None:
    exporter.export(source, format="pdf", **options)
    return backends.calls[-1].options.date


def test_the_date_is_the_one_given_before_the_storys_own(backends):
    day = datetime(2021, 8, 25, tzinfo=UTC)
    assert date_of(backends, dated("Aug 29, 2014"), date="2021-08-25") == day
    assert date_of(backends, dated("Aug 29, 2014"), date=date(2021, 8, 25)) == day
    east = datetime(2021, 8, 25, 5, tzinfo=timezone(timedelta(hours=5)))
    assert date_of(backends, dated("Aug 29, 2014"), date=east) == day


@pytest.mark.parametrize(
    "text", ["Aug 29, 2014", "Aug. 29, 2014", "29 August 2014", "2014-08-29", "20140829",
             "29 août 2014", "29.8.2014", "20140829T000000Z"],
)  # fmt: skip
def test_the_date_is_the_storys_own_where_it_is_full(backends, monkeypatch, text):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert date_of(backends, dated(text)) == datetime(2014, 8, 29, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["Aug 29", "6月18日", "Smarch 13, 2014", "Feb 30, 2014", "5/3/2014"]
)
def test_a_date_in_part_is_none(backends, text):
    assert date_of(backends, dated(text)) is None


def test_the_date_is_source_date_epoch_where_the_story_has_none(backends, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1629849600")
    assert date_of(backends, story()) == datetime(2021, 8, 25, tzinfo=UTC)


@pytest.mark.parametrize("value", ["now", "-1", "1.5", "9" * 12, "٣"])
def test_a_source_date_epoch_that_is_none_is_told(monkeypatch, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(UsageError) as error:
        exporter.export(story(), format="pdf")
    assert code(error) == "U006"


# -- release -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (PubStatus.EMBARGOED, "X001"),
        (PubStatus.WITHHELD, "X002"),
        (PubStatus.CANCELED, "X003"),
    ],
)
def test_a_story_that_is_not_for_publication_is_refused_unless_allowed(backends, status, expected):
    with pytest.raises(RefusedError) as error:
        exporter.export(story(pub_status=status), format="pdf")
    assert code(error) == expected
    assert backends.calls == []
    exporter.export(story(pub_status=status), format="pdf", allow_embargoed=True)
    assert backends.calls[0].document.pub_status is status


def test_a_refusal_says_until_when_and_where_that_stands():
    document = story(embargoed_until="2030-01-01T00:00:00+00:00", **EMBARGOED)
    with pytest.raises(RefusedError) as error:
        exporter.export(document, format="pdf")
    (diagnostic,) = error.value.diagnostics
    assert diagnostic.message == "the story is embargoed: 2030-01-01T00:00:00+00:00"
    assert diagnostic.lines == Lines(1, 1)


def test_a_dated_embargo_is_compared_with_the_time_that_the_caller_gives(backends):
    document = story(embargoed_until="2030-01-01T00:00:00+02:00", **EMBARGOED)
    end = datetime(2029, 12, 31, 22, tzinfo=UTC)
    with pytest.raises(RefusedError):
        exporter.export(document, format="pdf", now=end - timedelta(seconds=1))
    rendition = exporter.export(document, format="pdf", now=end)
    assert "X004" in found(rendition)
    assert backends.calls[0].document.pub_status is PubStatus.USABLE
    assert backends.calls[0].document.embargo == document.embargo


@pytest.mark.parametrize("status", [PubStatus.WITHHELD, PubStatus.CANCELED])
def test_no_time_releases_what_is_held_or_killed(status):
    document = story(pub_status=status, embargoed_until="1999-01-01T00:00:00+00:00")
    with pytest.raises(RefusedError):
        exporter.export(document, format="pdf", now=datetime(2030, 1, 1, tzinfo=UTC))


def test_an_embargo_without_a_readable_end_is_never_past():
    for until in (None, "soon"):
        document = story(embargoed_until=until, **EMBARGOED)
        with pytest.raises(RefusedError):
            exporter.export(document, format="pdf", now=datetime(2030, 1, 1, tzinfo=UTC))


# -- what is not for the reader ----------------------------------------------------------------


def test_nothing_unpublishable_reaches_a_backend(backends):
    secret = Paragraph.of("The secret phone number.", Lines(8, 8))
    public = story().body
    document = story(body=(*public, secret), unpublishable=(Lines(7, 9),))
    exporter.export(document, format="pdf")
    assert backends.calls[0].document.body == public
    assert "secret" not in repr(backends.calls[0].document)


def test_a_title_from_unpublishable_lines_gives_way_to_the_files_name(backends):
    secret = SourceText("The secret phone number", Lines(8, 8))
    barred = {"title": secret.text, "unpublishable": (Lines(7, 9),)}
    exporter.export(story(headline=secret, title_derived=False, **barred), format="pdf")
    exporter.export(
        story(body=(Paragraph.of(f"{secret.text}.", Lines(8, 8)),), **barred), format="pdf"
    )
    for call in backends.calls:
        assert (call.document.title, call.document.title_derived) == ("story", True)
        assert "secret" not in repr(call.document)


def test_a_title_from_publishable_lines_stays(backends):
    long = Paragraph.of("Two leaders\nspoke by phone on Monday and on Tuesday.", Lines(3, 3))
    for title in (story().title, "Two leaders spoke by phone on Monday and…"):
        document = story(title=title, body=(long,), unpublishable=(Lines(7, 9),))
        exporter.export(document, format="pdf")
        assert backends.calls[-1].document.title == title


def test_no_diagnostic_quotes_an_unpublishable_line(backends):
    quoted = [
        Diagnostic("R020", Severity.INFO, "the mark 'secret'", lines=lines)
        for lines in (Lines(8, 8), None)
    ]
    told = Diagnostic("R014", Severity.INFO, "a notice", lines=Lines(1, 1))
    document = story(unpublishable=(Lines(7, 9),), diagnostics=(*quoted, told))
    found = exporter.export(document, format="pdf").diagnostics
    assert not [each for each in found if "secret" in each.message]
    assert told in found
    assert [each.lines for each in found if each.code == "R017"] == [Lines(7, 9)]


def test_a_date_on_an_unpublishable_line_dates_nothing(backends):
    hidden = replace(dated("March 4, 2030").dateline, lines=Lines(8, 8))
    document = story(dateline=hidden, unpublishable=(Lines(7, 9),))
    exporter.export(document, format="pdf")
    assert backends.options("pdf").date is None


def test_the_note_to_editors_is_left_out_if_asked(backends):
    exporter.export(story(), format="pdf")
    exporter.export(story(), format="pdf", no_ed_note=True)
    assert [call.style.house.print_ed_note for call in backends.calls] == [True, False]


def test_the_source_is_embedded_only_if_asked(backends):
    wire = b"OSLO (AFP) - Two leaders spoke by phone on Monday.\n"
    exporter.export(wire, format="pdf")
    exporter.export(wire, format="pdf", embed_source=True)
    assert [call.options.source for call in backends.calls] == [None, wire]


def test_a_source_with_unpublishable_lines_is_never_embedded(monkeypatch, backends):
    document = story(unpublishable=(Lines(7, 9),))
    monkeypatch.setattr("exporter.readers.read", lambda *_, **__: document)
    rendition = exporter.export(b"anything", format="pdf", embed_source=True)
    assert backends.calls[0].options.source is None
    assert "X006" in found(rendition)


def test_a_document_has_no_source_to_embed(backends):
    assert "X007" in found(exporter.export(story(), format="pdf", embed_source=True))


# -- stages ------------------------------------------------------------------------------------


def test_typography_is_set_unless_the_story_is_wanted_verbatim(backends):
    first = exporter.export(story(), format="pdf")
    second = exporter.export(story(), format="pdf", verbatim=True)
    texts = [call.document.abstract[0].text for call in backends.calls]
    assert texts == ["They spoke – at last", "They spoke -- at last"]
    assert "T000" in found(first)
    assert "T000" not in found(second)


def test_a_rendition_carries_the_diagnostics_of_all_stages(backends, tmp_path):
    style = tmp_path / "house.toml"
    style.write_text('extends = "wire"\nnme = "x"\n', encoding="utf-8")
    document = story(diagnostics=(said("R999"),))
    rendition = exporter.export(document, format="pdf", style=style)
    assert found(rendition) == ["R999", "S003", "T000", "B001"]


def test_a_backends_failure_carries_what_was_found_before(backends):
    backends.fail = {"pdf"}
    with pytest.raises(RenderError) as error:
        exporter.export(story(diagnostics=(said("R999"),)), format="pdf")
    assert [each.code for each in error.value.diagnostics] == ["R999", "T000", "S001"]


def test_a_warning_is_fatal_if_asked(backends):
    exporter.export(story(), format="pdf", strict=True)
    backends.warn = {"pdf"}
    exporter.export(story(), format="pdf")
    with pytest.raises(ExportError) as error:
        exporter.export(story(), format="pdf", strict=True)
    assert [each.code for each in error.value.diagnostics] == ["T000", "B001", "X005"]


def test_a_readers_warning_is_fatal_too():
    document = story(diagnostics=(said("R999", Severity.WARNING),))
    with pytest.raises(ExportError):
        exporter.export(document, format="pdf", strict=True)
