"""Letters that a face has not are lent by another family, told each time, and read as typed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner

from layout.cli import main
from layout.lang.hyphenation.divide import Hyphenator
from layout.model.content.prose import Prose, Run, RunStyle
from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.shapes import Line
from layout.model.theme import Theme
from layout.pipeline.composing import compose_folder
from layout.resources.messages import explain
from layout.text.coverage import lend
from layout.text.faces import Faces
from layout.text.paragraph import Typesetter
from tests.conftest import FOLDER, ROOT

Writer = Callable[..., Path]
ACUTE = "\u0301"


def passage(*runs: tuple[str, RunStyle]) -> Prose:
    return Prose(tuple(Run(text, style) for text, style in runs), Span("a.yaml", 3, 5))


def set_lines(
    typesetter: Typesetter, *runs: tuple[str, RunStyle], measure: float = 160.0
) -> tuple[Line, ...]:
    return typesetter.set(passage(*runs), "paragraph", "pl", measure).lines


PLAIN, STRONG, EMPHASIS = RunStyle(), RunStyle(strong=True), RunStyle(emphasis=True)


@pytest.mark.parametrize("letter", ["Ǵ", "ǵ", "‛", "○", "●", "ȿ"])
def test_a_letter_of_another_family_is_lent(
    letter: str, typesetter: Typesetter, problems: list[Diagnostic]
) -> None:
    (line,) = set_lines(typesetter, (f"do {letter} i", PLAIN))
    assert line.text == f"do {letter} i"
    assert [run.shapes[0].face for run in line.runs] == [
        "source-serif-4-regular",
        "lato-regular",
        "source-serif-4-regular",
    ]
    assert all(glyph for run in line.runs for shape in run.shapes for glyph in shape.glyphs)
    (told,) = problems
    assert (told.code, told.severity, told.where) == ("lent-glyph", Severity.NOTE, Span("a.yaml", 3, 5))
    assert letter in str(told.values["characters"]) and told.values["used"] == "Lato"


def test_what_no_face_has_is_a_mistake_beside_what_is_lent(
    typesetter: Typesetter, problems: list[Diagnostic]
) -> None:
    set_lines(typesetter, ("Ǵ ◯ 漢", PLAIN))
    assert [one.code for one in problems] == ["lent-glyph", "missing-glyph"]
    assert problems[1].values["characters"] == "◯ (U+25EF), 漢 (U+6F22)"
    assert problems[1].severity is Severity.ERROR


def test_a_lender_is_as_heavy_and_slanted_as_the_run(typesetter: Typesetter) -> None:
    lines = set_lines(typesetter, ("Ǵ", PLAIN), ("Ǵ", STRONG), ("Ǵ", EMPHASIS))
    assert [run.shapes[0].face for run in lines[0].runs] == [
        "lato-regular",
        "lato-bold",
        "lato-regular-italic",
    ]


def test_the_spaces_and_the_size_are_those_of_the_text(typesetter: Typesetter, faces: Faces) -> None:
    (line,) = set_lines(typesetter, ("○ ○ ○", PLAIN))
    spaces = [shape for run in line.runs for shape in run.shapes if shape.space]
    assert {shape.face for shape in spaces} == {"source-serif-4-regular"}
    assert {run.ink.size for run in line.runs} == {Theme().styles["paragraph"].size}


def test_a_word_with_a_lent_letter_is_divided_as_one(
    typesetter: Typesetter, problems: list[Diagnostic]
) -> None:
    lines = set_lines(typesetter, ("oraz Ǵorǵiewskiego oraz Ǵorǵiewskiego", PLAIN), measure=70.0)
    assert any(line.hyphenated for line in lines)
    joined = "".join(line.text.replace("\u00ad", "") for line in lines).replace(" ", "")
    assert joined == "orazǴorǵiewskiegoorazǴorǵiewskiego"
    whole = sum(line.width for line in set_lines(typesetter, ("Ǵorǵiewskiego", PLAIN), measure=400.0))
    parts = typesetter.faces.face("Lato", "regular", False).shape("Ǵ").width
    assert whole > parts * 9.2 / 1000


def test_accents_stay_with_their_letter(faces: Faces) -> None:
    serif, lato = (faces.face(family, "regular", False) for family in ("Source Serif 4", "Lato"))
    runs = lend("aǴb", serif, (lato,))
    assert [(text, face.record.family) for text, face in runs] == [
        ("a", "Source Serif 4"),
        ("Ǵ", "Lato"),
        ("b", "Source Serif 4"),
    ]
    ((text, face),) = lend(f"Ǵ{ACUTE}", serif, (lato,))
    assert (text, face.record.family) == (f"Ǵ{ACUTE}", "Lato")


def test_the_theme_says_who_lends_and_in_which_order(faces: Faces, problems: list[Diagnostic]) -> None:
    hyphenators = {"pl": Hyphenator("pl")}
    none = Typesetter(faces, Theme(fallback=()), hyphenators, problems.append)
    set_lines(none, ("Ǵ", PLAIN))
    assert [one.code for one in problems] == ["missing-glyph"]


def brochure(fallback: str) -> dict[str, str]:
    theme = f"theme: {{fallback: {fallback}}}"
    return {
        "brochure_yaml": FOLDER["brochure.yaml"].replace("theme: two-banks", theme)
        + "covers: {front: generated}\n",
        "sections/a.yaml": "- heading: {pl: Król Ǵorǵi, cs: Král Ǵorǵi, level: 1}\n"
        "- paragraph: {pl: Kółko ○ i Ǵ w tekście po polsku., cs: Kolečko ○ a ǵ v českém textu.}\n",
    }


def test_a_brochure_with_lent_letters_is_sound_and_reads_as_typed(write_folder: Writer) -> None:
    folder = write_folder(**brochure("[Lato]"))
    out = folder.parent / "out"
    run = CliRunner().invoke(main, ["build", str(folder), "-e", "mail", "-e", "print", "-o", str(out)])
    assert run.exit_code == 0, run.output
    assert "a.yaml:2" in run.output and "Lato" in run.output
    (mail,) = out.glob("*mail*.pdf")
    page = pypdfium2.PdfDocument(mail)[1]
    text = " ".join(page.get_textpage().get_text_range().split())
    for typed in ("Kółko ○ i Ǵ w tekście", "Kolečko ○ a ǵ v českém", "Król Ǵorǵi"):
        assert typed in text.replace("\u00a0", " ")
    judged = CliRunner().invoke(main, ["preflight", str(mail), "--profile", "mail", "--no-render"])
    assert judged.exit_code in (0, 3), judged.output


def test_a_family_that_is_not_there_is_told_where_it_is_named(write_folder: Writer) -> None:
    folder = write_folder(**brochure("[Latto]"))
    run = CliRunner().invoke(main, ["check", str(folder)])
    assert run.exit_code == 1
    assert "brochure.yaml:5" in run.output and "write “Lato”" in run.output


ALONE = "Tried: {licence: OFL, faces: [{weight: regular, file: t.ttf}%s]}\n"
LOOKS = [
    ("Slovo **silné** je.", "", ["bold"]),
    ("Slovo *tiché* je.", "", ["italic"]),
    ("Slovo ***obojí*** je.", "", ["bold", "italic"]),
    ("Slovo **silné** a *tiché* je.", "", ["bold", "italic"]),
    ("Slovo **silné** je.", ", {weight: bold, file: b.ttf}", []),
    ("Slovo **silné** a *tiché* je.", ", {weight: bold, file: b.ttf}", ["italic"]),
    ("Slovo *tiché* je.", ", {weight: regular, italic: true, file: i.ttf}", []),
    ("Slovo prosté je.", "", []),
]


@pytest.mark.parametrize(("words", "more", "looks"), LOOKS)
def test_phrases_that_cannot_stand_out_are_told(
    words: str, more: str, looks: list[str], write_folder: Callable[..., Path]
) -> None:
    folder = write_folder(sections__a_yaml=f'- paragraph: {{pl: "Słowo.", cs: "{words}"}}\n')
    (folder / "fonts").mkdir()
    lato = ROOT / "fonts/lato"
    for name, file in (("t", "Lato-Regular"), ("b", "Lato-Bold"), ("i", "Lato-Italic")):
        shutil.copy(lato / f"{file}.ttf", folder / f"fonts/{name}.ttf")
    (folder / "fonts/fonts.yaml").write_text(ALONE % more)
    settings = folder / "brochure.yaml"
    theme = "theme: {styles: {paragraph: {family: Tried}}}\n"
    settings.write_text(settings.read_text(encoding="utf-8").replace("theme: two-banks\n", theme), "utf-8")
    told = [one for one in compose_folder(folder).diagnostics if one.code == "face-lacking"]
    assert [str(one.values["look"]) for one in told] == looks
    for one in told:
        assert one.where.file.endswith("a.yaml") and one.where.line == 1
        assert one.values["font"] == "Tried" and one.severity is Severity.WARNING
        assert all(explain(one, language) for language in ("en", "pl", "cs"))
