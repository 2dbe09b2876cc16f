"""Faces shape words with the glyphs they have, fall back where they have none, and cut shapes as if anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.subset import Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from layout.model.fonts import FontCatalogue
from layout.model.records import replace
from layout.model.units import NO_BREAK_SPACE, SOFT_HYPHEN, THIN_NO_BREAK_SPACE
from layout.text.faces import THIN_SPACE_EM, Face, Faces

FIGURES = f"1{THIN_NO_BREAK_SPACE}000{THIN_NO_BREAK_SPACE}000"


@pytest.fixture
def serif(faces: Faces) -> Face:
    return faces.face("Source Serif 4", "regular", False)


@pytest.fixture
def poor(serif: Face, tmp_path: Path) -> Face:
    """A face of figures, a space and a hyphen, without a thin space."""
    font = TTFont(serif.record.path)
    subsetter = Subsetter()
    subsetter.populate(text="0123456789 -")
    subsetter.subset(font)
    font.save(tmp_path / "poor.ttf")
    return Face(replace(serif.record, key="poor", path=str(tmp_path / "poor.ttf")))


def test_a_thin_space_is_the_faces_own(serif: Face) -> None:
    shape = serif.shape(FIGURES)
    thin = serif.shape(THIN_NO_BREAK_SPACE)
    assert thin.glyphs[0] != serif.space.glyphs[0]
    assert (shape.glyphs[1], shape.advances[1]) == (thin.glyphs[0], thin.width)


def test_a_face_without_a_thin_space_has_one_of_its_word_spaces(poor: Face, serif: Face) -> None:
    shape = poor.shape(FIGURES)
    assert "".join(shape.texts) == FIGURES
    assert shape.glyphs[1] == shape.glyphs[5] == poor.space.glyphs[0]
    assert shape.advances[1] == shape.advances[5] == THIN_SPACE_EM
    assert poor.space.width > THIN_SPACE_EM
    assert shape.width == pytest.approx(sum(shape.advances))
    assert shape.advances[0] == serif.shape("1").width
    assert not shape.space


def test_a_face_has_what_it_can_stand_in_for(poor: Face) -> None:
    assert all(poor.has(character) for character in ("7", NO_BREAK_SPACE, THIN_NO_BREAK_SPACE, SOFT_HYPHEN))
    assert not poor.has("a")


@pytest.mark.parametrize("word", ["Wawel", "Tatry", "AVAT"])
def test_a_part_of_a_shape_is_as_if_shaped_alone(faces: Faces, word: str) -> None:
    lato = faces.face("Lato", "regular", False)
    whole = lato.shape(word)
    for start in range(len(word)):
        for stop in range(start + 1, len(word) + 1):
            part, alone = lato.slice(whole, start, stop), lato.shape(word[start:stop])
            assert (part.glyphs, part.texts) == (alone.glyphs, alone.texts)
            assert part.advances == pytest.approx(alone.advances)
            assert part.width == pytest.approx(alone.width)


@pytest.mark.parametrize(
    ("weight", "strong"), [("light", "semibold"), ("regular", "bold"), ("semibold", "bold"), ("bold", "bold")]
)
def test_strong_words_are_heavier(faces: Faces, weight: str, strong: str) -> None:
    assert faces.strong("Source Serif 4", weight, False).record.weight == strong


def test_a_slope_that_a_family_lacks_is_upright(faces: Faces, catalogue: FontCatalogue) -> None:
    assert not faces.face("Lato", "light", True).record.italic
    assert faces.face("Lato", "bold", True).record.italic
    upright = FontCatalogue({key: face for key, face in catalogue.faces.items() if not key[2]})
    assert not Faces(upright).face("Lato", "thin", True).record.italic
    only = FontCatalogue({("Lato", "regular", False): catalogue.faces["Lato", "regular", False]})
    assert Faces(only).face("Lato", "black", True).record.weight == "regular"
    with pytest.raises(KeyError, match="Nothing"):
        faces.face("Nothing", "regular", False)
