"""YAML front matter: what its keys are to the document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from exporter.diagnostics import Lines, ReadError, diagnose
from exporter.expressions import expression
from exporter.model import PubStatus, SourceText
from exporter.readers.draft import Draft, language, text, urgency
from exporter.readers.fields import byline, dateline
from exporter.values import replace

_FENCE = expression(r"[\ufeff\s]*---[ \t]*\n(?P<matter>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_LONGEST = 65_536
_NAMES = {
    "headline": ("headline", "title"),
    "subheadline": ("subheadline", "subtitle", "deck", "subhead"),
    "byline": ("byline", "by", "author", "authors"),
    "dateline": ("dateline", "location", "place"),
    "slugline": ("slugline", "slug"),
    "abstract": ("abstract", "summary", "description", "lead", "excerpt"),
    "ed_note": ("ed_note", "ednote", "note", "notes", "note_to_editors"),
    "copyright": ("copyright", "rights", "license"),
    "language": ("language", "lang", "locale"),
    "urgency": ("urgency", "priority"),
    "status": ("pub_status", "pubstatus", "status"),
    "until": ("embargoed_until", "embargo", "embargoed", "publish_after"),
    "date": ("date", "published"),
}
_KNOWN = frozenset(name for names in _NAMES.values() for name in names)
_YES = frozenset({"true", "yes", "on", "1"})
_NO = frozenset({"false", "no", "off", "0"})


class _Loader(yaml.BaseLoader):
    """Scalars as they are written; no aliases, which a few bytes could make a million of."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("it has an alias")
        return super().compose_node(parent, index)


def split(content: str, source: str) -> tuple[Mapping[str, Any], str, int]:
    """The front matter, the text below it, and the lines above that; ReadError if not valid."""
    match = _FENCE.match(content)
    if match is None:
        return {}, content, 0
    return _parsed(match["matter"], source), content[match.end() :], match[0].count("\n")


def _parsed(matter: str, source: str) -> Mapping[str, Any]:
    try:
        if len(matter) > _LONGEST:
            raise ValueError("it is too long")
        value = yaml.load(matter, _Loader)  # noqa: S506 - a safe loader of texts and lists
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(getattr(error, "problem", None) or error).split())[:200]
        raise ReadError(diagnose("R050", source=source, reason=reason)) from error
    if not isinstance(value, dict | None):
        raise ReadError(diagnose("R050", source=source, reason="it is no list of keys"))
    return {str(key).strip().lower().replace("-", "_"): each for key, each in (value or {}).items()}


class FrontMatter:
    """The keys of front matter on their way into a draft."""

    def __init__(self, draft: Draft, matter: Mapping[str, Any]) -> None:
        self._draft = draft
        self._matter = matter
        self._lines = Lines(1, 1) if matter else None

    def fill(self) -> None:
        """Fields by their names, dates, status; other keys are named."""
        draft = self._draft
        draft.headline = self._one("headline")
        draft.subheadline += self._many("subheadline")
        draft.abstract += self._many("abstract")
        draft.ed_note += self._many("ed_note")
        draft.slugline = self._one("slugline")
        draft.copyright = self._one("copyright")
        draft.language = language(self._words("language"))
        draft.urgency = urgency(self._words("urgency"))
        draft.byline = byline(", ".join(self._strings("byline")), self._lines)
        draft.dateline = dateline(self._words("dateline"), self._lines, draft.raw.house)
        self._date()
        self._release()
        for name, value in self._matter.items():
            if name not in _KNOWN:
                draft.leave_out(name[:40], _texts(value))

    def _strings(self, name: str) -> list[str]:
        """The texts of a field under the first of its names that has one."""
        found = (list(_texts(self._matter.get(key))) for key in _NAMES[name])
        return next((texts for texts in found if texts), [])

    def _words(self, name: str) -> str:
        return next(iter(self._strings(name)), "")

    def _one(self, name: str) -> SourceText | None:
        return text(" ".join(self._strings(name)), self._lines)

    def _many(self, name: str) -> Iterable[SourceText]:
        return filter(None, (text(words, self._lines) for words in self._strings(name)))

    def _date(self) -> None:
        """The date is the dateline's, where there is one without."""
        words = self._words("date")
        given = self._draft.dateline
        if words and given is not None and given.date is None:
            self._draft.dateline = replace(given, date=words)
        elif words:
            self._draft.leave_out("date", [words])

    def _release(self) -> None:
        draft = self._draft
        draft.release.read_status(self._words("status"), draft.remarks, self._lines)
        self._embargo()
        held = str(self._matter.get("draft", "")).lower() in _YES
        if held:
            draft.release.read_status("withheld", draft.remarks, self._lines)
            draft.remarks.add("R014", self._lines, status="withheld")

    def _embargo(self) -> None:
        """Under whatever names ends are given, all count; a mere yes names none."""
        release, remarks = self._draft.release, self._draft.remarks
        given = [words for key in _NAMES["until"] for words in _texts(self._matter.get(key))]
        said = [words for words in given if words.strip().lower() not in _NO]
        ends = [words for words in said if words.strip().lower() not in _YES]
        for until in ends:
            release.read_until(until, remarks, self._lines)
        if said and not ends:
            release.say(PubStatus.EMBARGOED)
            remarks.add("R016", self._lines)


def _texts(value: Any) -> Iterable[str]:
    """The texts in a value: itself, those of a list, the names in a list of persons."""
    if isinstance(value, str):
        yield from [value] if value.strip() else []
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        yield from _texts(value.get("name") or list(value.values()))
