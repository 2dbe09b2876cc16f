"""Takes entries that should be a matrix or a rectangle, gives them so; broken ones as nothing."""

from __future__ import annotations

from layout.model.geometry import IDENTITY, Matrix, Rect
from layout.preflight.reading import objects as pdf


def read_matrix(value: object) -> Matrix:
    """A Matrix entry, the identity where it is missing or broken."""
    found = pdf.numbers(value)
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if len(found) == 6 else IDENTITY


def read_box(value: object) -> Rect | None:
    """A rectangle with its corners in order; None where it is none or empty."""
    found = pdf.numbers(value)
    if len(found) != 4:
        return None
    left, bottom, right, top = found
    box = Rect(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
    return box if box[0] < box[2] and box[1] < box[3] else None
