"""Rivers, slanting edges and repeated words are found in lines, and a paragraph is set without them."""

from __future__ import annotations

import pytest

from layout.lang.hyphenation.divide import Hyphenator
from layout.model.colour import BLACK
from layout.model.records import replace
from layout.model.shapes import Ink, Line, LineRun, Shape
from layout.model.theme import Theme
from layout.text.faces import Faces
from layout.text.flaws import find_flaws, find_gaps, find_rivers, find_shapes
from layout.text.paragraph import Typesetter
from tests.passages import prose

INK = Ink(size=10, colour=BLACK)


def shape(text: str, width: float, space: bool = False) -> Shape:
    return Shape(
        face="f", glyphs=(1,), texts=(text,), advances=(width * 100,), width=width * 100, space=space
    )


def line(*parts: float, words: str = "aaa", space: float = 1.0) -> Line:
    """A line of words as wide as told, with spaces 2 wide between them."""
    shapes = [shape(words, parts[0])]
    for width in parts[1:]:
        shapes += [shape(" ", 2, True), shape(words, width)]
    width = sum(parts) + 2 * space * (len(parts) - 1)
    return Line(runs=(LineRun(INK, tuple(shapes)),), x=0.0, width=width, space=space)


def different(*lines: Line) -> list[Line]:
    """The lines with words that do not repeat."""
    letters = iter("abcdefgh")
    return [
        replace(
            one,
            runs=tuple(
                replace(
                    run,
                    shapes=tuple(
                        shape_ if shape_.space else replace(shape_, texts=(3 * letter,))
                        for shape_ in run.shapes
                    ),
                )
                for run in one.runs
            ),
        )
        for one, letter in zip(lines, letters, strict=False)
    ]


def test_gaps_have_their_place_on_paper() -> None:
    assert list(find_gaps(line(10, 20, 5))) == [(10, 12), (32, 34)]
    assert list(find_gaps(line(10, 20, 5, space=2.0))) == [(10, 14), (34, 38)]


@pytest.mark.parametrize(
    ("starts", "rivers"),
    [
        ((10, 11, 10, 11), 1),
        ((10, 11, 12, 13), 1),
        ((10, 11, 10), 0),
        ((10, 11, 10, 13), 0),
        ((10, 10, 10, 10, 10, 10), 1),
        ((10, 10, 10, 10, 30, 10, 10, 10, 10), 2),
    ],
)
def test_a_river_runs_through_four_lines(starts: tuple[int, ...], rivers: int) -> None:
    found = list(find_rivers([line(start, 50 - start) for start in starts], 0.5))
    assert len(found) == rivers
    assert all(flaw.last - flaw.first == 3 for flaw in found)


@pytest.mark.parametrize(
    ("ends", "shapes"),
    [
        ((50, 60, 70, 80), 1),
        ((80, 70, 60, 50), 1),
        ((50, 60, 70, 65), 0),
        ((50, 60, 60.5, 70, 80), 0),
        ((50, 60, 70), 0),
        ((40, 50, 60, 70, 80), 2),
    ],
)
def test_a_slant_of_four_lines_is_a_shape(ends: tuple[float, ...], shapes: int) -> None:
    lines = different(*(line(end) for end in (*ends, 30)))
    assert len(find_shapes(lines, 100)) == shapes


def test_words_repeat_at_the_edges() -> None:
    same = [line(10, 9), line(10, 20)]
    assert len(find_flaws(same, 2)) == 2
    assert not find_flaws(different(*same), 2)
    assert not find_flaws([line(10, 9, words="aa"), line(10, 20, words="aa")], 2)


TEXT = (
    "Rzeka bierze początek wśród wzgórz i płynie przez dwa kraje, a każde miasto nad jej brzegiem ma własną "
    "opowieść o powodziach, mostach oraz o ludziach, którzy je wspólnie odbudowywali przez dziesięciolecia "
    "i którzy dziś znów spotykają się po obu stronach granicy, aby rozmawiać o wodzie, drogach i szkołach."
)


@pytest.mark.parametrize(("least", "widths"), [(0.0, range(110, 330)), (200.0, range(60, 200))])
def test_ways_without_flaws_are_taken(faces: Faces, theme: Theme, least: float, widths: range) -> None:
    """Over many widths there are fewer of them than where nothing may be paid for it."""
    counts = []
    for price in (0.0, 3.0):
        how = replace(theme.justification, least_characters=least, river_cost=price)
        setter = Typesetter(
            faces, replace(theme, justification=how), {"pl": Hyphenator("pl")}, lambda _: None
        )
        flaws = 0
        for width in widths:
            lines = setter.set(prose(TEXT), "paragraph", "pl", width).lines
            flaws += len(find_shapes(lines, width) if least else find_flaws(lines, 2.18))
        counts.append(flaws)
    assert counts[0] > 10
    assert counts[1] < 0.6 * counts[0]


def test_letters_set_apart_move_the_gaps() -> None:
    apart = line(10, 20, 5)
    run = apart.runs[0]
    apart = replace(apart, runs=(replace(run, ink=replace(run.ink, tracking=50.0)),))
    assert [edge for gap in find_gaps(apart) for edge in gap] == pytest.approx([10.5, 13.0, 33.5, 36.0])
