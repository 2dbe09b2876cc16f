"""What looks untranslated, or is not approved, holds back what leaves the house, however it is built."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from layout.model.diagnostic import Rejected, Severity
from layout.model.products.edition import EDITIONS
from layout.pipeline.building import build_products
from layout.pipeline.checking import check_folder
from layout.pipeline.composing import compose_folder
from layout.pipeline.product import make_product
from layout.pipeline.translation.approving import Consent, approve
from layout.pipeline.wishes import ProductWishes

Writer = Callable[..., Path]
BAD = "- paragraph: {pl: Trasa ma 12 km., cs: Trasa má 13 km.}\n"
LEAVING = [name for name, edition in EDITIONS.items() if edition.bleed or edition.tagged]


@pytest.mark.parametrize("name", EDITIONS)
def test_only_editions_that_leave_the_house_are_held_back(write_folder: Writer, name: str) -> None:
    composed = compose_folder(write_folder(sections__a_yaml=BAD))
    told = []
    if name in LEAVING:
        with pytest.raises(Rejected) as refused:
            make_product(composed, EDITIONS[name])
        told = list(refused.value.diagnostics)
    else:
        make_product(composed, EDITIONS[name], ProductWishes(report=told.append))
    found = [one for one in told if one.code == "translation-numbers"]
    assert [one.severity for one in found] == [Severity.ERROR if name in LEAVING else Severity.WARNING]


def test_one_build_tells_each_finding_once_as_the_gravest(write_folder: Writer, tmp_path: Path) -> None:
    wishes = ProductWishes(folder=tmp_path / "out")
    built = build_products(write_folder(sections__a_yaml=BAD), [EDITIONS["screen"], EDITIONS["mail"]], wishes)
    found = [one.severity for one in built.diagnostics if one.code == "translation-numbers"]
    assert found == [Severity.ERROR]
    assert [path.name for path in built.paths] == ["dwa-brzegi-screen.pdf"]


def test_check_tells_what_mail_and_print_are_told(write_folder: Writer) -> None:
    with pytest.raises(Rejected) as refused:
        check_folder(write_folder(sections__a_yaml=BAD))
    assert "translation-numbers" in {one.code for one in refused.value.diagnostics}


def test_rules_are_switched_off_and_excused_in_content(write_folder: Writer) -> None:
    folder = write_folder(sections__a_yaml=BAD)
    text = (folder / "brochure.yaml").read_text("utf-8")
    (folder / "brochure.yaml").write_text(text + "translation: {off: [numbers]}\n", "utf-8")
    assert compose_folder(folder).translation == ()
    (folder / "brochure.yaml").write_text(text, "utf-8")
    excused = BAD.replace("13 km.}", "13 km., excuse: [numbers]}")
    (folder / "sections" / "a.yaml").write_text(excused, "utf-8")
    assert compose_folder(folder).translation == ()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("- paragraph: {pl: A, cs: B, excuse: [number]}\n", "unknown-translation-rule"),
        ("- paragraph: {pl: A, cs: B, excuse: numbers}\n", "expected-list"),
        ("- paragraph: {pl: A, cs: B, same: tak}\n", "expected-flag"),
        ("- paragraph: {pl: A, cs: B, sane: true}\n", "misspelt-key"),
        ("- paragraph: {pl: A, cs: B, excuse: []}\n", "list-too-short"),
    ],
)
def test_a_slip_in_an_excuse_is_told(write_folder: Writer, line: str, code: str) -> None:
    with pytest.raises(Rejected) as refused:
        compose_folder(write_folder(sections__a_yaml=line))
    assert [one.code for one in refused.value.diagnostics] == [code]


def test_print_and_mail_wait_for_both_offices(write_folder: Writer) -> None:
    folder = write_folder()
    path = folder / "brochure.yaml"
    path.write_text(path.read_text("utf-8") + "approval: required\n", "utf-8")
    composed = compose_folder(folder)
    for languages in ((), ("pl",)):
        for language in languages:
            approve(folder, Consent(language=language, by="Anna", on=date(2026, 1, 1)))
        with pytest.raises(Rejected) as refused:
            make_product(composed, EDITIONS["mail"])
        assert {one.code for one in refused.value.diagnostics} == {"approval-missing"}
    make_product(composed, EDITIONS["screen"])
    approve(folder, Consent(language="cs", by="Jana", on=date(2026, 1, 1)))
    make_product(composed, EDITIONS["mail"])
