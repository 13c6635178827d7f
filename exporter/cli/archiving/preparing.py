"""A story made ready for the archive: what it is called there, and what it was made from."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from pathlib import PurePath

from exporter import __version__
from exporter.archive.deposit import Copy, Deposit
from exporter.archive.identity import Identity, identify
from exporter.cli.inputs import Input
from exporter.diagnostics import Diagnostic, RefusedError, diagnose
from exporter.model import Document, publishable
from exporter.outputs import filled, name_fields, safe
from exporter.pipeline import Edition, Manuscript, Options, edit, fingerprint, render, rendition_of
from exporter.pipeline.edition import override, story_date
from exporter.pipeline.pictures import pictures
from exporter.pipeline.release import lift_embargo
from exporter.renderers import Rendition, Trace
from exporter.values import Value, replace

_PLAIN = ("text/plain", "text/markdown")
_NAMELESS = "story"
_LONGEST_SUFFIX = 10


class Prepared(Value, kw_only=True):
    """A story that has been read. `refusal` says why it has no edition, if so."""

    manuscript: Manuscript
    document: Document
    identity: Identity
    date: str | None
    edition: Edition | None
    refusal: RefusedError | None
    made_from: str
    stem: str

    @property
    def identifier(self) -> str:
        """What it is called in the archive."""
        return self.identity.identifier

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is to be told of it whether it is stored anew or not."""
        name = self.document.source.name
        found: list[Diagnostic] = []
        if self.identity.alone:
            found.append(diagnose("A012", source=name, reason=self.identity.alone))
        if self.refusal is not None:
            found.append(diagnose("A013", source=name, reason=_reason(self.refusal)))
        return tuple(found)


class Maker(Value, kw_only=True):
    """Makes what is stored of stories. `copies` were given, and stand in place of an export.

    `template` names renditions; without one they are called like the input. `embed` asks for the
    source inside the PDF, where nothing in it is barred from publication.
    """

    options: Options
    formats: tuple[str, ...]
    identifier: str | None
    template: str | None
    copies: tuple[Copy, ...]
    embed: bool

    def prepare(self, story: Input) -> Prepared:
        """The story, read; ExportError when it cannot be, or has an impossible identifier."""
        manuscript = story.read(self.options.language, self.options.house)
        options = self._options(manuscript)
        document, _ = lift_embargo(override(manuscript.document, options), options.now)
        public = publishable(document)
        date = options.date or story_date(public)
        day = date.date().isoformat() if date else None
        identity = identify(
            document, given=self.identifier, guid=_guid(manuscript, self.options), date=day
        )
        edition, refusal = self._edition(manuscript, options)
        return Prepared(
            manuscript=manuscript,
            document=document,
            identity=identity,
            date=day,
            edition=edition,
            refusal=refusal,
            made_from=self._made_from(manuscript, edition),
            stem=self._stem(story, public, date),
        )

    def _stem(self, story: Input, public: Document, date: datetime | None) -> str:
        if self.template is None:
            return _stem(story.stem)
        return _stem(filled(self.template, name_fields(story.stem, public, date)))

    def _options(self, manuscript: Manuscript) -> Options:
        embed = self.embed and "pdf" in self.formats and not manuscript.document.unpublishable
        return replace(self.options, embed_source=embed)

    def _edition(
        self, manuscript: Manuscript, options: Options
    ) -> tuple[Edition | None, RefusedError | None]:
        try:
            return edit(manuscript, options), None
        except RefusedError as refusal:
            if options.strict:
                raise
            return None, refusal

    def _made_from(self, manuscript: Manuscript, edition: Edition | None) -> str:
        """A digest of all that a version depends on but its number."""
        formats = () if edition is None or self.copies else self.formats
        made_from = {
            "exporter": __version__,
            "source": manuscript.digest,
            "name": manuscript.document.source.name,
            "status": edition.document.pub_status if edition else "refused",
            "copies": [] if edition is None else [_digest(copy.content) for copy in self.copies],
            "renditions": [fingerprint(edition, name, formats) for name in formats]
            if edition
            else [],
        }
        return _digest(json.dumps(made_from, sort_keys=True).encode())

    def deposit(self, prepared: Prepared, version: int) -> tuple[Deposit, tuple[Diagnostic, ...]]:
        """What is stored as that version, and what is to be told; ExportError if impossible."""
        copies, said = self._copies(prepared, version)
        manuscript = prepared.manuscript
        refusal = prepared.refusal
        deposit = Deposit(
            identifier=prepared.identifier,
            document=prepared.document,
            source=manuscript.data or b"",
            name=_file_name(manuscript.document.source.name),
            made_from=prepared.made_from,
            date=prepared.date,
            pictures=pictures(manuscript.document, manuscript.folder),
            copies=copies,
            withheld=_reason(refusal) if refusal else None,
            exporter=__version__,
        )
        return deposit, (*prepared.diagnostics, *said)

    def _copies(
        self, prepared: Prepared, version: int
    ) -> tuple[tuple[Copy, ...], tuple[Diagnostic, ...]]:
        edition = prepared.edition
        if edition is None:
            return (), ()
        if self.copies:
            return self.copies, ()
        trace = Trace(prepared.identifier, version)
        traced = replace(edition, options=replace(edition.options, trace=trace))
        # A story of which one rendition cannot be made is not stored without it.
        made = [rendition_of(result) for result in render(traced, self.formats).values()]
        said = dict.fromkeys(each for rendition in made for each in rendition.diagnostics)
        return tuple(_copy(rendition, prepared.stem) for rendition in made), tuple(said)


def _copy(rendition: Rendition, stem: str) -> Copy:
    return Copy(
        name=f"{stem}{rendition.suffix}",
        format=rendition.format,
        media_type=rendition.media_type,
        content=rendition.content,
        pages=rendition.pages,
        made_by=f"exporter {__version__}",
    )


def _guid(manuscript: Manuscript, options: Options) -> str | None:
    """What the story's format calls it; plain copy has no such name."""
    source = manuscript.document.source
    if manuscript.data is None or source.media_type in _PLAIN:
        return None
    from exporter.readers.guid import guid

    return guid(manuscript.data, source.name, language=options.language)


def _reason(refusal: RefusedError) -> str:
    return "; ".join(each.message for each in refusal.diagnostics)


def _file_name(name: str) -> str:
    """The source's name, safe on every file system, with its suffix."""
    path = PurePath(name)
    suffix = path.suffix if path.suffix[1:].isascii() and path.suffix[1:].isalnum() else ""
    suffix = suffix if len(suffix) <= _LONGEST_SUFFIX else ""
    return _stem(name.removesuffix(suffix)) + suffix


def _stem(name: str) -> str:
    """A name that is safe on every file system, and as it is in a bag (RFC 8493, 2.1.3)."""
    return safe(name.replace("%", "_")) or _NAMELESS


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
