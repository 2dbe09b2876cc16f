"""Takes files with new bytes, exchanges all of them or none, and none that changed since it was read."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

from layout.model.diagnostic import Rejected, Span
from layout.model.records import Struct
from layout.model.values import SystemReason
from layout.pdfreading.bounded import open_regular
from layout.source.fields.files import refuse_outside, shown_path
from layout.source.nodes.parsing import LARGEST_FILE
from layout.source.write.content_text import ContentText, parse_content
from layout.source.write.hold_signals import holding_signals
from layout.source.write.staged_file import StagedFile


class Rewrite(Struct, frozen=True):
    """A file, the digest of what it said when it was read (None: it was not there), and its new bytes."""

    path: Path
    digest: str | None
    data: bytes


def digest_of(data: bytes) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    return sha256(data).hexdigest()


def read_for_change(path: Path, folder: Path) -> tuple[ContentText, str]:
    """A content file inside `folder` and the digest that a Rewrite of it names; raises Rejected."""
    refuse_outside(path, folder)
    try:
        with open_regular(Path(os.path.realpath(path))) as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _unwritable("unreadable-file", path, error) from None
    return parse_content(data, shown_path(path)), digest_of(data)


def rewrite_files(rewrites: Sequence[Rewrite]) -> None:
    """Exchanges every file in one step each, or none; links stay, and what they lead to is exchanged.

    Rights stay as they are. A signal to end waits. Raises Rejected where one of them has changed since it
    was read, is only to be read, or the system refuses.
    """
    with holding_signals(), ExitStack() as staging:
        done: list[tuple[StagedFile, bytes | None]] = []
        try:
            staged = [staging.enter_context(StagedFile(_target(one), one.data)) for one in rewrites]
            for one, ready in zip(rewrites, staged, strict=True):
                done.append((ready, _current(one)))
                ready.replace()
        except BaseException as error:
            for ready, before in reversed(done):
                _put_back(ready.target, before)
            if isinstance(error, OSError):
                raise _unwritable("edit-not-written", rewrites[len(done) - 1].path, error) from None
            raise


def _target(one: Rewrite) -> Path:
    """Where the file really lies; raises OSError if it is only to be read."""
    target = Path(os.path.realpath(one.path))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return target


def _current(one: Rewrite) -> bytes | None:
    """What the file says now; raises Rejected where that is not what was read."""
    try:
        with open_regular(Path(os.path.realpath(one.path))) as file:
            data = file.read()
    except FileNotFoundError:
        if one.digest is None:
            return None
        raise Rejected.one("edit-changed-meanwhile", Span(shown_path(one.path))) from None
    if one.digest != digest_of(data):
        raise Rejected.one("edit-changed-meanwhile", Span(shown_path(one.path)))
    return data


def _put_back(target: Path, data: bytes | None) -> None:
    if data is None:
        target.unlink(missing_ok=True)
    else:
        target.write_bytes(data)


def _unwritable(code: str, path: Path, error: OSError) -> Rejected:
    return Rejected.one(code, Span(shown_path(path)), reason=SystemReason.of(error))
