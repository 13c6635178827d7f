"""The inventory of an object: what it holds in which version (OCFL 1.1, 3.5)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from exporter.archive.paths import conflicting, is_safe
from exporter.values import Value, field, replace

FILE = "inventory.json"
SIDECAR = "inventory.json.sha512"
TYPE = "https://ocfl.io/1.1/spec/#inventory"
ALGORITHM = "sha512"
CONTENT = "content"

# Paths of files by the digest of what is in them.
Files = Mapping[str, tuple[str, ...]]


def by_path(files: Files) -> dict[str, str]:
    """The digest of each file by its path."""
    return {path: digest for digest, paths in files.items() for path in paths}


class Agent(Value):
    """Who made a version: a name, and a URI by which to reach or to tell them."""

    name: str
    address: str | None = None


class Version(Value):
    """One state of an object. `created` is an RFC 3339 time, `state` logical paths by digest."""

    created: str
    state: Files
    message: str = ""
    user: Agent | None = None

    def logical(self) -> dict[str, str]:
        """The digest of each logical path, in their order."""
        return dict(sorted(by_path(self.state).items()))


class Inventory(Value):
    """All versions of an object, the first being 1; `manifest` has content paths by SHA-512.

    `fixity` has some of them by other digests, by the name of the algorithm.
    """

    identifier: str
    manifest: Files = field(default_factory=dict)
    versions: tuple[Version, ...] = ()
    fixity: Mapping[str, Files] = field(default_factory=dict)

    @property
    def head(self) -> int:
        """The number of the newest version."""
        return len(self.versions)

    def content_path(self, digest: str) -> str:
        """Where content of a digest lies below the object's root."""
        return self.manifest[digest][0]

    def with_version(
        self, version: Version, added: Files, fixity: Mapping[str, Files]
    ) -> Inventory:
        """The inventory with a further version, for which content was added."""
        merged = {
            name: {**self.fixity.get(name, {}), **fixity.get(name, {})}
            for name in (*self.fixity, *(name for name in fixity if name not in self.fixity))
        }
        return replace(
            self,
            manifest={**self.manifest, **added},
            versions=(*self.versions, version),
            fixity=merged,
        )

    def to_bytes(self) -> bytes:
        """The inventory file."""
        form: dict[str, Any] = {
            "id": self.identifier,
            "type": TYPE,
            "digestAlgorithm": ALGORITHM,
            "head": f"v{self.head}",
            "manifest": {digest: list(paths) for digest, paths in self.manifest.items()},
            "versions": {
                f"v{number}": _version_out(version)
                for number, version in enumerate(self.versions, 1)
            },
            "fixity": {
                name: {digest: list(paths) for digest, paths in files.items()}
                for name, files in self.fixity.items()
            },
        }
        return json.dumps(form, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def sidecar(inventory: bytes) -> bytes:
    """The file that stands beside an inventory and tells its digest (3.6)."""
    return f"{hashlib.sha512(inventory).hexdigest()} {FILE}\n".encode()


def parse(content: bytes) -> Inventory:
    """The inventory in a file; ValueError, saying what is wrong, when it is none of ours."""
    data = _object(json.loads(content), "the inventory")
    if data.get("digestAlgorithm") != ALGORITHM:
        raise ValueError(f"its digest algorithm is not {ALGORITHM}")
    if data.get("contentDirectory", CONTENT) != CONTENT:
        raise ValueError("its content folder has another name")
    manifest = _files(data.get("manifest"), "manifest")
    versions = _object(data.get("versions"), "versions")
    numbered = tuple(
        _version_in(versions.get(f"v{number}"), manifest) for number in range(1, len(versions) + 1)
    )
    if not numbered or data.get("head") != f"v{len(numbered)}":
        raise ValueError("its head is not its newest version")
    fixity = _object(data.get("fixity") or {}, "fixity")
    return Inventory(
        _text(data, "id"),
        manifest,
        numbered,
        {name: _files(value, "fixity") for name, value in fixity.items()},
    )


def _version_out(version: Version) -> dict[str, Any]:
    form: dict[str, Any] = {"created": version.created, "message": version.message}
    if version.user is not None:
        address = {"address": version.user.address} if version.user.address else {}
        form["user"] = {"name": version.user.name, **address}
    form["state"] = {digest: list(paths) for digest, paths in version.state.items()}
    return form


def _version_in(value: object, manifest: Files) -> Version:
    data = _object(value, "a version")
    state = _files(data.get("state"), "state")
    if any(digest not in manifest for digest in state):
        raise ValueError("a version names content that the manifest does not know")
    user = _object(data.get("user") or {}, "user")
    name, address = user.get("name"), user.get("address")
    message = data.get("message")
    return Version(
        _text(data, "created"),
        state,
        message if isinstance(message, str) else "",
        Agent(name, address if isinstance(address, str) else None)
        if isinstance(name, str)
        else None,
    )


def _object(value: object, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"{what} is not an object")
    return value


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value:
        raise ValueError(f"{key} is missing")
    return value


def _files(value: object, what: str) -> dict[str, tuple[str, ...]]:
    """Digests in small letters: they may stand in capitals too (3.4)."""
    files: dict[str, tuple[str, ...]] = {}
    for digest, paths in _object(value, what).items():
        if not isinstance(paths, list) or not paths or not all(map(_is_path, paths)):
            raise ValueError(f"{what} holds something other than paths")
        files[digest.lower()] = tuple(paths)
    twice = conflicting(path for paths in files.values() for path in paths)
    if twice is not None:
        raise ValueError(f"{what} names {twice!r} twice, or as a folder too")
    return files


def _is_path(value: object) -> bool:
    return isinstance(value, str) and is_safe(value)
