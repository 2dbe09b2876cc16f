"""Takes the bytes a file is to have, keeps them beside it until they take its place in one step."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from layout.source.write.leftovers import clear_leftovers, temporary_prefix
from layout.source.write.store_files import current_umask


class StagedFile:
    """New bytes of `target`, which has no link in it; a file that stood there passes its rights on.

    What has not taken its place when the context is left is removed. Raises OSError.
    """

    def __init__(self, target: Path, data: bytes) -> None:
        self.target = target
        self._data = data
        self._staged: Path | None = None

    def __enter__(self) -> StagedFile:
        there = self.target.exists()
        rights = stat.S_IMODE(self.target.stat().st_mode) if there else 0o666 & ~current_umask()
        clear_leftovers(self.target.parent)
        handle, name = tempfile.mkstemp(dir=self.target.parent, prefix=temporary_prefix())
        self._staged = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(self._data)
                file.flush()
                os.fsync(file.fileno())
            self._staged.chmod(rights)
        except BaseException:
            self.__exit__()
            raise
        return self

    def replace(self) -> None:
        """From now on the file has the new bytes."""
        assert self._staged is not None
        self._staged.replace(self.target)

    def __exit__(self, *_: object) -> None:
        if self._staged is not None:
            self._staged.unlink(missing_ok=True)
