"""The operators of a drawing's shapes: groups, veils, gradients and letters, each as PDF spells it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from layout.draw.ink import ScreenInks
from layout.draw.shapes import ShapeWriter
from layout.model.colour import Colour
from layout.model.drawing import (
    Close,
    ColourStop,
    Gradient,
    Group,
    LineTo,
    MoveTo,
    Outline,
    Path,
    SetWords,
    Shape,
    Stroke,
)
from layout.model.geometry import IDENTITY, Matrix
from layout.model.shapes import Shape as Glyphs

RED = Colour((0.0, 1.0, 1.0, 0.0), (1.0, 0.0, 0.0))
LINE = (MoveTo(0.0, 0.0), LineTo(10.0, 0.0), LineTo(10.0, 5.0), Close())
FILLED = Path(LINE, fill=RED)
STROKED = Path(LINE, stroke=Stroke(colour=RED, width=0.1))
BOTH = Path(LINE, fill=RED, stroke=Stroke(colour=RED, width=1.0))
DRAWN = "0.000 0.000 m 10.000 0.000 l 10.000 5.000 l h"


class Named:
    """Names what it is asked for, and keeps it."""

    def __init__(self) -> None:
        self.asked: list[Any] = []

    def pattern(self, gradient: Gradient, matrix: Matrix) -> str:
        self.asked.append(matrix)
        return "G1"

    def veil(self, opacity: float) -> str:
        self.asked.append(opacity)
        return "V1"

    def form(self, code: str, size: tuple[float, float]) -> str:
        self.asked.append((code, size))
        return "F1"

    def part(self, part: object) -> str:
        raise AssertionError("no part is drawn here")

    def face(self, key: str) -> Any:
        self.asked.append(key)
        return SimpleNamespace(
            name="S1", stoutness=1.0, encode=lambda run, size: f"<{''.join(map(str, run.glyphs))}>"
        )


def write(*shapes: Shape, finest: float = 0.25, base: Matrix = IDENTITY) -> tuple[str, Named]:
    named = Named()
    return ShapeWriter(ScreenInks(), named, base, (100.0, 50.0), finest).write(shapes), named


def test_a_pen_is_no_finer_than_the_press_shows() -> None:
    code, _ = write(STROKED)
    assert " 0.25 w " in code and code.endswith(f"{DRAWN} S")


def test_a_group_is_clipped_moved_and_closed_again() -> None:
    group = Group((FILLED,), clips=(Outline(LINE, even_odd=True),), matrix=(2.0, 0.0, 0.0, 2.0, 3.0, 4.0))
    code, named = write(group)
    lines = code.split("\n")
    assert lines[:3] == ["q", f"{DRAWN} W* n", "2 0 0 2 3 4 cm"]
    assert lines[3].endswith(f"{DRAWN} f") and lines[4:] == ["Q"]
    assert named.asked == []


def test_pens_inside_a_group_are_as_fine_on_the_page_as_outside() -> None:
    code, _ = write(Group((STROKED,), matrix=(4.0, 0.0, 0.0, 4.0, 0.0, 0.0)))
    assert " 0.1 w " in code
    code, _ = write(Group((STROKED,), matrix=(0.5, 0.0, 0.0, 0.5, 0.0, 0.0)))
    assert " 0.5 w " in code


@pytest.mark.parametrize(
    ("inside", "as_one"),
    [
        ((FILLED,), False),
        ((STROKED,), False),
        ((BOTH,), True),
        ((FILLED, STROKED), True),
        ((Group((FILLED,)),), False),
        ((Group((BOTH,)),), True),
        ((Group((FILLED,), opacity=0.5),), True),
        ((Group((FILLED, FILLED)),), True),
    ],
)
def test_what_lies_on_itself_is_veiled_as_one(inside: tuple[Shape, ...], as_one: bool) -> None:
    code, named = write(Group(inside, opacity=0.4))
    assert code.split("\n")[:2] == ["q", "/V1 gs"]
    assert ("/F1 Do Q" in code) == as_one
    assert 0.4 in named.asked
    if as_one:
        assert (100.0, 50.0) in [one[1] for one in named.asked if isinstance(one, tuple)]


def test_a_full_group_has_no_veil() -> None:
    code, named = write(Group((BOTH,), opacity=1.0))
    assert "gs" not in code and named.asked == []


def test_a_gradient_is_a_pattern_that_the_base_leads_to_the_page() -> None:
    gradient = Gradient(
        axis=(0.0, 0.0, 1.0, 0.0),
        stops=(ColourStop(0.0, RED), ColourStop(1.0, RED)),
        matrix=(2.0, 0.0, 0.0, 2.0, 0.0, 0.0),
    )
    code, named = write(Path(LINE, fill=gradient), base=(1.0, 0.0, 0.0, -1.0, 5.0, 6.0))
    assert code == f"/Pattern cs /G1 scn {DRAWN} f"
    assert named.asked == [(2.0, 0.0, 0.0, -2.0, 5.0, 6.0)]
    code, _ = write(Path(LINE, stroke=Stroke(colour=gradient, width=1.0)))
    assert code.startswith("/Pattern CS /G1 SCN 1 w")


def test_letters_stand_upright_in_the_face_of_their_first_run() -> None:
    run = Glyphs(face="Lato", glyphs=(1, 2), texts=("a", "b"), advances=(250.0, 250.0), width=500.0)
    words = SetWords(
        glyphs=(run,),
        x=2.0,
        y=3.0,
        size=8.0,
        colour=RED,
        tracking=0.0,
        matrix=(2.0, 0.0, 0.0, 2.0, 1.0, 1.0),
    )
    code, named = write(words)
    assert code.endswith("BT /S1 8 Tf 0 Tc 2 0 -0 -2 5 7 Tm [<12>]TJ ET Q")
    assert named.asked == ["Lato"]
