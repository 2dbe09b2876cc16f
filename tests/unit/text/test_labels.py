"""Words of drawings: set in faces at hand, told where they are not as wished."""

from __future__ import annotations

import pytest

from layout.model.colour import BLACK
from layout.model.diagnostic import Severity, Span
from layout.model.drawing import Drawing, Group, Label, LabelWords, Part, SetWords
from layout.model.geometry import IDENTITY
from layout.source.themes.fonts import read_fonts
from layout.text.faces import Faces
from layout.text.labels import set_labels
from tests.told import texts

PICTURE = Part(document="<svg/>", element=0, name="x", letters="")


def label(text: str, anchor: float = 0.0, family: str = "Lato", weight: int = 400) -> Label:
    words = LabelWords(text=text, families=(family,), weight=weight, italic=False, size=10, colour=BLACK)
    return Label(words=(words,), x=50, y=20, anchor=anchor, matrix=IDENTITY, picture=PICTURE)


def setting(*shapes: Label | Part | Group) -> tuple[Drawing, list[tuple[str, Severity, dict[str, str]]]]:
    faces = Faces(read_fonts())
    drawing, told = set_labels(Drawing(100, 100, shapes), faces, faces.families, "Lato", Span("a.svg"))
    return drawing, [(one.code, one.severity, texts(one)) for one in told]


@pytest.mark.parametrize(("anchor", "share"), [(0.0, 0.0), (0.5, 0.5), (1.0, 1.0)])
def test_words_stand_at_their_anchor(anchor: float, share: float) -> None:
    drawing, told = setting(label("Žluťoučký", anchor))
    (words,) = drawing.paths
    assert isinstance(words, SetWords) and not told
    assert words.x == pytest.approx(50 - share * words.width) and words.y == 20
    assert "".join(words.glyphs[0].texts) == "Žluťoučký"


@pytest.mark.parametrize("weight", [100, 400, 650, 700, 950])
def test_the_nearest_weight_is_taken(weight: int) -> None:
    drawing, _ = setting(label("a", weight=weight))
    assert isinstance(drawing.paths[0], SetWords)


def test_a_family_that_is_not_there_is_told_once() -> None:
    _, told = setting(label("a", family="Arial"), label("b", family="Arial"), label("c", family="serif"))
    ((code, severity, values),) = told
    assert (code, severity) == ("svg-family", Severity.NOTE)
    assert (values["wanted"], values["family"]) == ("Arial", "Lato")


@pytest.mark.parametrize("text", ["Ala \u0645", "\u6f22", "\U0001f600"])
def test_a_character_that_no_face_has_is_a_mistake(text: str) -> None:
    drawing, told = setting(label(text))
    assert drawing.paths == (PICTURE,)
    assert [(code, severity) for code, severity, _ in told] == [("svg-glyph", Severity.ERROR)]


def test_letters_in_pictures_are_looked_for_too() -> None:
    part = Part(document="<svg/>", element=0, name="x", letters="a\u0645")
    _, told = setting(Group((part,)))
    assert [code for code, _, _ in told] == ["svg-glyph"]
