"""Takes the notes of a page, gives where each stands at its column's foot, and the room they take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from layout.compose.rows import Fixed, Footnote, Lines, Row, Setting
from layout.model.layout import TextItem
from layout.model.records import replace


def attach_notes(row: Row, notes: dict[int, Footnote]) -> Row:
    """`row` with the notes whose marks stand in it, slab by slab; `notes` are by the leaves of marks.

    No column is cut earlier than the other before a mark: its note would move to the next page.
    """
    found: list[list[Footnote]] = [[] for _ in range(row.count)]
    for slab, leaf in _leaves(row):
        if leaf in notes:
            found[slab].append(notes[leaf])
    if not any(found):
        return row
    staggers = tuple(
        None if cut is None or any(found[end - max(cut.back) : end]) else cut
        for end, cut in enumerate(row.staggers, 1)
    )
    settings = tuple(_attach(row, setting, notes) for setting in row.settings)
    return replace(row, footnotes=tuple(map(tuple, found)), staggers=staggers, settings=settings)


def _attach(row: Row, setting: Setting, notes: dict[int, Footnote]) -> Setting:
    """A setting of `row` with the notes whose marks stand in it then."""
    noted = attach_notes(row.take(setting), notes)
    return replace(setting, footnotes=noted.footnotes, staggers=noted.staggers)


def _leaves(row: Row) -> Iterator[tuple[int, int]]:
    """Slab and leaf of each run of text in a row."""
    halves = row.floats.foot if row.floats is not None and row.floats.foot is not None else ()
    for piece in (*row.pieces, *chain.from_iterable(halves)):
        if isinstance(piece, Lines):
            for slab, line in enumerate(piece.lines, piece.start):
                yield from ((slab, piece.leaf + run.ink.part) for run in line.runs)
        elif isinstance(piece, Fixed):
            for item in piece.items:
                if isinstance(item, TextItem) and item.leaf >= 0:
                    yield from ((0, item.leaf + run.ink.part) for run in item.line.runs)


def lay_notes(notes: Sequence[Footnote]) -> tuple[list[tuple[Footnote, float]], float]:
    """Each note with its place below the first one's top, and the height of all.

    Notes of a pair stand level where both languages have the same ones here, else each column by itself.
    """
    ordered = sorted(notes, key=lambda note: note.order)
    columns = [[note for note in ordered if note.side == side] for side in (0, 1)]
    left, right = columns
    level = [note.order for note in left] == [note.order for note in right]
    placed: list[tuple[Footnote, float]] = []
    if level:
        y = 0.0
        for pair in zip(left, right, strict=True):
            placed += [(note, y) for note in pair]
            y += max(note.height for note in pair)
        return placed, y
    height = 0.0
    for column in columns:
        y = 0.0
        for note in column:
            placed.append((note, y))
            y += note.height
        height = max(height, y)
    return placed, height


def note_room(notes: Sequence[Footnote], space: float) -> float:
    """Height that notes take of their page with the `space` above them; 0 where there are none."""
    return space + lay_notes(notes)[1] if notes else 0.0
