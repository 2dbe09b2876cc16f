"""A mail edition with a designer's cover is judged before it is given out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.products.edition import EDITIONS
from layout.pipeline.checks import designed
from layout.pipeline.composing import compose_folder
from layout.pipeline.product import ProductWishes, make_product
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
    monkeypatch.setattr(designed, "judge_mail", lambda pdf, name: judge_mail(bad, name))
    with pytest.raises(Rejected) as rejected:
        make_product(composed, EDITIONS["mail"])
    assert [mistake.code for mistake in rejected.value.diagnostics] == ["access-alternative"]
