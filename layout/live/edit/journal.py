"""Keeps what is typed and not saved in a file beside the content, so that no crash loses it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from msgspec import DecodeError, Struct, json

from layout.pdfreading.bounded import open_regular
from layout.source.nodes.parsing import LARGEST_FILE

NAME = ".szpalta-unsaved.json"
MOST_BYTES = 4 * LARGEST_FILE


class UnsavedFile(Struct, frozen=True):
    """A file's text in the editor, and the digest of what stood on the disk when it was read."""

    digest: str
    text: str


def read_journal(folder: Path) -> Mapping[str, UnsavedFile]:
    """What was not saved, by file name relative to the folder; nothing where no such file can be read."""
    try:
        with open_regular(folder / NAME) as file:
            return json.decode(file.read(MOST_BYTES), type=dict[str, UnsavedFile])
    except (OSError, DecodeError):
        return {}


def write_journal(folder: Path, files: Mapping[str, UnsavedFile]) -> None:
    """Puts what is not saved on the disk in one step; takes the file away where all is saved."""
    place = folder / NAME
    if not files:
        place.unlink(missing_ok=True)
        return
    handle, name = tempfile.mkstemp(dir=folder, prefix=f"{NAME}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(json.encode(files))
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
