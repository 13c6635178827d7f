"""The pages of the guide, each a topic of `exporter help`."""

from __future__ import annotations

from pathlib import Path

from exporter.diagnostics import UsageError, diagnose
from exporter.expressions import expression
from exporter.values import Value

_PACKAGE = Path(__file__).resolve().parents[2]
# In a wheel the guide lies inside the package; in a checkout it stands beside it.
_FOLDERS = (_PACKAGE / "guide", _PACKAGE.parent / "docs" / "guide")
_INDEX = "README.md"
_ROW = expression(r"^- \[([a-z-]+)\]\(([a-z-]+\.md)\) (.+)$")


class Topic(Value):
    """A page of the guide: the word that it is asked for by, its file, and what it is about."""

    name: str
    file: Path
    summary: str

    def text(self) -> str:
        """The page, in Markdown."""
        return self.file.read_text(encoding="utf-8")


def topics() -> tuple[Topic, ...]:
    """All topics, in the order of the guide's index."""
    index = next(
        (folder / _INDEX for folder in _FOLDERS if (folder / _INDEX).is_file()), Path(_INDEX)
    )
    rows = map(_ROW.match, index.read_text(encoding="utf-8").splitlines())
    return tuple(Topic(row[1], index.with_name(row[2]), row[3]) for row in rows if row)


def topic(word: str) -> Topic:
    """The topic of a word; UsageError, with the nearest, when there is none."""
    known = {each.name: each for each in topics()}
    found = known.get(word.lower())
    if found is None:
        raise UsageError(diagnose("U060", word=word, suggestion=_suggestion(word, known)))
    return found


def _suggestion(word: str, known: dict[str, Topic]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), known, 1)
    return f"did you mean {near[0]!r}?" if near else f"topics are {', '.join(known)}"
