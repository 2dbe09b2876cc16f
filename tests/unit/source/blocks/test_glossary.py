"""What a section says of terms, and what is reported of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.model.blocks.glossary import Glossary
from layout.model.diagnostic import Rejected
from layout.source.content import Content, read_content
from tests.told import texts
from tests.unit.source.content_folders import BROCHURE, write_content

TERMS = """\
- glossary:
    - {pl: ZIT, cs: ITI, explanation: {pl: inwestycje, cs: investice}}
    - {pl: "[Rathaus]{lang=de}", cs: "[ratusz]{lang=pl}"}
"""


def read(section: str, folder: Path, languages: str = "[pl, cs]") -> Content:
    settings = BROCHURE.replace("[pl, cs]", languages)
    return read_content(write_content(folder, {"brochure.yaml": settings, "sections/one.yaml": section}))


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


def test_a_term_twice_with_one_translation_is_a_warning(tmp_path: Path) -> None:
    (warning,) = read(TERMS + "    - {pl: zit, cs: iti}\n", tmp_path).warnings
    assert (warning.code, texts(warning)) == ("term-twice", {"term": "zit", "line": "2"})
    assert (warning.where.line, warning.where.column) == (4, 12)
    assert read(TERMS + "    - {pl: ZIT, cs: nástroj}\n", tmp_path).warnings == ()


@pytest.mark.parametrize(
    ("section", "codes"),
    [
        (TERMS.replace("cs: ITI, ", ""), ["missing-translation"]),
        (TERMS.replace(", cs: investice", ""), ["missing-translation"]),
        ("- glossary: {pl: ZIT, cs: ITI}\n", ["expected-list"]),
    ],
)
def test_mistakes(tmp_path: Path, section: str, codes: list[str]) -> None:
    with pytest.raises(Rejected) as rejected:
        read(section, tmp_path)
    assert [mistake.code for mistake in rejected.value.diagnostics] == codes
