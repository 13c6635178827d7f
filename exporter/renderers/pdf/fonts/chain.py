"""Which face sets which character: a family, its fallbacks, and a visible box at the end."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

import uharfbuzz as hb

from exporter.renderers.pdf.fonts.face import Face, FaceKey, Run, face

# The family whose U+25A1 is drawn for a character that no font has.
_LAST_RESORT = "Source Sans 3"


@dataclass(slots=True)
class Missing:
    """The characters that were drawn as boxes, by script."""

    characters: Counter[str] = field(default_factory=Counter)

    def by_script(self) -> dict[str, Counter[str]]:
        """ISO 15924 script → the characters missing in it."""
        scripts: dict[str, Counter[str]] = {}
        for character, count in self.characters.items():
            scripts.setdefault(_script(character), Counter())[character] = count
        return dict(sorted(scripts.items()))


@lru_cache(maxsize=64)
def chain(key: FaceKey, fallback: tuple[str, ...]) -> Chain:
    """The chain that begins with the face of `key`."""
    keys = [key, *(_other(key, family) for family in fallback)]
    return Chain(tuple(face(each) for each in keys), face(_other(key, _LAST_RESORT)))


def _other(key: FaceKey, family: str) -> FaceKey:
    return FaceKey(family, key.weight, key.italic, key.optical, key.language, key.tracked)


class Chain:
    """Splits text into runs, each shaped by the first face that has all of a cluster."""

    def __init__(self, faces: tuple[Face, ...], last_resort: Face) -> None:
        self.first = faces[0]
        self._faces = faces
        self._last_resort = last_resort

    def runs(self, text: str, missing: Missing) -> list[tuple[Face, Run]]:
        """The text as runs in order; what no face has is counted in `missing`."""
        first = self.first
        if first.coverage.issuperset(map(ord, text)):
            return [(first, first.run(text))]
        return self._itemised(text, missing)

    def _itemised(self, text: str, missing: Missing) -> list[tuple[Face, Run]]:
        runs: list[tuple[Face, Run]] = []
        for found, clusters in _grouped([(self._find(c), c) for c in _clusters(text)]):
            if found is None:
                missing.characters.update(c for cluster in clusters for c in cluster)
                runs.append((self._last_resort, self._last_resort.boxes(clusters)))
            else:
                runs.append((found, found.run("".join(clusters))))
        return runs

    def _find(self, cluster: str) -> Face | None:
        codes = [ord(character) for character in cluster]
        return next((f for f in self._faces if f.coverage.issuperset(codes)), None)


def _clusters(text: str) -> list[str]:
    """Each base character with the marks that follow it."""
    clusters: list[str] = []
    for character in text:
        if clusters and unicodedata.category(character) in ("Mn", "Mc", "Me"):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


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


def _script(character: str) -> str:
    buffer = hb.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    return buffer.script or "Zyyy"
