"""Takes the place of a file, gives its bytes if there are not too many; judges none of them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

HEADER_WITHIN = 1024
"""Bytes in which a PDF's header stands (ISO 32000-1, Annex H, note 13)."""
MOST_PIPED = 256 << 20
"""Bytes that are taken from a pipe or a device, which never says how many are to come."""
CHUNK = 1 << 20


class TooLongError(Exception):
    """A file with more than `most` bytes."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(most)


def read_bounded(path: Path, most: int) -> bytes:
    """All bytes of a file of at most `most`; of a pipe or device that brings no PDF only the first ones.

    Raises OSError, TooLongError.
    """
    with path.open("rb") as file:
        found = os.fstat(file.fileno())
        if stat.S_ISREG(found.st_mode):
            if found.st_size > most:
                raise TooLongError(most)
            return file.read(most)
        head = file.read(HEADER_WITHIN)
        if b"%PDF" not in head:
            return head
        most = min(most, MOST_PIPED)
        parts, length = [head], len(head)
        while part := file.read(CHUNK):
            parts.append(part)
            length += len(part)
            if length > most:
                raise TooLongError(most)
        return b"".join(parts)
