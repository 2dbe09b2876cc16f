"""What a section says of participants, and what is reported of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.model.blocks.people import Participants
from layout.model.diagnostic import Rejected
from layout.source.content import Content, read_content
from tests.told import texts
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


def read(section: str, folder: Path, languages: str = "[pl, cs]") -> Content:
    settings = BROCHURE.replace("[pl, cs]", languages)
    return read_content(write_content(folder, {"brochure.yaml": settings, "sections/one.yaml": section}))


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


def test_a_person_twice_in_a_delegation_is_a_warning(tmp_path: Path) -> None:
    double = PEOPLE.replace(
        "    - delegation: {pl: Goście",
        "        - {surname: NOWAK, given: anna}\n    - delegation: {pl: Goście",
    )
    (warning,) = read(double, tmp_path).warnings
    assert (warning.code, texts(warning)) == ("person-twice", {"name": "anna NOWAK", "line": "4"})
    assert (warning.where.line, warning.where.column) == (5, 11)
    assert read(PEOPLE.replace("Novák, given: Jan", "Nowak, given: Anna"), tmp_path).warnings == ()


@pytest.mark.parametrize(
    ("section", "codes"),
    [
        (PEOPLE.replace("surname: Nowak, ", ""), ["missing-key"]),
        (PEOPLE.replace("language: cs", "language: sk"), ["unknown-language"]),
        (PEOPLE.replace(", cs: Hosté", ""), ["missing-translation"]),
        (PEOPLE.replace("degree", "degre"), ["misspelt-key"]),
        ("- participants: []\n", ["block-empty"]),
    ],
)
def test_mistakes(tmp_path: Path, section: str, codes: list[str]) -> None:
    with pytest.raises(Rejected) as rejected:
        read(section, tmp_path)
    assert [mistake.code for mistake in rejected.value.diagnostics] == codes
