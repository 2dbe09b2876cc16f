"""Takes the lines of a paragraph, gives rivers, slanting edges and words that repeat; changes no line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from layout.model.shapes import Line

RIVER = 4
"""So many lines in a row whose word spaces overlap make a river (rule S05)."""
OVERLAP = 0.25
"""By how much they overlap at least, in natural word spaces."""
SHAPE = 4
"""So many lines in a row, each longer or each shorter than the one before, are a shape (rule S04)."""
STEP = 0.02
"""By what part of the measure they grow or shrink at least."""
REPEATED = 3
"""Letters of a word that is seen to repeat at the edges of two lines in a row (rule S07)."""


class LineFlaw(NamedTuple):
    """Lines that look ill together, from `first` to `last`."""

    first: int
    last: int


def find_flaws(lines: Sequence[Line], natural: float) -> list[LineFlaw]:
    """Rivers and repeated words; `natural` is the natural word space in points."""
    return [*find_rivers(lines, OVERLAP * natural), *_find_repeats(lines)]


def find_rivers(lines: Sequence[Line], overlap: float) -> Iterator[LineFlaw]:
    """Each chain of word spaces in successive lines that overlap by at least `overlap` points."""
    if len(lines) < RIVER:
        return
    above: list[tuple[float, float, int]] = []
    for number, line in enumerate(lines):
        here = []
        first, count = 0, len(above)
        for left, right in find_gaps(line):
            depth = 1
            while first < count and above[first][1] < left + overlap:
                first += 1
            for start, end, length in above[first:]:
                if start > right - overlap:
                    break
                if length >= depth and end - start >= overlap:
                    depth = length + 1
            here.append((left, right, depth))
            if depth == RIVER:
                yield LineFlaw(number - RIVER + 1, number)
        above = here


def find_shapes(lines: Sequence[Line], measure: float) -> list[LineFlaw]:
    """Stretches of a ragged edge that run aslant, and repeated words; the last line takes no part."""
    ends = [line.x + line.width for line in lines[:-1]]
    steps = [(there - here) / measure for here, there in pairwise(ends)]
    turns = [0 if abs(step) < STEP else 1 if step > 0 else -1 for step in steps]
    slopes = SHAPE - 1
    found = [
        LineFlaw(start, start + slopes)
        for start in range(len(turns) - slopes + 1)
        if turns[start] and len(set(turns[start : start + slopes])) == 1
    ]
    return [*found, *_find_repeats(lines)]


def find_gaps(line: Line) -> Iterator[tuple[float, float]]:
    """Left and right edge of each word space, in points from the column's edge."""
    x = line.x
    for run in line.runs:
        em, tracking = run.ink.size / 1000, run.ink.tracking
        letters, space = em * line.scale, em * line.space
        for shape in run.shapes:
            wide = shape.width + tracking * len(shape.glyphs) if tracking else shape.width
            if shape.space:
                end = x + wide * space
                yield x, end
                x = end
            else:
                x += wide * letters


def _find_repeats(lines: Sequence[Line]) -> Iterator[LineFlaw]:
    """Lines in a row that begin or end with the same word, or part of one."""
    edges = [(_edge(line, 0), _edge(line, -1)) for line in lines]
    for number, (one, other) in enumerate(pairwise(edges)):
        for here, there in zip(one, other, strict=True):
            if here == there and len(here) >= REPEATED:
                yield LineFlaw(number, number + 1)


def _edge(line: Line, end: int) -> str:
    """The first (0) or last (-1) word of a line, or the part of it that stands there."""
    found = ""
    if line.runs:
        for shape in line.runs[end].shapes[:: end or 1]:
            if shape.space:
                break
            text = "".join(shape.texts)
            found = text + found if end else found + text
    return found.casefold()
