"""Takes a content folder, gives how each of its documents is called; of a broken one what can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from layout.model.diagnostic import Rejected
from layout.model.records import Struct
from layout.source.content import YAML_ENDINGS
from layout.source.fields.files import read_yaml
from layout.source.nodes.parsing import Entries, Node, Scalar
from layout.source.nodes.reading import Reading

MOST_DOCUMENTS = 200
"""Files that are looked at."""


class DocumentNames(Struct, frozen=True):
    """A document's file name, its titles and its publishers, by language or under an empty tag for all."""

    file: str
    titles: dict[str, str]
    publishers: dict[str, str]


def list_documents(folder: Path) -> Iterator[DocumentNames]:
    """The documents that stand in `folder` itself, by name; files that are none are passed over."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in YAML_ENDINGS)
    except OSError:
        return
    for path in paths[:MOST_DOCUMENTS]:
        try:
            node = read_yaml(path, Reading(folder=folder)) if path.is_file() else None
        except Rejected:
            continue
        if isinstance(node, Entries) and {"title", "sections"} <= node.values.keys():
            titles, publishers = (_words(node.values.get(key)) for key in ("title", "publisher"))
            yield DocumentNames(path.name, titles, publishers)


def _words(node: Node | None) -> dict[str, str]:
    if isinstance(node, Scalar):
        return {"": node.text}
    sides = node.values if isinstance(node, Entries) else {}
    return {language: side.text for language, side in sides.items() if isinstance(side, Scalar)}
