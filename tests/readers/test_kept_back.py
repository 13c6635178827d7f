"""What is not for publication reaches nobody, whatever format it is in and wherever it stands."""

from __future__ import annotations

import json

import pytest

import exporter
from exporter.diagnostics import ExportError
from exporter.model import publishable

LINES = (
    "LUND (dpa) - The harbour closed on Tuesday.",
    "# Notebook",
    "The following information is not intended for publication",
    "## Editorial contacts",
    "- Reporting by: Ada Lov",
    "- Editing by: Ada Lov, +49 30 555",
    "dpa ab cd",
)
COPY = "\n\n".join(LINES)
PARAGRAPHS = {
    "a line": "".join(f"<p>{line}</p>" for line in LINES),
    "lines": "\n".join(f"<p>{line}</p>" for line in LINES),
}


def nitf(content: str) -> str:
    return f"<nitf><body><body.content>{content}</body.content></body></nitf>"


def g2(content: str) -> str:
    meta = "<contentMeta><headline>Ice</headline></contentMeta>"
    return f"<newsItem><itemMeta/>{meta}<contentSet>{content}</contentSet></newsItem>"


def newsml(content: str) -> str:
    data = f"<ContentItem><DataContent>{content}</DataContent></ContentItem>"
    lines = "<NewsLines><HeadLine>Ice</HeadLine></NewsLines>"
    return f"<NewsML><NewsItem><NewsComponent>{lines}{data}</NewsComponent></NewsItem></NewsML>"


def ninjs(name: str, content: str) -> str:
    return json.dumps({"uri": "urn:a", "headline": "Ice", name: content})


STORIES = {
    "G2, copy": g2(f"<inlineData>{COPY}</inlineData>"),
    "NewsML, copy": newsml(COPY),
    "ninjs, copy": ninjs("body_text", COPY),
    "Markdown": f"---\ntitle: Ice\n---\n{COPY}",
}
for kind, marked in PARAGRAPHS.items():
    STORIES |= {
        f"NITF, {kind}": nitf(marked),
        f"G2, NITF, {kind}": g2(f"<inlineXML>{nitf(marked)}</inlineXML>"),
        f"G2, XHTML, {kind}": g2(f"<inlineXML><html><body>{marked}</body></html></inlineXML>"),
        f"NewsML, NITF, {kind}": newsml(nitf(marked)),
        f"ninjs, XHTML, {kind}": ninjs("body_xhtml", marked),
        f"ninjs, NITF, {kind}": ninjs("body_nitf", nitf(marked)),
    }


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_it_is_read_and_shown_to_nobody(story):
    document = exporter.read(story.encode(), name="story")
    assert "Ada" in str(document)
    public = publishable(document)
    assert "Ada" not in str(public)
    assert "harbour" in str(public)


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
@pytest.mark.parametrize("name", ["ninjs", "nitf", "epub"])
def test_it_is_written_nowhere(name, story):
    try:
        content = exporter.export(story.encode(), format=name).content
    except ExportError as error:
        content = str(error).encode()
    assert b"Ada" not in content
