"""A mail edition is judged before it is given out, with any cover."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.products.edition import EDITIONS
from layout.pipeline.checks import designed
from layout.pipeline.composing import compose_folder
from layout.pipeline.product import make_product
from layout.pipeline.wishes import ProductWishes
from layout.preflight.report.products import judge_mail
from tests.conftest import FOLDER
from tests.faults.mail_seeds import MAIL_SEEDS
from tests.unit.output.cover_files import BLED, cover_pdf

COVERED = FOLDER["brochure.yaml"] + "covers: {front: {file: front.pdf, alt: {pl: Rzeka, cs: Řeka}}}\n"


def write_covered(write_folder: Callable[..., Path]) -> Path:
    folder = write_folder(brochure_yaml=COVERED)
    (folder / "front.pdf").write_bytes(cover_pdf(BLED, "0 0.4 0.8 rg 0 0 500 700 re f"))
    return folder


def test_a_sound_cover_passes(write_folder: Callable[..., Path]) -> None:
    told: list[Diagnostic] = []
    composed = compose_folder(write_covered(write_folder))
    assert make_product(composed, EDITIONS["mail"], ProductWishes(report=told.append))
    assert told == []


def test_what_the_judge_refuses_is_not_given_out(
    write_folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    composed = compose_folder(write_covered(write_folder))
    bad = MAIL_SEEDS["access-alternative"]()
    monkeypatch.setattr(designed, "judge_mail", lambda pdf, name, recall: judge_mail(bad, name))
    with pytest.raises(Rejected) as rejected:
        make_product(composed, EDITIONS["mail"])
    assert [mistake.code for mistake in rejected.value.diagnostics] == ["access-alternative"]


@pytest.mark.parametrize("limit", [None, 10_000_000])
def test_warnings_about_a_cover_are_told_with_a_limit_too(
    write_folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, limit: int | None
) -> None:
    composed = compose_folder(write_covered(write_folder))
    pale = MAIL_SEEDS["access-contrast"]()
    monkeypatch.setattr(designed, "judge_mail", lambda pdf, name, recall: judge_mail(pale, name))
    told: list[Diagnostic] = []
    assert make_product(composed, EDITIONS["mail"], ProductWishes(report=told.append, limit=limit))
    assert [one.code for one in told] == ["access-contrast"]


def test_an_edition_of_our_own_pages_is_judged_too(write_folder: Callable[..., Path]) -> None:
    """An untranslated paragraph is refused as it is made, not by a preflight that nobody runs."""
    polish = "Zapraszamy na spotkanie, które jest dla wszystkich mieszkańców oraz gości naszej gminy."
    section = f"- paragraph: {{pl: '{polish}', cs: '{polish}'}}\n"
    for covers in ("", "covers: {front: generated}\n"):
        folder = write_folder(brochure_yaml=FOLDER["brochure.yaml"] + covers, sections__a_yaml=section)
        with pytest.raises(Rejected) as rejected:
            make_product(compose_folder(folder), EDITIONS["mail"])
        assert [mistake.code for mistake in rejected.value.diagnostics] == ["translation-same"]
