"""Takes blocks, or anything made of records and tuples, gives the passages in them by side, or changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from layout.model.content.pairs import Pair, ProsePair
from layout.model.content.prose import Note, Prose

T = TypeVar("T")


def list_pairs(value: Any) -> Iterator[ProsePair]:
    """Every pair of passages within `value`, in the order of its fields."""
    if isinstance(value, Pair):
        if any(isinstance(side, Prose) for side in value.sides):
            yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from list_pairs(entry)
    elif is_dataclass(value) and not isinstance(value, Prose):
        for field in fields(value):
            yield from list_pairs(getattr(value, field.name))


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
    elif is_dataclass(value) and not isinstance(value, Prose | type):
        changed = {}
        for field in fields(value):
            old = getattr(value, field.name)
            if (part := change_sides(old, change)) is not old:
                changed[field.name] = part
        new = replace(value, **changed) if changed else value
    return new  # type: ignore[no-any-return]
