"""Figures, small capitals and ligatures as a theme wants them, where a face has them."""

from __future__ import annotations

import pytest

from layout.lang.hyphenation.divide import Hyphenator
from layout.model.content.prose import Prose, Run, RunStyle
from layout.model.diagnostic import Diagnostic, Severity
from layout.model.records import replace
from layout.model.theme import Theme
from layout.text.faces import Faces
from layout.text.paragraph import Typesetter
from tests.passages import prose, restyled


def glyphs(faces: Faces, theme: Theme, words: Prose | str, role: str = "paragraph") -> list[int]:
    setter = Typesetter(faces, theme, {"pl": Hyphenator("pl")}, lambda _: None)
    (line,) = setter.set(prose(words) if isinstance(words, str) else words, role, "pl", 900).lines
    return [glyph for run in line.runs for shape in run.shapes for glyph in shape.glyphs]


@pytest.mark.parametrize(
    ("role", "changed"),
    [
        ("paragraph", True),
        ("list", True),
        ("caption", True),
        ("heading1", True),
        ("folio", False),
        ("table-cell", False),
    ],
)
def test_text_figures_are_the_themes_choice(faces: Faces, theme: Theme, role: str, changed: bool) -> None:
    text = replace(theme, figures="text")
    assert (glyphs(faces, text, "1963", role) != glyphs(faces, theme, "1963", role)) is changed


def test_a_style_chooses_its_figures_itself(faces: Faces, theme: Theme) -> None:
    lining = replace(restyled(theme, "paragraph", features=("lnum",)), figures="text")
    assert glyphs(faces, lining, "1963") == glyphs(faces, theme, "1963")


@pytest.mark.parametrize(
    ("word", "changed"),
    [
        ("UNESCO", 6),
        ("ITI", 3),
        ("(ZIT),", 3),
        ("ZIT-u", 3),
        ("GZM/ZIT", 6),
        ("EU", 0),
        ("XVIII", 0),
        ("Opole", 0),
        ("MDMy", 0),
        ("A4B", 0),
    ],
)
def test_acronyms_in_small_capitals(faces: Faces, theme: Theme, word: str, changed: int) -> None:
    small = replace(theme, acronyms="small-caps")
    pairs = zip(glyphs(faces, small, word), glyphs(faces, theme, word), strict=True)
    assert sum(one != other for one, other in pairs) == changed


def test_acronyms_stay_where_a_face_or_a_style_has_none(faces: Faces, theme: Theme) -> None:
    small = replace(theme, acronyms="small-caps")
    assert glyphs(faces, small, "UNESCO", "heading1") == glyphs(faces, theme, "UNESCO", "heading1")
    lato = restyled(small, "paragraph", family="Lato")
    assert glyphs(faces, lato, "UNESCO") == glyphs(faces, replace(lato, acronyms="capitals"), "UNESCO")


def test_an_acronym_reads_as_typed_and_is_divided_as_before(faces: Faces, theme: Theme) -> None:
    small = replace(theme, acronyms="small-caps")
    setter = Typesetter(faces, small, {"pl": Hyphenator("pl")}, lambda _: None)
    words = Prose((Run("Szlak "), Run("„UNESCO”", RunStyle(emphasis=True)), Run("/ITI i ZIT-u")))
    for width in range(30, 200, 10):
        lines = setter.set(words, "paragraph", "pl", width).lines
        assert "".join(line.text for line in lines).replace(" ", "") == "Szlak„UNESCO”/ITIiZIT-u"


def test_small_capitals_inline(faces: Faces, theme: Theme) -> None:
    marked = Prose((Run("kolumna", RunStyle(small_caps=True)),))
    assert glyphs(faces, theme, marked) != glyphs(faces, theme, "kolumna")
    lato = restyled(theme, "paragraph", family="Lato")
    assert glyphs(faces, lato, marked) == glyphs(faces, lato, "kolumna")


@pytest.mark.parametrize(("family", "told"), [("Source Serif 4", 0), ("Lato", 1)])
def test_a_face_without_small_capitals_is_told(faces: Faces, theme: Theme, family: str, told: int) -> None:
    problems: list[Diagnostic] = []
    setter = Typesetter(
        faces, restyled(theme, "paragraph", family=family), {"pl": Hyphenator("pl")}, problems.append
    )
    setter.set(Prose((Run("kolumna", RunStyle(small_caps=True)),)), "paragraph", "pl", 200)
    assert [(one.code, one.severity) for one in problems] == [("no-small-caps", Severity.WARNING)] * told


@pytest.mark.parametrize("word", ["náměstí", "století", "Ratiboř", "investice", "ťi", "sitting"])
def test_no_ligature_joins_t_and_i(faces: Faces, word: str) -> None:
    shape = faces.face("Lato", "regular", False).shape(word)
    assert shape.texts == tuple(word)


def test_other_ligatures_are_the_themes_choice(faces: Faces, theme: Theme) -> None:
    lato = restyled(theme, "paragraph", family="Lato")
    assert len(glyphs(faces, lato, "grafika stafie")) == 12
    assert len(glyphs(faces, replace(lato, ligatures=False), "grafika stafie")) == 14
    assert len(glyphs(faces, lato, "fistí")) == 4
