"""Names temporary files by who makes them, and clears away those whose maker is dead; touches no others."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
from contextlib import suppress
from pathlib import Path

from layout.model.patterns import late_pattern

_NAME = late_pattern(r"\.szpalta-([0-9a-f]{8})-([0-9]{1,10})-[a-z0-9_]{8}")


def temporary_prefix() -> str:
    """How the name of a temporary file begins: the machine's mark and the process's number."""
    return f".szpalta-{_machine()}-{os.getpid()}-"


def clear_leftovers(folder: Path) -> None:
    """Removes temporary files and folders that a process which was killed has left in `folder`.

    Only those are certainly nobody's: named by this program, on this machine, by a process of the same user
    that is no more. Whatever cannot be told or removed stays.
    """
    if not hasattr(os, "getuid"):
        return
    with suppress(OSError):
        for entry in list(os.scandir(folder)):
            found = _NAME.fullmatch(entry.name)
            if found and found[1] == _machine() and _is_dead(int(found[2])):
                _remove(entry)


def _machine() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]


def _is_dead(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _remove(entry: os.DirEntry[str]) -> None:
    with suppress(OSError):
        if entry.stat(follow_symlinks=False).st_uid != os.getuid():
            return
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        elif entry.is_file(follow_symlinks=False):
            Path(entry.path).unlink()
