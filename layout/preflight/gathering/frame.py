"""Takes a file's bytes, notes where its first and last lines are not an archive's; reads no object."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.patterns import late_pattern
from layout.preflight.sightings import WHOLE_FILE, Sighting

_HEAD = late_pattern(rb"%PDF-1\.[0-7](?:\r\n|\r|\n)")
_SIGNS = late_pattern(rb"%[^\r\n]*?[\x80-\xff]{4}")
"""A comment with four bytes that show that the file is no text (ISO 32000-1, 7.5.2)."""
_TAIL = late_pattern(rb"%%EOF(?:\r\n|\r|\n)?\Z")


def read_frame(data: bytes) -> Iterator[Sighting]:
    """Sightings of a header that is no line of its own or lacks its comment, and of bytes after the end."""
    head = _HEAD.match(data)
    if not head or not _SIGNS.match(data, head.end()):
        yield Sighting("frame", "%PDF", WHOLE_FILE)
    if not _TAIL.search(data, max(len(data) - 16, 0)):
        yield Sighting("frame", "%%EOF", WHOLE_FILE)
