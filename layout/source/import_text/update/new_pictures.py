"""Takes the pictures of a new text, tells those a folder has already, and gives the others free names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from layout.model.patterns import late_pattern
from layout.pdfreading.bounded import open_regular
from layout.source.import_text.office.package import LARGEST_PART
from layout.source.import_text.update.old_units import OldFile
from layout.source.import_text.update.units import OldUnit
from layout.source.nodes.parsing import Entries, Items
from layout.source.write.content_text import walk_scalars
from layout.source.write.rewrite_files import Rewrite

_NUMBERED = late_pattern(r"(images/picture-)\d+(\.\w+)")


class NewPictures:
    """The pictures of a new text beside those of a folder."""

    def __init__(self, folder: Path, files: Mapping[str, OldFile], pictures: Mapping[str, bytes]) -> None:
        self._folder = folder
        self._pictures = pictures
        self._known = set(_digests(folder, files))
        self._figures = {
            (file.text.file, number)
            for file in files.values()
            for number, block in enumerate(file.text.root.nodes if isinstance(file.text.root, Items) else ())
            if isinstance(block, Entries) and "figure" in block.values
        }
        self.taken: dict[str, str] = {}
        """The name in the folder of each picture that comes along."""

    def is_known(self, name: str) -> bool:
        """Whether the folder shows this very picture."""
        return sha256(self._pictures[name]).hexdigest() in self._known

    def stands_behind(self, unit: OldUnit) -> bool:
        """Whether the folder shows a picture right behind a piece of text, or in its place."""
        number = int(unit.seat[0])
        return bool(self._figures & {(unit.file, number), (unit.file, number + 1)})

    def take(self, name: str) -> str:
        """The free name under which a picture comes along."""
        if name not in self.taken:
            number = 1
            while (free := _NUMBERED.sub(rf"\g<1>{number:02}\g<2>", name)) in self.taken.values() or (
                self._folder / free
            ).exists():
                number += 1
            self.taken[name] = free
        return self.taken[name]

    def rewrites(self) -> Iterator[Rewrite]:
        """The files of the pictures that come along; their folder is made."""
        for name, free in self.taken.items():
            path = self._folder / free
            path.parent.mkdir(exist_ok=True)
            yield Rewrite(path, None, self._pictures[name])


def _digests(folder: Path, files: Mapping[str, OldFile]) -> Iterator[str]:
    names = {
        scalar.text
        for file in files.values()
        for route, scalar in walk_scalars(file.text.root)
        if route[1:] == ("figure", "file")
    }
    for path in sorted(folder / name for name in names):
        try:
            if path.resolve().is_relative_to(folder.resolve()) and path.stat().st_size <= LARGEST_PART:
                with open_regular(path) as opened:
                    yield sha256(opened.read()).hexdigest()
        except (OSError, ValueError, RuntimeError):
            continue
