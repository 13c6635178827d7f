"""One news object: metadata by ninjs's names, the text as XHTML and as plain text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from exporter.model import Block, Document, Paragraph, PubStatus, Text, publishable
from exporter.model.words import words_of
from exporter.newsroom import NAME, MarkupWriter, carried, supplement
from exporter.renderers.contract import RenderOptions, Rendition
from exporter.stylesheet import Stylesheet

_MEDIA_TYPE = "application/json"
_STANDARD = {
    "name": "ninjs",
    "version": "3.0",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#",
}
# ninjs has no word for an embargo: the time says it, and where there is none, it is withheld.
_STATUSES = {
    PubStatus.USABLE: "usable",
    PubStatus.EMBARGOED: "usable",
    PubStatus.WITHHELD: "withheld",
    PubStatus.CANCELED: "canceled",
}
_FINGERPRINT = "exporter-fingerprint"


def render(document: Document, _stylesheet: Stylesheet, options: RenderOptions) -> Rendition:
    """The document as one ninjs object; the house's look says nothing here."""
    story = carried(publishable(document))
    item = {key: value for key, value in _item(story, options).items() if value not in (None, [])}
    content = json.dumps(item, ensure_ascii=False, indent=2) + "\n"
    return Rendition(
        format="ninjs",
        content=content.encode("utf-8", "replace"),
        media_type=_MEDIA_TYPE,
        suffix=".json",
    )


def _item(story: Document, options: RenderOptions) -> dict[str, Any]:
    agency = story.dateline.agency if story.dateline else None
    return {
        "uri": f"urn:exporter:{story.source.sha256}",
        "standard": _STANDARD,
        "type": "text",
        "representationType": "full",
        "versionCreated": options.date.isoformat() if options.date else None,
        "language": story.language,
        "urgency": story.urgency,
        **_release(story),
        "slugline": story.slugline.text if story.slugline else None,
        "title": story.title,
        "headlines": _headlines(story),
        "by": story.byline.text if story.byline else None,
        "located": ", ".join(story.dateline.places) or None if story.dateline else None,
        "infoSources": [{"name": agency}] if agency else [],
        "edNote": "\n".join(note.text for note in story.ed_note) or None,
        "copyrightNotice": story.copyright.text if story.copyright else None,
        "descriptions": _descriptions(story),
        "bodies": _bodies(story),
        "altIds": _fingerprints(options.fingerprint),
    }


def _release(story: Document) -> dict[str, str]:
    """The status, and until when: a time that holds nothing back any more is no embargo."""
    until = story.embargoed_until
    status = _STATUSES[story.pub_status]
    if story.pub_status is PubStatus.USABLE or until is None:
        held = story.pub_status is PubStatus.EMBARGOED
        return {"pubStatus": "withheld" if held else status}
    return {"pubStatus": status, "embargoedUntil": until}


def _headlines(story: Document) -> list[dict[str, str]]:
    main = [{"role": "main", "value": story.headline.text}] if story.headline else []
    return main + [{"role": "sub", "value": part.text} for part in story.subheadline]


def _descriptions(story: Document) -> list[dict[str, str]]:
    """The abstract, then what ninjs has no field for; descriptions are metadata (ninjs 3.0)."""
    more = supplement(story).as_json()
    return [
        *({"role": "summary", "value": part.text} for part in story.abstract),
        {"role": NAME, "contentType": "application/json", "value": more},
    ]


def _bodies(story: Document) -> list[dict[str, str]]:
    """The whole text in two forms; classes tell what XHTML has no element for."""
    writer = MarkupWriter()
    blocks, tail = list(_blocks(story)), list(_tail(story))
    markup = [writer.blocks(blocks)]
    markup += [writer.paragraph((Text(words),), kind) for kind, words in tail]
    plain = [*map(words_of, blocks), *(words for _, words in tail)]
    forms = (
        ("xhtml", "application/xhtml+xml", "\n".join(filter(None, markup))),
        ("text", "text/plain", "\n\n".join(filter(None, plain))),
    )
    return [
        {"role": role, "contentType": kind, "value": value} for role, kind, value in forms if value
    ]


def _blocks(story: Document) -> Iterator[Block]:
    """The body, the dateline run on to its first paragraph as agencies send it."""
    if story.dateline is None:
        yield from story.body
        return
    first = story.body[0] if story.body else None
    if isinstance(first, Paragraph):
        yield Paragraph((Text(f"{story.dateline.text} "), *first.inlines))
        yield from story.body[1:]
    else:
        yield Paragraph.of(story.dateline.text)
        yield from story.body


def _tail(story: Document) -> Iterator[tuple[str, str]]:
    """What stands below the body, each part with its class; in the order of the supplement."""
    yield from (("credit", credit.text) for credit in story.credits)
    yield from (("boilerplate", part.text) for part in story.boilerplate)
    if story.end_mark is not None:
        yield "end-mark", story.end_mark.text


def _fingerprints(fingerprint: str) -> list[dict[str, str]]:
    return [{"role": _FINGERPRINT, "value": fingerprint}] if fingerprint else []
