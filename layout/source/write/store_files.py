"""Takes files by name and puts them into a folder, all or none; never touches any other file there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from layout.source.write.hold_signals import holding_signals
from layout.source.write.leftovers import clear_leftovers, temporary_prefix


class FolderInUse(Exception):
    """The folder already holds something, and it was not allowed to replace it."""


def store_files(folder: Path, files: Mapping[str, str | bytes], force: bool = False) -> None:
    """Write `files` into a new or empty folder; with `force`, into any, replacing files of these names.

    A new folder appears whole, by one rename. In an existing one the files are exchanged one by one, the
    last of the mapping last, and put back as they were if anything fails. A signal to end waits until that
    is done. Texts become UTF-8. Raises FolderInUse, OSError.
    """
    there = folder.is_dir() and any(folder.iterdir())
    if there and not force:
        raise FolderInUse
    kept = folder.is_dir() and (folder.is_symlink() or folder.resolve() == Path.cwd())
    with holding_signals():
        if there or kept:
            _exchange_files(folder.resolve(), files)
        else:
            _create_folder(folder, files)


def _create_folder(folder: Path, files: Mapping[str, str | bytes]) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    clear_leftovers(folder.parent)
    staged = Path(tempfile.mkdtemp(prefix=temporary_prefix(), dir=folder.parent))
    try:
        _write_files(staged, files)
        staged.chmod(0o777 & ~current_umask())
        with suppress(FileNotFoundError):
            folder.rmdir()
        staged.rename(folder)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _exchange_files(folder: Path, files: Mapping[str, str | bytes]) -> None:
    staged = Path(tempfile.mkdtemp(prefix=".import-", dir=folder))
    done: list[tuple[Path, Path | None]] = []
    try:
        _write_files(staged / "new", files)
        for number, name in enumerate(files):
            target, kept = folder / name, staged / f"old-{number}"
            if target.is_dir() and not target.is_symlink():
                raise IsADirectoryError(21, os.strerror(21), str(target))
            if target.exists() and not os.access(target, os.W_OK):
                raise PermissionError(13, os.strerror(13), str(target))
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists() or target.is_symlink():
                shutil.copy2(target, kept, follow_symlinks=False)
            done.append((target, kept if kept.exists() or kept.is_symlink() else None))
            (staged / "new" / name).replace(target)
    except BaseException:
        for target, before in reversed(done):
            _put_back(target, before)
        raise
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _put_back(target: Path, before: Path | None) -> None:
    if before is None:
        target.unlink(missing_ok=True)
    else:
        before.replace(target)


def _write_files(folder: Path, files: Mapping[str, str | bytes]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


def current_umask() -> int:
    """The rights that new files are not to have; asking is setting, so it is set back."""
    umask = os.umask(0)
    os.umask(umask)
    return umask
