"""Which face sets which character: a family, its fallbacks, and a visible box at the end."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from exporter.renderers.pdf.fonts.face import Face, FaceKey, face
from exporter.renderers.pdf.fonts.itemise import (
    Stretch,
    clusters,
    is_left_to_right,
    script_of,
    stretches,
)
from exporter.renderers.pdf.fonts.runs import Run
from exporter.values import Struct, field, replace

# Families that come with the exporter are asked last, whatever the style names: a letter in
# another hand is better than a box. The last one's U+25A1 is drawn for what none of them has.
_LAST_RESORT = "Source Sans 3"
_ALWAYS = ("Noto Serif", "Noto Sans", _LAST_RESORT)


class Missing(Struct):
    """What the first family of a chain could not set.

    `characters` were drawn as boxes, since no font has them; `borrowed` came from a fallback, by
    script and the family that had them; `unreduced` are families without the small capitals that
    were asked for, `unordered` scripts that run from right to left and were set none the less.
    """

    characters: Counter[str] = field(default_factory=Counter)
    borrowed: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    unreduced: set[str] = field(default_factory=set)
    unordered: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.characters or self.borrowed or self.unreduced or self.unordered)

    def by_script(self) -> dict[str, Counter[str]]:
        """ISO 15924 script → the characters missing in it."""
        scripts: dict[str, Counter[str]] = {}
        for character, count in self.characters.items():
            scripts.setdefault(script_of(character), Counter())[character] = count
        return dict(sorted(scripts.items()))

    def borrow(self, stretch: Stretch, found: Face, text: str) -> None:
        """Note what came from a fallback."""
        key = (stretch.script, found.key.family)
        self.borrowed.setdefault(key, Counter()).update(text)


@lru_cache(maxsize=64)
def chain(key: FaceKey, fallback: tuple[str, ...]) -> Chain:
    """The chain that begins with the face of `key`."""
    families = dict.fromkeys((*fallback, *_ALWAYS))
    others = (replace(key, family=family, file=None, axes=()) for family in families)
    return Chain(tuple(dict.fromkeys((key, *others))))


class Chain:
    """Splits text into runs, each shaped by the first face that has all of it.

    Faces after the first are opened when a character asks for them.
    """

    def __init__(self, keys: tuple[FaceKey, ...]) -> None:
        self.first = face(keys[0])
        self._keys = keys
        self._opened = {keys[0]: self.first}

    def is_plain(self, text: str) -> bool:
        """Whether the first face sets the text, with nothing to report."""
        return self.first.covers(text) and (text.isascii() or is_left_to_right(text))

    def runs(self, text: str, missing: Missing) -> list[tuple[Face, Run]]:
        """The text as runs in order; what the first face lacks is noted in `missing`."""
        first = self.first
        if text.isascii() and first.covers(text):
            return [(first, first.run(text))]
        parts = stretches(text)
        if len(parts) == 1 and parts[0].direction == "ltr" and first.covers(text):
            return [(first, first.run(text))]
        return [run for part in parts for run in self._stretch(part, missing)]

    def _stretch(self, stretch: Stretch, missing: Missing) -> list[tuple[Face, Run]]:
        """A word is set in one face where one has all of it, else cluster by cluster."""
        whole = self._find(clusters(stretch.text))
        if whole is not None:
            return [self._set(stretch, whole, missing)]
        runs: list[tuple[Face, Run]] = []
        for found, members in _grouped([(self._find([c]), c) for c in clusters(stretch.text)]):
            if found is None:
                missing.characters.update("".join(members))
                box = self._last_resort()
                runs.append((box, box.boxes(members, stretch.direction)))
            else:
                runs.append(self._set(stretch._replace(text="".join(members)), found, missing))
        return runs

    def _last_resort(self) -> Face:
        keys = (key for key in self._keys if key.family == _LAST_RESORT and not key.file)
        return self._open(next(keys))

    def _open(self, key: FaceKey) -> Face:
        opened = self._opened.get(key)
        if opened is None:
            opened = self._opened[key] = face(key)
        return opened

    def _set(self, stretch: Stretch, found: Face, missing: Missing) -> tuple[Face, Run]:
        if stretch.direction == "rtl":
            if is_left_to_right(stretch.text):
                # Marks alone, whose letters are boxes: they stand as the line runs.
                stretch = stretch._replace(direction="ltr")
            else:
                missing.unordered.add(stretch.script)
        if found is not self.first:
            lacking = [c for c in clusters(stretch.text) if not self.first.covers_cluster(c)]
            missing.borrow(stretch, found, "".join(lacking))
        return found, found.stretch(stretch)

    def _find(self, members: list[str]) -> Face | None:
        """The first face that has all of the clusters."""
        for key in self._keys:
            found = self._open(key)
            if all(found.covers_cluster(cluster) for cluster in members):
                return found
        return None


def _grouped(
    found: list[tuple[Face | None, str]],
) -> list[tuple[Face | None, list[str]]]:
    groups: list[tuple[Face | None, list[str]]] = []
    for each, cluster in found:
        if groups and groups[-1][0] is each:
            groups[-1][1].append(cluster)
        else:
            groups.append((each, [cluster]))
    return groups
