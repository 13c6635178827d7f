"""Stories made ready to be mailed: what a message says of them, and their files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from exporter.cli.inputs import Input
from exporter.diagnostics import Diagnostic
from exporter.mail.message import Attachment
from exporter.mail.names import distinct
from exporter.mail.onelines import shortened
from exporter.mail.summary import Enclosure, Summary, summary
from exporter.model import Document
from exporter.outputs import filled, name_fields
from exporter.pipeline import Options, edit, render, rendition_of
from exporter.renderers import Rendition
from exporter.stylesheet import Stylesheet
from exporter.values import Value

# In a file's name: mail programs show little more.
_LONGEST_TITLE = 60


class Story(Value):
    """A story whose files are made. `document` is for the public, with its language's marks."""

    shown: str
    document: Document
    style: Stylesheet
    date: datetime | None
    stem: str
    renditions: tuple[Rendition, ...]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found while its files were made, each once."""
        return tuple(dict.fromkeys(each for one in self.renditions for each in one.diagnostics))


class Attached(Value):
    """One file of a story under its name in the message."""

    story: Story
    rendition: Rendition
    name: str

    @property
    def attachment(self) -> Attachment:
        """The file as the message takes it."""
        return Attachment(self.name, self.rendition.media_type, self.rendition.content)

    @property
    def enclosure(self) -> Enclosure:
        """The file as the body lists it."""
        made = self.rendition
        return Enclosure(self.name, made.format, len(made.content), made.pages)


def prepare(story: Input, options: Options, formats: tuple[str, ...], template: str) -> Story:
    """The story with all of its files; ExportError when one cannot be made."""
    edition = edit(story.read(options.language, options.house), options)
    made = tuple(map(rendition_of, render(edition, formats).values()))
    document, _ = edition.typeset()
    fields = name_fields(story.stem, document, edition.date)
    fields["title"] = shortened(fields["title"], _LONGEST_TITLE, mark="")
    return Story(
        shown=story.shown,
        document=document,
        style=edition.style,
        date=edition.date,
        stem=filled(template, fields),
        renditions=made,
    )


def attached(stories: Sequence[Story]) -> list[Attached]:
    """The files of all stories, no two of a name."""
    files = [(story, made) for story in stories for made in story.renditions]
    names = distinct((story.stem, made.suffix) for story, made in files)
    return [Attached(*file, name) for file, name in zip(files, names, strict=True)]


def summaries(stories: Sequence[Story], files: Sequence[Attached]) -> list[Summary]:
    """What a message says of each story."""
    return [
        summary(
            story.document,
            story.style,
            [file.enclosure for file in files if file.story is story],
        )
        for story in stories
    ]
