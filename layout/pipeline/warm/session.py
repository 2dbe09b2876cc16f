"""Takes one document as it is edited, gives its pages after each edit, and which of them changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from layout.model.layout import Layout
from layout.model.products.handout import Handout
from layout.model.records import Struct
from layout.pipeline.composing import Composed, Watch, compose_folder, unwatched
from layout.pipeline.warm.memory import DocumentMemory
from layout.source.content import SAVED


class Rebuilt(Struct, frozen=True):
    """A document as it was set, and the indices of its inner pages that are not as they were, or are new."""

    composed: Composed
    changed: tuple[int, ...]


class DocumentSession:
    """One document (a content folder, or a document in it), set for all products or for one host's `handout`.

    What a rebuild gives is what a build from nothing gives; only its time depends on what was before.
    """

    def __init__(self, place: Path, handout: Handout | None = None) -> None:
        self._place = place
        self._handout = handout
        self._memory = DocumentMemory()
        self._last: Layout | None = None

    def rebuild(self, unsaved: Mapping[str, bytes] = SAVED, watch: Watch = unwatched) -> Rebuilt:
        """The document as it is now; raises Rejected with all mistakes, and knows then what it knew before.

        Files that are `unsaved`, by their names as typed, are taken as an editor has them.
        """
        composed = compose_folder(
            self._place, watch, handout=self._handout, unsaved=unsaved, memory=self._memory
        )
        changed = _find_changed(self._last, composed.body)
        self._last = composed.body
        return Rebuilt(composed, changed)


def _find_changed(before: Layout | None, now: Layout) -> tuple[int, ...]:
    """The indices of pages that are not as before; pages of another size have all changed."""
    if before is None or (before.width, before.height) != (now.width, now.height):
        return tuple(range(len(now.pages)))
    old = before.pages
    return tuple(
        index
        for index, page in enumerate(now.pages)
        if index >= len(old) or not (page is old[index] or page == old[index])
    )
