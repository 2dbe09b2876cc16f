"""What WCAG 2.2 asks and can be measured: found where it is, quiet where it is not or cannot be told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from layout.preflight import PROFILES, Verdict, preflight
from layout.preflight.rules.perception import contrast
from tests.conftest import ROOT
from tests.faults.mail_seeds import crowded
from tests.faults.paper import words
from tests.faults.sound import Node, Tagged, mail_paper
from tests.unit.output.mail_files import make


def found(change: Callable[[Tagged], object]) -> set[str]:
    tagged = mail_paper()
    change(tagged)
    return {one.rule for one in preflight(tagged.build(), PROFILES["mail"], render=False).findings}


def painted(before: str, size: int = 9) -> Callable[[Tagged], None]:
    """The second Polish passage after other operators, in another size."""

    def change(tagged: Tagged) -> None:
        sheet = tagged.paper.sheets[0]
        head, mark, rest = sheet.content.partition("/P <</MCID 2>> BDC\n")
        assert mark and "/F1 9 Tf" in rest
        inner, end, after = rest.partition("EMC")
        inner = inner.replace("/F1 9 Tf", f"/F1 {size} Tf", 1)
        artifact, _, colour = before.rpartition("|")
        ground = f"/Artifact BMC q {artifact} Q EMC\n" if artifact else ""
        sheet.content = f"{head}{ground}{mark}q {colour} {inner} Q {end}{after}"

    return change


GROUND = "40 430 410 60 re f"


@pytest.mark.parametrize(
    ("before", "size"),
    [
        ("0.6 g", 9),
        ("0.5 0.5 0.5 rg", 9),
        ("0.66 g", 20),
        (f"0 0 0.3 rg {GROUND}|0.2 0.2 0.5 rg", 9),
        (f"1 0.8 0 rg {GROUND}|1 g", 20),
        ("0 0 0 0.4 k", 9),
    ],
)
def test_pale_text_is_told(before: str, size: int) -> None:
    assert "access-contrast" in found(painted(before, size))


@pytest.mark.parametrize(
    ("before", "size"),
    [
        ("0.4 g", 9),
        ("0.55 g", 20),
        ("0 0 0.3 rg 50 440 205 40 re f|1 g", 9),
        (f"0.9 0.9 0.7 rg {GROUND}|0 g", 9),
        ("q 300 0 0 60 50 430 cm /Im1 Do Q|1 g", 9),
        ("0 0 0.3 rg 50 440 m 350 440 l 350 480 l 200 500 l 50 480 l f|1 g", 9),
        (f"0 0 0.3 rg {GROUND} 1 g {GROUND}|0 g", 9),
    ],
)
def test_clear_text_and_text_on_pictures_stay_quiet(before: str, size: int) -> None:
    assert "access-contrast" not in found(painted(before, size))


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast((1, 0, 0), (1, 1, 1)) == pytest.approx(4.0, abs=0.01)
    assert contrast((0x76 / 255,) * 3, (1, 1, 1)) == pytest.approx(4.54, abs=0.01)


def test_the_samples_own_text_is_measured_and_clear() -> None:
    report = preflight(make(ROOT / "content")[1], PROFILES["mail"], render=False)
    assert report.verdict is Verdict.PASSED
    from layout.preflight.inspection import inspect_file

    facts = inspect_file(make(ROOT / "content")[1], render=False)
    runs = [run for page in facts.pages for run in page.texts if not run.tag.artifact]
    assert sum(run.ground is not None and run.paints[0].seen is not None for run in runs) > 0.8 * len(runs)


def test_small_links_are_told_only_where_they_crowd() -> None:
    def apart(tagged: Tagged) -> None:
        crowded(tagged)
        tagged.paper.objects[tagged.links[1][1].number - 1]["Rect"] = [60, 150, 160, 161]

    def in_a_sentence(tagged: Tagged) -> None:
        crowded(tagged)
        (part,) = tagged.tree.kids
        assert isinstance(part, Node)
        blocks = [one for one in part.kids if isinstance(one, Node)]
        for block in blocks[-2:]:
            donor = next(
                one for one in blocks if one.kind == "P" and (one.kids and not isinstance(one.kids[0], Node))
            )
            part.kids.remove(donor)
            blocks.remove(donor)
            block.kids.insert(0, donor.kids[0])

    assert found(crowded) == {"access-target"}
    assert "access-target" not in found(apart)
    assert "access-target" not in found(in_a_sentence)


def alternative(said: str, caption: str = "") -> Callable[[Tagged], None]:
    def change(tagged: Tagged) -> None:
        (part,) = tagged.tree.kids
        assert isinstance(part, Node)
        figure = next(one for one in part.kids if isinstance(one, Node) and one.kind == "Figure")
        figure.entries["Alt"] = words(said)
        if caption:
            passage = next(one for one in part.kids if isinstance(one, Node) and one.kind == "P")
            passage.kind = "Caption"

    return change


@pytest.mark.parametrize(
    "said",
    ["IMG_2041", "DSC00317", "image1", "Zdjęcie 3", "obrázek", "rys. 2", "foto", "20260301_142", "Logo"],
)
def test_an_alternative_that_names_a_file_or_only_a_picture_is_told(said: str) -> None:
    assert "access-alternative-words" in found(alternative(said))


@pytest.mark.parametrize(
    "said", ["Most na Odrze", "Logo miasta Opola", "Mapa trasy wokół Pradziada", "Rok 1997"]
)
def test_an_alternative_that_says_something_stays_quiet(said: str) -> None:
    assert "access-alternative-words" not in found(alternative(said))


def test_an_alternative_that_repeats_the_caption_is_told() -> None:
    repeated = found(alternative("Spotkanie jest dla mieszkańców oraz gości.", "yes"))
    assert "access-alternative-words" in repeated
