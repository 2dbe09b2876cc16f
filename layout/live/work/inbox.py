"""Takes what is dropped on the page, keeps it aside until it is used; believes no name and no ending."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

from layout.model.diagnostic import Rejected, Span
from layout.model.plain_letters import ascii_file_name
from layout.model.values import ByteSize
from layout.source.nodes.parsing import LARGEST_FILE

MOST_BYTES = 60_000_000
"""Bytes of one document or picture."""
MOST_KEPT = 12
"""Files kept aside; the oldest goes when another comes."""


def _packed(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04")


def _typed(data: bytes) -> bool:
    """Whether it may be text: UTF-16 has zero bytes, but begins with its mark."""
    return len(data) <= LARGEST_FILE and (b"\0" not in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"))


KINDS: Mapping[str, Callable[[bytes], bool]] = {
    ".docx": _packed,
    ".odt": _packed,
    ".txt": _typed,
    ".csv": _typed,
    ".svg": _typed,
    ".png": lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"),
    ".jpg": lambda data: data.startswith(b"\xff\xd8\xff"),
    ".jpeg": lambda data: data.startswith(b"\xff\xd8\xff"),
}
"""What may be dropped, by its ending, and how it is told by its bytes."""


class Inbox:
    """A folder of its own for what was dropped; goes when the program ends."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="szpalta-inbox-")
        self._kept: dict[str, Path] = {}
        self._count = 0

    def __enter__(self) -> Inbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._folder.cleanup()

    @property
    def folder(self) -> Path:
        """Where files that are read once may be put."""
        return Path(self._folder.name)

    def take(self, name: str, data: bytes) -> str:
        """Keeps a file, gives how it is called from now on; raises Rejected for what is of no known kind."""
        shown = ascii_file_name(Path(name.replace("\\", "/")).name)[-80:]
        path = Path(shown)
        ending = path.suffix.lower()
        if len(data) > MOST_BYTES:
            size, limit = ByteSize(len(data)), ByteSize(MOST_BYTES)
            raise Rejected.one("file-too-large", Span(shown), size=size, limit=limit)
        if not data or ending not in KINDS or not KINDS[ending](data):
            raise Rejected.one("upload-kind", Span(shown or "?"))
        self._count += 1
        token = str(self._count)
        place = self.folder / token / f"{path.stem or 'file'}{ending}"
        place.parent.mkdir()
        place.write_bytes(data)
        self._kept[token] = place
        while len(self._kept) > MOST_KEPT:
            old = self._kept.pop(next(iter(self._kept)))
            old.unlink(missing_ok=True)
        return token

    def find(self, tokens: Sequence[str]) -> list[Path]:
        """The files of so many tokens; raises KeyError for one that is not kept."""
        return [self._kept[token] for token in tokens]
