"""What a section says of participants and terms, and what is reported of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.model.blocks.glossary import Glossary
from layout.model.blocks.people import Participants
from layout.model.diagnostic import Diagnostic, Rejected
from layout.source.content import Content, read_content
from tests.unit.source.content_folders import BROCHURE, write_content

PEOPLE = """\
- participants:
    - delegation: {pl: Aglomeracja, cs: Aglomerace}
      people:
        - {surname: Nowak, given: Anna, title: dr inż., degree: MBA, role: {pl: szefowa, cs: vedoucí}}
    - delegation: {pl: Goście, cs: Hosté}
      language: cs
      people:
        - {surname: Novák, given: Jan, organisation: Example}
"""
TERMS = """\
- glossary:
    - {pl: ZIT, cs: ITI, explanation: {pl: inwestycje, cs: investice}}
    - {pl: "[Rathaus]{lang=de}", cs: "[ratusz]{lang=pl}"}
"""


def read(section: str, folder: Path, languages: str = "[pl, cs]") -> Content:
    settings = BROCHURE.replace("[pl, cs]", languages)
    return read_content(write_content(folder, {"brochure.yaml": settings, "sections/one.yaml": section}))


def warnings(section: str, folder: Path) -> list[Diagnostic]:
    return list(read(section, folder).warnings)


def test_people_have_one_name_in_the_language_of_their_delegation(tmp_path: Path) -> None:
    (block,) = read(PEOPLE, tmp_path).brochure.sections[0].blocks
    assert isinstance(block, Participants)
    (anna,), (jan,) = (delegation.people for delegation in block.delegations)
    assert [side and side.text for side in anna.name.sides] == ["dr inż. Anna Nowak, MBA"] * 2
    assert [side and side.runs[0].style.language for side in anna.name.sides] == [None, "pl"]
    assert [side and side.runs[0].style.language for side in jan.name.sides] == ["cs", None]
    for side in anna.name.sides:
        assert side and [run.text for run in side.runs if run.style.strong] == ["Nowak"]
    assert (jan.surname, jan.given, jan.role) == ("Novák", "Jan", None)
    assert jan.organisation is not None and jan.organisation.left == jan.organisation.right


@pytest.mark.parametrize(("languages", "default"), [("[pl, cs]", "pl"), ("[cs, pl]", "cs")])
def test_a_delegation_is_sorted_by_the_left_column_s_alphabet_by_default(
    tmp_path: Path, languages: str, default: str
) -> None:
    (block,) = read(PEOPLE, tmp_path, languages).brochure.sections[0].blocks
    assert isinstance(block, Participants)
    assert [delegation.language for delegation in block.delegations] == [default, "cs"]


@pytest.mark.parametrize("languages", ["[pl, cs]", "[cs, pl]"])
def test_a_translation_is_the_other_side_marked_as_foreign(tmp_path: Path, languages: str) -> None:
    (block,) = read(TERMS, tmp_path, languages).brochure.sections[0].blocks
    assert isinstance(block, Glossary)
    zit, house = block.terms
    order = [0, 1] if languages == "[pl, cs]" else [1, 0]
    sides = [zit.translation.sides[place] for place in order]
    assert [side and (side.text, side.runs[0].style.language) for side in sides] == [
        ("ITI", "cs"),
        ("ZIT", "pl"),
    ]
    german = [pair.sides[place] for pair, place in ((house.text, order[0]), (house.translation, order[1]))]
    assert [side and side.runs[0].style.language for side in german] == ["de", "de"]
    polish = [pair.sides[place] for pair, place in ((house.text, order[1]), (house.translation, order[0]))]
    assert [side and side.runs[0].style.language for side in polish] == ["pl", None]


def test_a_person_twice_in_a_delegation_is_a_warning(tmp_path: Path) -> None:
    double = PEOPLE.replace(
        "    - delegation: {pl: Goście",
        "        - {surname: NOWAK, given: anna}\n    - delegation: {pl: Goście",
    )
    (warning,) = warnings(double, tmp_path)
    assert (warning.code, warning.values) == ("person-twice", {"name": "anna NOWAK", "line": "4"})
    assert (warning.where.line, warning.where.column) == (5, 11)
    assert warnings(PEOPLE.replace("Novák, given: Jan", "Nowak, given: Anna"), tmp_path) == []


def test_a_term_twice_with_one_translation_is_a_warning(tmp_path: Path) -> None:
    (warning,) = warnings(TERMS + "    - {pl: zit, cs: iti}\n", tmp_path)
    assert (warning.code, warning.values) == ("term-twice", {"term": "zit", "line": "2"})
    assert (warning.where.line, warning.where.column) == (4, 12)
    assert warnings(TERMS + "    - {pl: ZIT, cs: nástroj}\n", tmp_path) == []


@pytest.mark.parametrize(
    ("section", "codes"),
    [
        (PEOPLE.replace("surname: Nowak, ", ""), ["missing-key"]),
        (PEOPLE.replace("language: cs", "language: sk"), ["unknown-language"]),
        (PEOPLE.replace(", cs: Hosté", ""), ["missing-translation"]),
        (PEOPLE.replace("degree", "degre"), ["misspelt-key"]),
        ("- participants: []\n", ["block-empty"]),
        (TERMS.replace("cs: ITI, ", ""), ["missing-translation"]),
        (TERMS.replace(", cs: investice", ""), ["missing-translation"]),
        ("- glossary: {pl: ZIT, cs: ITI}\n", ["expected-list"]),
    ],
)
def test_mistakes(tmp_path: Path, section: str, codes: list[str]) -> None:
    with pytest.raises(Rejected) as rejected:
        read(section, tmp_path)
    assert [mistake.code for mistake in rejected.value.diagnostics] == codes
