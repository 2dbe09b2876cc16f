"""Takes file names written in content and gives paths inside the content folder; opens no file but YAML."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path, PurePosixPath

from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.patterns import late_pattern
from layout.model.values import SystemReason
from layout.pdfreading.bounded import open_regular
from layout.source.fields.scalars import Schema, take_scalar
from layout.source.nodes.parsing import LARGEST_FILE, Node, Scalar, compose_nodes, decode_yaml
from layout.source.nodes.reading import Reading, nearest

_ADDRESS = late_pattern(r"[A-Za-z][A-Za-z0-9+.-]+:")
_ABSOLUTE = late_pattern(r"[/\\~]|[A-Za-z]:")


def shown_path(path: Path) -> str:
    """The path as a user in the current folder would type it, with forward slashes."""
    current = Path.cwd()
    if path.is_absolute() and path.is_relative_to(current):
        path = path.relative_to(current)
    return path.as_posix()


class InnerFile:
    """The name of an existing file inside the content folder (links followed), relative to the folder."""

    def read(self, node: Node, reading: Reading) -> str:
        scalar = take_scalar(node, reading, "expected-text")
        name, where = scalar.text, reading.span(node)
        if _ADDRESS.match(name) and not _ABSOLUTE.match(name):
            reading.refuse("remote-file", where, file=name)
        if _ABSOLUTE.match(name):
            reading.refuse("absolute-path", where, file=name)
        reading.asked[name] = False
        reading.asked[name] = _find_inside(scalar, reading)
        if not reading.asked[name]:
            near = _similar_file(reading.folder, name)
            tell = reading.warn if reading.draft else reading.refuse
            if near:
                tell("misspelt-file", where, file=name, nearest=near)
            else:
                tell("missing-file", where, file=name, folder=shown_path(reading.folder))
        return PurePosixPath(os.path.normpath(name)).as_posix()

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1}


def _find_inside(scalar: Scalar, reading: Reading) -> bool:
    """Whether the file exists; refused if it is not inside the real folder."""
    found = is_there(scalar.text, reading)
    if found is None:
        values = {"file": scalar.text, "folder": shown_path(reading.folder)}
        reading.refuse("outside-folder", reading.span(scalar), **values)
    return found


def is_there(name: str, reading: Reading) -> bool | None:
    """Whether a file exists in the real folder; None if its name leads out of that."""
    try:
        path = (reading.real_folder / name).resolve()
        if path.is_relative_to(reading.real_folder) and path != reading.real_folder:
            return path.is_file()
    except (OSError, ValueError, RuntimeError):
        return False
    return None


def _similar_file(folder: Path, name: str) -> str | None:
    """A file beside the missing one whose name is nearly the same (case, ending, a slip of the pen)."""
    parent = folder / PurePosixPath(name).parent
    try:
        there = {entry.name.casefold(): entry.name for entry in _some_files(parent)}
    except (OSError, ValueError):
        return None
    meant = nearest(PurePosixPath(name).name, there)
    return str(PurePosixPath(name).parent / there[meant]) if meant else None


def _some_files(folder: Path, most: int = 500) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for count, entry in enumerate(entries):
            if count == most:
                return
            if entry.is_file():
                yield entry


def refuse_outside(path: Path, folder: Path) -> None:
    """Raises Rejected where `path` leads out of `folder`, links of both followed."""
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        raise Rejected.one("leads-outside", Span(shown_path(path)), folder=shown_path(folder))


def open_inside(path: Path, reading: Reading) -> BufferedReader:
    """A file of the content folder, opened: with links followed it lies inside, and it is a regular file.

    The one door for whatever a content folder brings. Raises Rejected, OSError.
    """
    refuse_outside(path, reading.folder)
    return open_regular(Path(os.path.realpath(path)))


def read_yaml(path: Path, reading: Reading) -> Node | None:
    """The node of a YAML file, its text and name left in `reading`; None (reported) if it has none.

    Raises Rejected if there are too many mistakes already.
    """
    data = read_data(path, reading)
    return None if data is None else compose_data(data, reading)


def read_data(path: Path, reading: Reading) -> bytes | None:
    """What a file or an editor has, its name left in `reading`; None (reported) if it is unreadable."""
    reading.file, reading.text = shown_path(path), ""
    data = reading.unsaved.get(reading.file)
    if data is not None:
        return data
    try:
        with open_inside(path, reading) as file:
            return file.read(LARGEST_FILE + 1)
    except (OSError, RuntimeError) as error:
        # A loop of links is a RuntimeError.
        reason = SystemReason.of(error) if isinstance(error, OSError) else str(error)
        reading.take([Diagnostic("unreadable-file", Span(reading.file), {"reason": reason})])
    except Rejected as rejected:
        reading.take(rejected.diagnostics)
    return None


def compose_data(data: bytes, reading: Reading) -> Node | None:
    """The node of the file being read, its text left in `reading`; None (reported) if it has none."""
    try:
        reading.text = decode_yaml(data, reading.file)
        node = compose_nodes(reading.text, reading.file)
    except RuntimeError as error:
        reading.take([Diagnostic("unreadable-file", Span(reading.file), {"reason": str(error)})])
        return None
    except Rejected as rejected:
        reading.take(rejected.diagnostics)
        return None
    if node is None:
        reading.report("empty-file", Span(reading.file))
    return node
