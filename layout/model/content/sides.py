"""Takes blocks, or anything made of records and tuples, gives the passages in them by side, or changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from layout.model.content.pairs import Pair, ProsePair
from layout.model.content.prose import Note, Prose
from layout.model.records import Struct, replace

T = TypeVar("T")


def list_pairs(value: Any) -> Iterator[ProsePair]:
    """Every pair of passages within `value`, in the order of its fields."""
    if isinstance(value, Pair):
        if any(isinstance(side, Prose) for side in value.sides):
            yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from list_pairs(entry)
    elif isinstance(value, Struct) and not isinstance(value, Prose):
        for name in value.__struct_fields__:
            yield from list_pairs(getattr(value, name))


def list_notes(prose: Prose | None) -> Iterator[Note]:
    """The footnotes whose marks stand in a passage, in order."""
    for run in prose.runs if prose is not None else ():
        if run.style.note is not None:
            yield run.style.note


def list_words(prose: Prose | None) -> Iterator[Prose]:
    """A passage, and the words of its footnotes."""
    if prose is not None:
        yield prose
        for note in list_notes(prose):
            yield note.text


def change_sides(value: T, change: Callable[[Prose, int], Prose]) -> T:
    """`value` with every passage as `change` makes it of it and its side (0: left); itself if none is."""
    new: Any = value
    if isinstance(value, Pair):
        if any(isinstance(side, Prose) for side in value.sides):
            left, right = (None if one is None else change(one, side) for side, one in enumerate(value.sides))
            new = value if left is value.left and right is value.right else Pair(left, right)
    elif isinstance(value, tuple):
        entries = tuple(change_sides(entry, change) for entry in value)
        new = value if all(a is b for a, b in zip(entries, value, strict=True)) else entries
    elif isinstance(value, Struct) and not isinstance(value, Prose):
        changed = {}
        for name in value.__struct_fields__:
            old = getattr(value, name)
            if (part := change_sides(old, change)) is not old:
                changed[name] = part
        new = replace(value, **changed) if changed else value  # type: ignore[type-var]
    return new  # type: ignore[no-any-return]
