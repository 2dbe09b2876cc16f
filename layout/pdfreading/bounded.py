"""Takes the place of a file, gives its bytes if there are not too many; judges none of them."""

from __future__ import annotations

import errno
import os
import select
import stat
from collections.abc import Iterator
from io import BufferedReader, FileIO
from pathlib import Path

HEADER_WITHIN = 1024
"""Bytes in which a PDF's header stands (ISO 32000-1, Annex H, note 13)."""
MOST_PIPED = 256 << 20
"""Bytes that are taken from a pipe or a device, which never says how many are to come."""
CHUNK = 1 << 20
WAITING = 5.0
"""Seconds for which a pipe may bring nothing."""
WITHOUT_WAITING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How files are opened: the opening of a pipe would wait for whoever writes into it."""


class TooLongError(Exception):
    """A file with more than `most` bytes."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(most)


def read_bounded(path: Path, most: int) -> bytes:
    """All bytes of a file of at most `most`; of a pipe or device that brings no PDF only the first ones.

    A pipe that brings nothing for a while is given up. Raises OSError, TooLongError.
    """
    with os.fdopen(os.open(path, WITHOUT_WAITING), "rb", buffering=0) as file:
        found = os.fstat(file.fileno())
        if stat.S_ISREG(found.st_mode):
            if found.st_size > most:
                raise TooLongError(most)
            return file.read(most)
        most = min(most, MOST_PIPED)
        parts, length = list[bytes](), 0
        for part in _piped(file, str(path)):
            parts.append(part)
            length += len(part)
            head = b"".join(parts)[:HEADER_WITHIN] if length <= HEADER_WITHIN + CHUNK else parts[0]
            if len(head) >= HEADER_WITHIN and b"%PDF" not in head:
                return head[:HEADER_WITHIN]
            if length > most:
                raise TooLongError(most)
        return b"".join(parts)


def _piped(file: FileIO, name: str) -> Iterator[bytes]:
    """What comes out of a pipe or a device; raises OSError where it keeps one waiting."""
    while True:
        if stat.S_ISFIFO(os.fstat(file.fileno()).st_mode) and not select.select([file], [], [], WAITING)[0]:
            raise OSError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT), name)
        part = file.read(CHUNK)
        if not part:
            return
        yield part


def open_regular(path: Path) -> BufferedReader:
    """A regular file, opened for reading; raises OSError for folders, and for pipes and devices, unread."""
    handle = os.open(path, WITHOUT_WAITING)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return os.fdopen(handle, "rb")
