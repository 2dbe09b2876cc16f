"""Keeps a document's secret and port for the user alone, so that an open window goes on after a restart."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from msgspec import DecodeError, Struct, json

SECRET_BYTES = 24


class Key(Struct, frozen=True):
    """What opens a document's page, and the port it was last served at (0: none yet)."""

    secret: str
    port: int = 0


def read_key(place: Path) -> Key:
    """The document's key, a new one where none is kept or anyone else could have read it."""
    try:
        file = _file_of(place)
        if os.name == "posix" and file.stat().st_mode & 0o077:
            return _new()
        key = json.decode(file.read_bytes(), type=Key)
    except (OSError, DecodeError):
        return _new()
    return key if len(key.secret) >= SECRET_BYTES and 0 <= key.port < 65536 else _new()


def write_key(place: Path, key: Key) -> None:
    """Keeps a key; where the system does not let us, the next start has a new one."""
    file = _file_of(place)
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.unlink(missing_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(json.encode(key))
    except OSError:
        return


def _new() -> Key:
    return Key(secrets.token_urlsafe(SECRET_BYTES))


def _file_of(place: Path) -> Path:
    """In the folder for a user's state (XDG Base Directory; on Windows, LOCALAPPDATA)."""
    home = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    folder = Path(home) if home else Path.home() / ".local" / "state"
    name = hashlib.sha256(str(place.resolve()).encode()).hexdigest()[:24]
    return folder / "szpalta" / f"{name}.json"
