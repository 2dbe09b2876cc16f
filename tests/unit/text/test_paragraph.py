"""Paragraphs set in real fonts: nothing lost, nothing outside the column, marks where they belong."""

from __future__ import annotations

import pytest

from layout.lang.hyphenation.divide import Hyphenator
from layout.model.content.prose import Prose, Run, RunStyle
from layout.model.diagnostic import Diagnostic
from layout.model.records import replace
from layout.model.shapes import Line, SetText
from layout.model.theme import Theme
from layout.text.faces import Faces
from layout.text.paragraph import Typesetter
from tests.passages import prose, restyled
from tests.told import texts

MEASURE = 165.8
LONG = (
    "Rzeka bierze początek wśród wzgórz i płynie przez dwa kraje, a\u00a0każde miasto nad jej brzegiem "
    "ma własną opowieść o\u00a0powodziach, mostach oraz o\u00a0ludziach, którzy je wspólnie odbudowywali "
    "przez całe dziesięciolecia."
)


def read_back(text: SetText) -> str:
    """The characters of a set paragraph with its soft hyphens and line ends undone."""
    joined = ""
    for line in text.lines:
        words = line.text
        joined += words.removesuffix("\u00ad") if words.endswith("\u00ad") else words + " "
    return joined.strip().replace("\u00a0", " ")


def test_no_letter_is_lost(typesetter: Typesetter) -> None:
    text = typesetter.set(prose(LONG), "paragraph", "pl", MEASURE)
    assert read_back(text) == LONG.replace("\u00a0", " ")


def test_justified_lines_end_at_the_measure(typesetter: Typesetter) -> None:
    text = typesetter.set(prose(LONG), "paragraph", "pl", MEASURE)
    assert len(text.lines) > 4
    for line in text.lines[:-1]:
        hang = line.x + line.width - MEASURE
        assert -0.01 <= hang < 3.5, line.text
    assert text.lines[-1].x + text.lines[-1].width <= MEASURE + 0.01


def test_a_hyphen_hangs_and_a_letter_does_not(typesetter: Typesetter) -> None:
    lines = typesetter.set(prose(LONG), "paragraph", "pl", MEASURE - 12).lines
    hyphenated = [line for line in lines if line.hyphenated]
    plain = [line for line in lines[:-1] if line.text[-1].isalpha() and line.text[-1] not in "kryw"]
    assert hyphenated and plain
    assert all(line.x + line.width > MEASURE - 11 for line in hyphenated)
    assert all(abs(line.x + line.width - MEASURE + 12) < 0.02 for line in plain)


@pytest.mark.parametrize(
    ("role", "foreign", "own"),
    [("heading2", "cs", "cs"), ("heading2", "pl", "pl"), ("heading2", "de", "pl"), ("paragraph", "cs", "pl")],
)
def test_a_foreign_word_has_its_languages_accent(
    typesetter: Typesetter, theme: Theme, role: str, foreign: str, own: str
) -> None:
    words = Prose((Run("ser jest "), Run("starý", RunStyle(language=foreign))))
    (line,) = typesetter.set(words, role, "pl", MEASURE).lines
    colours = [run.ink.colour for run in line.runs]
    name = theme.styles[role].colour
    assert colours == [theme.colour(name, "pl"), theme.colour(name, own)]


def test_letter_expansion_stays_within_its_limit(typesetter: Typesetter, theme: Theme) -> None:
    limit = theme.justification.expansion
    for line in typesetter.set(prose(LONG), "paragraph", "pl", MEASURE).lines:
        assert 1 - limit - 1e-9 <= line.scale <= 1 + limit + 1e-9


def test_no_break_space_stays_inside_a_line_and_stretches(typesetter: Typesetter) -> None:
    for width in range(70, 170, 7):
        for line in typesetter.set(prose(LONG), "paragraph", "pl", width).lines:
            assert not line.text.endswith((" a", " o", "\u00a0a"))
            assert line.text not in ("a", "o")


def test_repeated_hyphen_reads_back_as_one(typesetter: Typesetter) -> None:
    words = "Wspólna polityka społeczno-gospodarcza i\u00a0kulturalno-oświatowa obu agłomeracji " * 2
    found = False
    for width in range(90, 170, 3):
        text = typesetter.set(prose(words.strip()), "paragraph", "pl", width)
        starts = [line.text for line in text.lines if line.text.startswith("-")]
        found |= bool(starts)
        assert read_back(text) == words.strip().replace("\u00a0", " ")
    assert found


def test_forced_break_ends_a_line_unstretched(typesetter: Typesetter) -> None:
    text = typesetter.set(prose("Krótki wiersz\u2028i drugi, też krótki"), "paragraph", "pl", MEASURE)
    assert [line.text for line in text.lines] == ["Krótki wiersz", "i drugi, też krótki"]
    assert all(line.space == 1.0 for line in text.lines)


def test_missing_glyph_is_reported_with_its_place(typesetter: Typesetter, problems: list[Diagnostic]) -> None:
    typesetter.set(prose("To jest 漢 znak", line=7), "paragraph", "pl", MEASURE)
    (problem,) = problems
    assert problem.code == "missing-glyph"
    assert texts(problem)["characters"] == "漢 (U+6F22)"
    assert problem.where.line == 7


def test_many_missing_glyphs_are_one_mistake_in_the_order_of_the_text(
    typesetter: Typesetter, problems: list[Diagnostic]
) -> None:
    letters = "漢字仮名交文縦横書組版"
    typesetter.set(prose(f"To {letters} znaki"), "paragraph", "pl", MEASURE)
    (problem,) = problems
    assert texts(problem)["characters"].split(", ") == [
        f"{letter} (U+{ord(letter):04X})" + (" …" if letter == letters[9] else "") for letter in letters[:10]
    ]


def test_overfull_line_is_reported(typesetter: Typesetter, problems: list[Diagnostic]) -> None:
    typesetter.set(prose("w" * 60 + " koniec"), "heading1", "pl", MEASURE)
    assert [problem.code for problem in problems] == ["overfull-line"]


def test_styles_of_runs_reach_the_lines(typesetter: Typesetter) -> None:
    runs = (
        Run("Zwykły "),
        Run("mocny", RunStyle(strong=True)),
        Run(", "),
        Run("adres", RunStyle(link="https://example.org")),
    )
    (line,) = typesetter.set(Prose(runs), "paragraph", "pl", MEASURE).lines
    assert line.text == "Zwykły mocny, adres"
    assert [run.ink.link for run in line.runs][-1] == "https://example.org"
    assert len({run.shapes[0].face for run in line.runs}) == 2
    assert line.runs[-1].ink.part == 1


def test_ligature_reads_as_typed(faces: Faces) -> None:
    face = faces.face("Source Serif 4", "regular", False)
    shape = face.shape("afisz filharmonii")
    assert "".join(shape.texts) == "afisz filharmonii"
    assert all(len(text) < 4 and "\ufb01" not in text for text in shape.texts)


def test_kerning_and_features_change_the_shape(faces: Faces) -> None:
    lato = faces.face("Lato", "regular", False)
    single = sum(lato.shape(letter).width for letter in "AV")
    assert lato.shape("AV").width < single
    serif = faces.face("Source Serif 4", "regular", False)
    assert serif.shape("abc", ("smcp",)).glyphs != serif.shape("abc").glyphs
    assert "".join(serif.shape("abc", ("smcp",)).texts) == "abc"


@pytest.mark.parametrize("width", [60, 90, 120, 165.8, 240])
def test_no_ladder_over_the_limit(typesetter: Typesetter, theme: Theme, width: float) -> None:
    ladder = longest = 0
    for line in typesetter.set(prose(LONG), "paragraph", "pl", width).lines:
        ladder = ladder + 1 if line.hyphenated else 0
        longest = max(longest, ladder)
    assert longest <= theme.justification.emergency_ladder


def test_without_expansion_and_protrusion_lines_are_plain(faces: Faces, theme: Theme) -> None:
    stiff = replace(theme.justification, expansion=0.0, protrusion=0.0)
    setter = Typesetter(faces, replace(theme, justification=stiff), {"pl": Hyphenator("pl")}, lambda _: None)
    lines: tuple[Line, ...] = setter.set(prose(LONG), "paragraph", "pl", MEASURE).lines
    assert all(line.scale == 1.0 and line.x == 0 for line in lines)
    assert all(abs(line.width - MEASURE) < 0.01 for line in lines[:-1])


def test_ragged_text_is_not_stretched_or_hyphenated(typesetter: Typesetter) -> None:
    lines = typesetter.set(prose(LONG), "caption", "pl", 120).lines
    assert all(line.space == line.scale == 1.0 and not line.hyphenated for line in lines)
    assert all(line.width <= 120.01 for line in lines)


def test_tracking_widens_a_line(faces: Faces, theme: Theme) -> None:
    def width(tracking: float) -> float:
        setter = Typesetter(
            faces, restyled(theme, "folio", tracking=tracking), {"pl": Hyphenator("pl")}, lambda _: None
        )
        return setter.set(prose("ABC DEF"), "folio", "pl", 300).lines[0].width

    size = theme.styles["folio"].size
    assert width(100) == pytest.approx(width(0) + 7 * 0.1 * size)


def test_a_word_of_two_styles_has_its_hyphen_in_either(typesetter: Typesetter) -> None:
    word = Prose((Run("współ"), Run("pracownicy", RunStyle(strong=True))))
    ends = set()
    for width in range(28, 62, 2):
        text = typesetter.set(word, "paragraph", "pl", width)
        for line in text.lines[:-1]:
            assert line.hyphenated and line.text.endswith("\u00ad")
        ends |= {line.text for line in text.lines[:1]}
        assert read_back(text) == "współpracownicy"
    assert {"współ\u00ad", "współpra\u00ad"} <= ends
