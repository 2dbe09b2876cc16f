"""Marks at a column's edge hang out of it by their part of their width, whatever word or break they end."""

from __future__ import annotations

import pytest

from layout.model.units import SOFT_HYPHEN
from layout.text.faces import Faces
from layout.text.paragraph import Typesetter
from layout.text.protrusion import LEFT_PROTRUSION, RIGHT_PROTRUSION
from tests.passages import prose

MEASURE = 116.0


def advance(faces: Faces, mark: str) -> float:
    """Width of a mark in the paragraph's face at its size, in points."""
    return faces.face("Source Serif 4", "regular", False).shape(mark).width * 9.2 / 1000


@pytest.mark.parametrize("mark", [mark for mark in RIGHT_PROTRUSION if mark != SOFT_HYPHEN])
def test_a_mark_hangs_out_at_the_right(typesetter: Typesetter, faces: Faces, mark: str) -> None:
    words = f"Rzeka płynie przez dwa kraje, a nad jej brzegiem{mark} " + "stoją miasta " * 3
    lines = typesetter.set(prose(words), "paragraph", "pl", MEASURE).lines
    (line,) = (line for line in lines[:-1] if line.text.endswith("brzegiem" + mark))
    hang = line.x + line.width - MEASURE
    assert hang == pytest.approx(RIGHT_PROTRUSION[mark] * advance(faces, mark), abs=0.02)
    assert hang > 0.05


@pytest.mark.parametrize("mark", LEFT_PROTRUSION)
def test_a_mark_hangs_out_at_the_left(typesetter: Typesetter, faces: Faces, mark: str) -> None:
    (line,) = typesetter.set(prose(mark), "paragraph", "pl", MEASURE).lines
    assert -line.x == pytest.approx(LEFT_PROTRUSION[mark] * advance(faces, mark))
    assert -line.x > 0.05


@pytest.mark.parametrize("table", [LEFT_PROTRUSION, RIGHT_PROTRUSION])
def test_small_marks_hang_out_most_and_letters_hardly(table: dict[str, float]) -> None:
    assert all(0 < part <= (0.06 if mark.isalpha() else 0.7) for mark, part in table.items())


def test_slanted_letters_hang_out_alike() -> None:
    """Those that rise to one height by themselves, and each capital at both of its edges."""
    assert len({RIGHT_PROTRUSION[letter] for letter in "kyw"}) == 1
    both = [letter for letter in RIGHT_PROTRUSION if letter.isupper()]
    assert both and all(RIGHT_PROTRUSION[letter] == LEFT_PROTRUSION[letter] for letter in both)


def test_hyphens_hang_out_alike() -> None:
    assert RIGHT_PROTRUSION[SOFT_HYPHEN] == RIGHT_PROTRUSION["-"]


def test_an_empty_line_hangs_nowhere(typesetter: Typesetter) -> None:
    lines = typesetter.set(prose("\u2028Drugi wiersz\u2028"), "paragraph", "pl", MEASURE).lines
    assert [(line.x, line.width, line.text) for line in lines if not line.text] == [(0.0, 0.0, "")] * 2
