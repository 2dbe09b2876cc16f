"""Approvals hold to words: they move with them, go when these change, and come back when spelling was all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from layout.model.diagnostic import Rejected
from layout.pipeline.translation.approving import Consent, Consented, approve, is_spelling, read_readiness
from layout.pipeline.translation.states import PairState, status_name

Writer = Callable[..., Path]
DAY = date(2026, 11, 29)
SECTION = """\
- heading: {pl: Początek, cs: Začátek, level: 1}
- paragraph:
    pl: Pierwszy akapit w dwóch językach.
    cs: První odstavec ve dvou jazycích.
- paragraph:
    pl: Drugi akapit opowiada o rzece.
    cs: Druhý odstavec vypráví o řece.
- list:
    only: cs
    items: [{cs: jen česky}]
"""


@pytest.fixture
def folder(write_folder: Writer) -> Path:
    return write_folder(sections__a_yaml=SECTION)


def consent(folder: Path, language: str | None, *places: str, spelling: bool = False) -> Consented:
    return approve(folder, Consent(language=language, by="Anna", on=DAY, places=places, spelling=spelling))


def states(folder: Path) -> list[PairState]:
    return [state for state in read_readiness(folder).states if state.pair.file == "sections/a.yaml"]


def names(folder: Path) -> list[str]:
    return [status_name(state) for state in states(folder)]


def change(folder: Path, before: str, after: str) -> None:
    path = folder / "sections" / "a.yaml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def test_nothing_is_approved_at_first(folder: Path) -> None:
    assert names(folder) == ["translated"] * 4
    assert not (folder / "approvals.yaml").exists()


def test_both_offices_approve_everything(folder: Path) -> None:
    assert consent(folder, "pl").approved == 5
    assert names(folder) == ["approved-pl"] * 3 + ["translated"]
    assert consent(folder, "cs").approved == 6
    assert names(folder) == ["approved-both"] * 4
    assert consent(folder, "cs").approved == 0


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("sections/a.yaml:3", [1]),
        ("sections/a.yaml:4", [1]),
        ("sections/a.yaml:5", [1]),
        ("./sections/a.yaml:1", [0]),
        ("sections/a.yaml:7:9", [2]),
        ("sections/a.yaml", [0, 1, 2, 3]),
    ],
)
def test_a_place_is_a_file_or_a_line_of_it(folder: Path, place: str, expected: list[int]) -> None:
    consent(folder, "cs", place)
    assert [number for number, name in enumerate(names(folder)) if name != "translated"] == expected
    whole = str(folder / place)
    assert consent(folder, "pl", whole).approved == len(set(expected) - {3})


@pytest.mark.parametrize("place", ["b.yaml", "sections/a.yaml:0", "", "a.yaml:3", ":"])
def test_a_place_without_a_passage_is_told_and_nothing_kept(folder: Path, place: str) -> None:
    with pytest.raises(Rejected) as refused:
        consent(folder, "pl", "sections/a.yaml", place)
    assert [one.code for one in refused.value.diagnostics] == ["approve-no-place"]
    assert not (folder / "approvals.yaml").exists()


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("opowiada o rzece", "milczy o rzece", ("pl",)),
        ("vypráví o řece", "mlčí o řece", ("cs",)),
        ("opowiada o rzece", "opowiada o rzece i o mieście", ("pl",)),
    ],
)
def test_a_change_takes_approvals_away_and_tells_its_side(
    folder: Path, before: str, after: str, changed: tuple[str, ...]
) -> None:
    consent(folder, "pl")
    consent(folder, "cs")
    change(folder, before, after)
    assert names(folder) == ["approved-both", "approved-both", "changed", "approved-both"]
    state = states(folder)[2]
    assert state.changed == changed
    assert set(state.before) == {"pl", "cs"}
    consent(folder, "pl")
    state = states(folder)[2]
    assert (set(state.approvals), set(state.before)) == ({"pl"}, {"cs"})
    change(folder, after, before)
    assert set(states(folder)[2].approvals) == {"cs"}


def test_both_sides_changed_are_known_by_their_likeness(folder: Path) -> None:
    consent(folder, "pl")
    change(folder, "Drugi akapit opowiada o rzece.", "Drugi akapit opowiada o rzece Odrze.")
    change(folder, "Druhý odstavec vypráví o řece.", "Druhý odstavec vypráví o řece Odře.")
    assert states(folder)[2].changed == ("pl", "cs")


def test_a_new_passage_is_not_taken_for_a_changed_one(folder: Path) -> None:
    consent(folder, "pl")
    change(folder, "- list:", "- paragraph: {pl: Całkiem nowe zdanie., cs: Úplně nová věta.}\n- list:")
    assert names(folder) == ["approved-pl", "approved-pl", "approved-pl", "translated", "translated"]


def test_a_passage_that_moves_keeps_its_approvals(folder: Path) -> None:
    consent(folder, "pl")
    path = folder / "sections" / "a.yaml"
    lines = SECTION.splitlines(keepends=True)
    path.write_text("".join([lines[0], *lines[4:7], *lines[1:4], *lines[7:]]), "utf-8")
    assert names(folder) == ["approved-pl"] * 3 + ["translated"]


def test_spelling_is_let_through_with_the_old_approvals(folder: Path) -> None:
    consent(folder, "pl")
    consent(folder, "cs")
    change(folder, "dwóch językach", "dwoch językach,")
    change(folder, "opowiada o rzece", "opowiada o mieście")
    done = consent(folder, None, spelling=True)
    assert done.approved == 1
    assert {one.code for one in done.diagnostics} == {"approve-more-than-spelling"}
    assert names(folder) == ["approved-both", "approved-both", "changed", "approved-both"]
    assert {one.spelling for one in states(folder)[1].approvals.values()} == {"Anna"}


@pytest.mark.parametrize(
    ("before", "now", "spelling"),
    [
        ("Ala ma kota", "Ala ma kota.", True),
        ("na pewno tak", "napewno tak", True),
        ("Sciana stoi", "Ściana stoi", True),
        ("spółdzelnia działa", "spółdzielnia działa", True),
        ("„cytat”", '"cytat"', True),
        ("ma 12 km", "ma 13 km", False),
        ("nie ma kota", "ma kota", False),
        ("ma kota", "ma psa", False),
        ("rzeka płynie", "góra płynie", False),
        ("w 2016", "w 2017", False),
    ],
)
def test_what_a_change_of_spelling_is(before: str, now: str, spelling: bool) -> None:
    assert is_spelling(before, now) is spelling


def test_untranslated_passages_are_not_approved(folder: Path) -> None:
    change(folder, "cs: Druhý odstavec vypráví o řece.", "cs: TODO")
    done = consent(folder, "cs")
    assert {one.code for one in done.diagnostics} == {"approve-untranslated"}
    assert names(folder)[2] == "missing"


def test_a_missing_side_is_missing_and_the_rest_is_told(folder: Path) -> None:
    change(folder, "    cs: Druhý odstavec vypráví o řece.\n", "")
    assert names(folder) == ["translated", "translated", "missing", "translated"]


def test_words_changed_by_hand_in_approvals_are_void(folder: Path) -> None:
    consent(folder, "pl")
    path = folder / "approvals.yaml"
    path.write_text(path.read_text("utf-8").replace("Pierwszy akapit", "Inny akapit"), "utf-8")
    readiness = read_readiness(folder)
    assert [one.code for one in readiness.approvals.warnings] == ["approval-altered"]
    assert names(folder)[1] == "translated"


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n", "- 1\n", "- file: x\n", "[", "- {file: a, digest: x, approved: []}\n",
        "\x00", "&a [*a]\n", "- !!x y\n",
        '- {file: a, digest: "0123456789abcdef", approved: [{language: de, by: A, on: 2026-01-01}]}\n',
        '- {file: a, digest: "0123456789abcdef", approved: [{language: pl, by: A, on: 2026-31-01}]}\n',
        "<<<<<<< HEAD\n- file: a\n=======\n",
    ],
)  # fmt: skip
def test_a_broken_file_of_approvals_is_told(folder: Path, text: str) -> None:
    (folder / "approvals.yaml").write_text(text, "utf-8")
    with pytest.raises(Rejected):
        read_readiness(folder)
    with pytest.raises(Rejected):
        consent(folder, "pl")
    assert (folder / "approvals.yaml").read_text("utf-8") == text


def test_hostile_words_are_kept_as_they_are(folder: Path) -> None:
    words = 'a: "b" # \\ {c} — „ł” 🏞️ \u00a0 *x*'
    change(folder, "Drugi akapit opowiada o rzece.", "'" + words.replace("'", "''") + "'")
    consent(folder, "pl")
    assert names(folder)[2] == "approved-pl"


def test_another_document_of_the_folder_keeps_its_approvals(folder: Path) -> None:
    other = (folder / "brochure.yaml").read_text("utf-8").replace("sections/a.yaml", "sections/b.yaml")
    (folder / "visit.yaml").write_text(other, "utf-8")
    section = "- paragraph: {pl: Wizyta studyjna., cs: Studijní návštěva.}\n"
    (folder / "sections" / "b.yaml").write_text(section, "utf-8")
    approve(folder / "visit.yaml", Consent(language="pl", by="Ewa", on=DAY))
    consent(folder, "pl")
    change(folder, "opowiada", "mówi")
    consent(folder, "pl")
    visit = read_readiness(folder / "visit.yaml")
    assert {status_name(state) for state in visit.states} == {"approved-pl"}
