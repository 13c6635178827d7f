"""Where an object stands below the storage root (OCFL community extension 0003)."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from exporter.expressions import expression
from exporter.values import Value

NAME = "0003-hash-and-id-n-tuple-storage-layout"
DESCRIPTION = (
    "Each story in a folder called after its identifier, percent-encoded, below a folder of the "
    "first digits of the identifier's SHA-256"
)
_BARE = expression(r"[A-Za-z0-9_-]")
_LONGEST = 100  # characters of an encapsulation folder's name, before the digest is needed
_DIGITS = 64
_MOST_DIGITS = 32


class Layout(Value):
    """The extension's parameters: how many folders, each of how many digits of the digest.

    One folder of three digits holds a million stories at 250 to a folder.
    """

    tuple_size: int = 3
    tuples: int = 1

    def place(self, identifier: str) -> str:
        """The path of an object's root below the storage root, with ``/``."""
        digest = hashlib.sha256(identifier.encode()).hexdigest()
        size = self.tuple_size
        folders = [digest[at * size : (at + 1) * size] for at in range(self.tuples)]
        return "/".join((*folders, _encapsulation(identifier, digest)))

    def configuration(self) -> bytes:
        """The extension's ``config.json``."""
        return json.dumps(
            {
                "extensionName": NAME,
                "digestAlgorithm": "sha256",
                "tupleSize": self.tuple_size,
                "numberOfTuples": self.tuples,
            },
            indent=2,
        ).encode()


def description() -> bytes:
    """The storage root's ``ocfl_layout.json``."""
    return json.dumps({"extension": NAME, "description": DESCRIPTION}, indent=2).encode()


def read(named: bytes, configured: bytes | None) -> Layout:
    """The layout of ``ocfl_layout.json`` and ``config.json``; ValueError for one not known here."""
    if _mapping(named).get("extension") != NAME:
        raise ValueError(f"its layout is not {NAME}")
    given = _mapping(configured) if configured is not None else {}
    size, tuples = given.get("tupleSize", 3), given.get("numberOfTuples", 3)
    known = given.get("digestAlgorithm", "sha256") == "sha256"
    if not (known and _is_number(size) and _is_number(tuples) and size * tuples <= _DIGITS):
        raise ValueError("its layout is configured in a way that is not known here")
    return Layout(size, tuples)


def _mapping(text: bytes) -> dict[str, Any]:
    value = json.loads(text)
    if not isinstance(value, dict):
        raise ValueError("its layout is not described by an object")
    return value


def _is_number(value: object) -> bool:
    return type(value) is int and 0 <= value <= _MOST_DIGITS


def _encapsulation(identifier: str, digest: str) -> str:
    name = "".join(
        character
        if _BARE.fullmatch(character)
        else "".join(f"%{byte:02x}" for byte in character.encode())
        for character in identifier
    )
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}-{digest}"
