"""No line of a paragraph is torn: what gives way instead, in which order, and what is told of it."""

from __future__ import annotations

import pytest

from layout.lang.hyphenation.divide import Hyphenator
from layout.model.diagnostic import Diagnostic, Severity
from layout.model.records import replace
from layout.model.shapes import Line
from layout.model.theme import Theme
from layout.model.units import NO_BREAK_SPACE
from layout.text.faces import Faces
from layout.text.paragraph import Typesetter
from tests.passages import prose, restyled

TORN = Theme().justification.torn
PASSAGES = (
    ("pl", "1.1 zapoczątkowana została w~2016 roku, kiedy przedstawiciele podpisali porozumienie."),
    (
        "pl",
        "Euroregion Pradziad powstał w~1997~roku i~zrzesza 76 gmin po polskiej i~79 gmin po czeskiej.",
    ),
    ("pl", "Klementyna~II także była bardzo zadowolona."),
    ("pl", "Podróż trwała bardzo długo i~wymagała cierpliwości."),
    ("pl", "Wybierz BiuroOffice~– PreferencjeNarzędzia~– Opcje~– Ustawienia języka."),
    ("pl", "Adres: https://www.przyklad-bardzo-dlugiego-adresu.example.org/strona oraz drugi."),
    ("pl", "Oba kościoły zostały wybudowane przez~zgromadzenie białych mnichów, jeszcze zanim miasto."),
    ("pl", "Najstarszy zabytek."),
    ("cs", "Euroregion Praděd vznikl v~roce 1997 a sdružuje 76~obcí na polské straně Jeseníků."),
    ("cs", "Císařovna Marie Terezie~II. byla velmi spokojená."),
    ("cs", "Nejstarší nejnavštěvovanější pamětihodnost."),
    ("cs", "Kontakt: obec@velmi-dlouha-adresa-uradu.example.cz nebo telefonicky každé úterý."),
)


def typeset(
    faces: Faces, theme: Theme, words: str, language: str, width: float, role: str = "paragraph"
) -> tuple[tuple[Line, ...], list[Diagnostic]]:
    """Lines in Lato 9 pt and what was told of them; `~` is a no-break space."""
    problems: list[Diagnostic] = []
    theme = restyled(theme, role, family="Lato", size=9)
    hyphenators = {language: Hyphenator(language)}
    setter = Typesetter(faces, theme, hyphenators, problems.append)
    text = prose(words.replace("~", NO_BREAK_SPACE))
    return setter.set(text, role, language, width).lines, problems


def read(lines: tuple[Line, ...]) -> list[str]:
    return [line.text.replace("\u00ad", "-").replace(NO_BREAK_SPACE, " ") for line in lines]


@pytest.mark.parametrize(("language", "words"), PASSAGES)
@pytest.mark.parametrize("width", range(70, 260, 14))
def test_no_line_is_torn_at_any_width(
    faces: Faces, theme: Theme, language: str, words: str, width: int
) -> None:
    lines, problems = typeset(faces, theme, words, language, width)
    codes = {problem.code for problem in problems}
    if codes & {"set-ragged", "line-with-hole", "overfull-line"}:
        assert all(line.space == 1.0 for line in lines) or "overfull-line" in codes
        return
    for line in lines[:-1]:
        assert line.space <= TORN + 1e-6, line.text
        assert line.x + line.width > width - 0.5, line.text


def test_a_short_paragraph_is_not_torn_for_its_last_word(faces: Faces, theme: Theme) -> None:
    """Nor is the end it leaves of a word the shortest there is."""
    for words in (
        "Królowa Anna II także była bardzo uradowana.",
        "Popłynęli tam łodziami aż z~Azji kontynentalnej.",
        "Dojechali stamtąd wozami z~Europy kontynentalnej.",
    ):
        lines, problems = typeset(faces, theme, words, "pl", 161)
        assert not problems
        assert len(lines) == 2 and lines[0].space < TORN
        assert len(lines[1].text) > 5


@pytest.mark.parametrize(
    ("language", "words", "first", "told"),
    [
        ("pl", "Województwo~roku przedstawicieli", "Województwo", False),
        ("pl", "Porozumienie 1997~roku zapoczątkowane", "Porozumienie 1997", True),
        ("cs", "Zakládáme 500~lidí", "Zakládáme 500", True),
        ("pl", "Wspominamy prof.~Kowalskiego", "Wspominamy prof.", True),
    ],
)
def test_bonds_give_way_and_those_of_rules_are_told(
    faces: Faces, theme: Theme, language: str, words: str, first: str, told: bool
) -> None:
    for width in range(50, 140):
        lines, problems = typeset(faces, theme, words, language, width)
        if read(lines)[0] == first:
            break
    else:
        pytest.fail("the bond never gives way")
    loosened = [problem for problem in problems if problem.code == "loosened-bond"]
    assert bool(loosened) is told
    assert all(problem.severity is Severity.NOTE for problem in loosened)


@pytest.mark.parametrize("bound", ["§~5", "art.~36", "85~%", "50~km", "100~zł", "J.~K.~Kot"])
def test_fixed_spaces_hold_and_are_never_stretched(faces: Faces, theme: Theme, bound: str) -> None:
    words = f"Rzeka płynie dalej przez dwa kraje {bound} i~miasta nad jej brzegiem stoją wciąż."
    seen = set()
    for width in range(80, 200, 5):
        lines, _ = typeset(faces, theme, words, "pl", width)
        assert bound.replace("~", " ") in " ".join(read(lines))
        line = next(line for line in lines if bound.split("~")[0] in line.text.split())
        shapes = [shape for run in line.runs for shape in run.shapes]
        place = next(at for at, shape in enumerate(shapes) if "".join(shape.texts) == bound.split("~")[0])
        assert shapes[place + 1].texts == (" ",) and not shapes[place + 1].space
        seen.add(round(line.space, 1))
    assert len(seen) > 3


@pytest.mark.parametrize(
    "words", ["§~5", "J.~K.~Nowak napisał wspomnienia.", "50~% zapoczątkowanych projektów"]
)
def test_a_paragraph_may_begin_with_a_fixed_space(faces: Faces, theme: Theme, words: str) -> None:
    for width in range(40, 160, 8):
        lines, _ = typeset(faces, theme, words, "pl", width)
        assert "".join(read(lines)).replace("-", "").replace(" ", "") == words.replace("~", "").replace(
            " ", ""
        )


def test_letters_are_parted_before_a_paragraph_is_set_ragged(faces: Faces, theme: Theme) -> None:
    found = set()
    for words in ("Ponadtransgraniczny most nadrzecznych", "Najniezwyklejsze miasto przygraniczny"):
        for width in range(60, 190):
            lines, problems = typeset(faces, theme, words, "pl", width)
            tracked = [line for line in lines if line.runs[0].ink.tracking]
            for line in tracked:
                tracking = line.runs[0].ink.tracking
                assert 0 < tracking <= theme.justification.emergency_tracking
                assert line.space <= TORN
                assert sum(map(line.width_of, line.runs)) == pytest.approx(line.width)
                assert line.x + line.width > width - 0.5
                found.add("tracked")
            found |= {problem.code for problem in problems}
    assert {"tracked", "set-ragged"} <= found


def test_nothing_is_parted_where_the_theme_forbids_it(faces: Faces, theme: Theme) -> None:
    theme = replace(theme, justification=replace(theme.justification, emergency_tracking=0.0))
    for width in range(60, 190, 3):
        lines, _ = typeset(faces, theme, "Ponadtransgraniczny most nadrzecznych", "pl", width)
        assert not any(line.runs[0].ink.tracking for line in lines)


def test_a_hole_that_cannot_be_helped_is_warned_of(faces: Faces, theme: Theme) -> None:
    _, problems = typeset(
        faces, theme, "Adres: https://www.przyklad-bardzo-dlugiego-adresu.example.org/strona", "pl", 168
    )
    assert [(problem.code, problem.severity) for problem in problems] == [
        ("line-with-hole", Severity.WARNING)
    ]


@pytest.mark.parametrize("words", ["w~mieście", "o~najdziwniejszych", "i~współpraca"])
def test_a_heading_is_divided_at_a_bond_before_it_sticks_out(faces: Faces, theme: Theme, words: str) -> None:
    whole = typeset(faces, theme, words, "pl", 500, "heading1")[0][0].width
    lines, problems = typeset(faces, theme, words, "pl", whole - 3, "heading1")
    assert read(lines) == words.split("~")
    assert [problem.code for problem in problems] == ["loosened-bond"]


@pytest.mark.parametrize("least", [0.0, 20.0, 38.0, 60.0])
def test_short_lines_are_set_ragged(faces: Faces, theme: Theme, least: float) -> None:
    theme = replace(theme, justification=replace(theme.justification, least_characters=least))
    for width in (150.0, 168.0, 240.0):
        lines, _ = typeset(faces, theme, " ".join(words for _, words in PASSAGES[:4]), "pl", width)
        wide = width >= least * 0.4607 * 9
        stretched = any(line.space != 1.0 for line in lines)
        assert stretched is wide


def test_both_columns_are_judged_together(faces: Faces, theme: Theme) -> None:
    """One a little under the least number of characters, one a little over it."""
    page = replace(theme.page, left_share=0.52)
    theme = replace(theme, page=page, justification=replace(theme.justification, least_characters=39.7))
    text = " ".join(words for _, words in PASSAGES[:4])
    kinds = [
        any(line.space != 1.0 for line in typeset(faces, theme, text, "pl", width)[0])
        for width in page.column_widths
    ]
    assert kinds[0] == kinds[1]


LONG = (
    ("caption", "pl", "Pięćdziesięciokilometrowa droga", 60),
    ("quote", "cs", "Nejnavštěvovanější památka", 60),
    ("contents-entry", "pl", "O najdziwaczniejszych sprawach", 60),
    ("programme-activity", "cs", "Přeshraniční spolupráce", 40),
    ("lead", "pl", "Współzawodnictwo miast", 70),
    ("event-text", "cs", "Znovuotevření nádraží", 42),
    ("term", "pl", "międzyprzedszkolny", 50),
)


@pytest.mark.parametrize(("role", "language", "words", "width"), LONG)
def test_a_word_wider_than_its_line_is_divided_for_need(
    faces: Faces, theme: Theme, role: str, language: str, words: str, width: int
) -> None:
    lines, problems = typeset(faces, theme, words, language, width, role)
    assert {problem.code for problem in problems} == {"divided-word"}
    assert all(problem.severity is Severity.NOTE for problem in problems)
    assert "".join(line.text.strip(" \u00ad") for line in lines).replace(" ", "") == words.replace(" ", "")
    assert max(line.x + line.width for line in lines) <= width + 1


def test_words_that_find_room_stay_whole_beside_one_that_does_not(faces: Faces, theme: Theme) -> None:
    words = "nowoczesne konstantynopolitańczykowianki nowoczesne spotkania"
    lines, _ = typeset(faces, theme, words, "pl", 70, "caption")
    assert [line for line in read(lines) if line.endswith("-")], "the long one is divided"
    whole = " ".join(read(lines)).replace("- ", "")
    assert whole == words
    heads = {line.split()[-1].rstrip("-") for line in read(lines) if line.endswith("-")}
    assert all(head and head in words.split()[1] for head in heads)


@pytest.mark.parametrize("role", ["heading1", "cover-title", "table-cell", "fact-value", "running-title"])
def test_titles_cells_and_numerals_are_never_divided_so(faces: Faces, theme: Theme, role: str) -> None:
    _, problems = typeset(faces, theme, "Pięćdziesięciokilometrowa", "pl", 60, role)
    assert [problem.code for problem in problems] == ["overfull-line"]


def test_what_cannot_be_divided_is_still_told(faces: Faces, theme: Theme) -> None:
    _, problems = typeset(faces, theme, "MIĘDZYNARODOWA/xyz12345678", "pl", 40, "caption")
    assert "overfull-line" in {problem.code for problem in problems}


def test_letters_are_parted_no_more_than_the_line_needs(faces: Faces, theme: Theme) -> None:
    """A line that needs less than the most has its spaces as wide as may be, and ends at the edge."""
    parted = []
    for width in range(70, 260, 2):
        lines, _ = typeset(faces, theme, PASSAGES[1][1], "pl", width)
        for line in lines[:-1]:
            tracking = max(run.ink.tracking for run in line.runs)
            if 0 < tracking < theme.justification.emergency_tracking:
                parted.append(tracking)
                assert line.space <= theme.justification.torn + 1e-6
                assert line.space > 0.9 * theme.justification.torn
    assert parted
