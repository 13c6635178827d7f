"""From stories to versions in the archive, none stopped by another's failure."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from exporter import stylesheet
from exporter.archive.accession import Accession, Accessions, Conflict, accessions
from exporter.archive.deposit import Deposit
from exporter.archive.identity import candidates
from exporter.archive.inventory import Agent
from exporter.archive.objects import Object, load
from exporter.archive.record import Flag, Record
from exporter.archive.root import StorageRoot
from exporter.archive.standing import flag as flag_of
from exporter.cli import console, look_for_garbage, status
from exporter.cli.archiving import holdings
from exporter.cli.archiving.copies import given_copies
from exporter.cli.archiving.preparing import Maker, Prepared
from exporter.cli.archiving.users import agent
from exporter.cli.bugs import told_reasons
from exporter.cli.clock import now
from exporter.cli.console import Narrator, put_json, put_line
from exporter.cli.inputs import Input, find
from exporter.cli.order import editing_options, narrating
from exporter.cli.progress import progress
from exporter.cli.shelf import keeping_compiled
from exporter.cli.stopping import heed
from exporter.diagnostics import Diagnostic, ExportError, UsageError, diagnose
from exporter.model import diagnostic_json
from exporter.values import Value, replace

_MESSAGES = {
    Flag.FILED: "Story filed",
    Flag.UPDATED: "Story updated",
    Flag.CORRECTED: "Story corrected",
    Flag.WITHDRAWN: "Story withdrawn",
}


class Wanted(Value):
    """What the user wants of all versions that are added."""

    flag: Flag | None
    message: str | None
    user: Agent
    json: bool
    progress: bool


def carry_out(
    inputs: Sequence[str], given: Mapping[str, Any], warnings: Sequence[Diagnostic]
) -> int:
    """Exit status of an `archive add` with the options given; `warnings` are about settings."""
    narrator = narrating(given, warnings)
    stories, barren = find(inputs)
    if len(stories) > 1 and (given["id"] is not None or given["rendition"]):
        raise UsageError(diagnose("A022"))
    path = Path(given["archive"]).resolve()
    with keeping_compiled(os.environ, wanted=not given["no_cache"]):
        maker = _maker(given)
        with accessions(path) as adder:
            maker = replace(maker, identifier=_meant(given["id"], adder.archive))
            adding = Adding(adder, maker, _wanted(given), narrator)
            for nothing in barren:
                adding.fail(nothing.shown, (nothing.diagnostic,))
            result = adding.run(stories)
    adding.index()
    return result


def _maker(given: Mapping[str, Any]) -> Maker:
    options = editing_options(given)
    stylesheet.load(options.style)  # a style that cannot be used stops all before anything is made
    return Maker(
        options=options,
        formats=given["format"],
        identifier=given["id"],
        template=given["name"],
        copies=given_copies(given["rendition"]),
        embed=options.embed_source or not given["embedding_chosen"],
    )


def _meant(text: str | None, archive: StorageRoot) -> str | None:
    """The identifier that the user means: of a story that is kept, it may be typed without ours.

    Else a kill would make a story of its own, and the one that it is about would stay.
    """
    kept = (each for each in candidates(text or "") if archive.place(each).exists())
    return next(kept, text)


def _wanted(given: Mapping[str, Any]) -> Wanted:
    flag = given["flag"]
    return Wanted(
        flag=Flag(flag) if flag else None,
        message=given["message"],
        user=agent(given["user"]),
        json=given["json"],
        progress=not given["quiet"],
    )


class Adding:
    """One run over all stories."""

    def __init__(
        self, accessions: Accessions, maker: Maker, wanted: Wanted, narrator: Narrator
    ) -> None:
        self._accessions = accessions
        self._archive = accessions.archive
        self._maker = maker
        self._wanted = wanted
        self._narrator = narrator
        self._failed = False
        self._bug = False
        self._added = 0

    def run(self, stories: Sequence[Input]) -> int:
        """Exit status after all stories."""
        with progress(len(stories), wanted=self._wanted.progress) as advance:
            for story in stories:
                self._answer_for(story)
                advance()
                if story is not stories[-1]:
                    look_for_garbage()
        return status.BUG if self._bug else status.FAILED if self._failed else status.DONE

    def index(self) -> None:
        """Take what has been added into the index; the archive is no worse where that fails."""
        if not self._added:
            return
        try:
            with holdings.catalogued(self._archive, quiet=not self._wanted.progress):
                pass
        except ExportError as error:
            self._narrator.tell(error.diagnostics)

    def fail(self, shown: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Tell why a story was not added."""
        self._failed = True
        self._narrator.tell(diagnostics, shown)
        if self._wanted.json:
            self._put(shown, None, False, diagnostics)

    def _answer_for(self, story: Input) -> None:
        """Add a story; its failure, even one through a bug of ours, stops no other."""
        try:
            self._add(story)
        except console.StandardOutputError:
            raise
        except Exception as error:
            found, is_bug = told_reasons(error, story.shown)
            self._bug = self._bug or is_bug
            self.fail(story.shown, found)

    def _add(self, story: Input) -> None:
        prepared = self._maker.prepare(story)
        while True:
            held = self._held(prepared.identifier)
            same = _same(held, prepared.made_from)
            if same is not None:
                self._report(story, same, False, prepared.diagnostics)
                return
            try:
                self._store(story, prepared, held)
            except Conflict:
                continue
            return

    def _held(self, identifier: str) -> Object | None:
        place = self._archive.place(identifier)
        return load(place) if place.exists() else None

    def _store(self, story: Input, prepared: Prepared, held: Object | None) -> None:
        number = (held.head if held else 0) + 1
        before = held.record(held.head).flag if held else None
        flag = flag_of(prepared.document, before, self._wanted.flag)
        deposit, said = self._maker.deposit(prepared, number)
        record = deposit.record(number, flag)
        heed()  # the renditions of whoever was interrupted may be damaged
        self._accessions.add(
            Accession(
                identifier=prepared.identifier,
                version=number,
                files=deposit.files(record),
                created=_rfc3339(now()),
                message=self._wanted.message or _MESSAGES[flag],
                user=self._wanted.user,
            )
        )
        self._added += 1
        doubts = _doubts(story, deposit, record, held, self._wanted.flag)
        self._report(story, record, True, (*said, *doubts))

    def _report(
        self, story: Input, record: Record, added: bool, said: Sequence[Diagnostic]
    ) -> None:
        self._narrator.tell(said, story.shown)
        if self._wanted.json:
            self._put(story.shown, record, added, said)
        else:
            what = record.flag if added else "unchanged"
            put_line(f"{record.identifier}  v{record.version}  {what}")

    def _put(
        self, shown: str, record: Record | None, added: bool, said: Sequence[Diagnostic]
    ) -> None:
        put_json(
            {
                "input": shown,
                "id": record.identifier if record else None,
                "version": record.version if record else None,
                "flag": str(record.flag) if record else None,
                "added": added,
                "renditions": record.to_json()["renditions"] if record else [],
                "diagnostics": [diagnostic_json(each) for each in said],
            }
        )


def _same(held: Object | None, made_from: str) -> Record | None:
    """The version that was made from the same, whichever it is."""
    if held is None:
        return None
    records = (held.record(number) for number in range(held.head, 0, -1))
    return next((record for record in records if record.made_from == made_from), None)


def _doubts(
    story: Input, deposit: Deposit, record: Record, held: Object | None, given: Flag | None
) -> Iterator[Diagnostic]:
    """What the user should know of where a version has been put."""
    if record.flag is not Flag.WITHDRAWN:
        return
    if held is None:
        yield diagnose("A011", source=story.shown)
    elif given is None and deposit.document.pub_status != "canceled":
        number = held.record(held.head).version
        yield diagnose("A017", source=story.shown, id=record.identifier, version=number)


def _rfc3339(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
