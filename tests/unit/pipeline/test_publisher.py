"""A brochure that names no publisher: neither do its cover, what is read aloud of it, nor its properties."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from layout.model.diagnostic import Severity
from layout.model.products.edition import EDITIONS
from layout.model.products.printer import PrinterProfile, Standard
from layout.output.access.wording import describe_cover
from layout.pipeline.composing import Composed, compose_folder
from layout.pipeline.product import make_product
from layout.preflight.report.products import judge_mail, judge_print

Writer = Callable[..., Path]
NAMED = "publisher: {pl: Aglomeracja, cs: Aglomerace}\n"


@pytest.fixture
def composed(write_folder: Writer) -> Composed:
    settings = (write_folder() / "brochure.yaml").read_text(encoding="utf-8")
    assert NAMED in settings
    bare = settings.replace(NAMED, "") + "covers: {front: generated, back: generated}\n"
    return compose_folder(write_folder(brochure_yaml=bare))


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_product_names_an_author(composed: Composed, edition: str) -> None:
    pdf = pypdf.PdfReader(io.BytesIO(make_product(composed, EDITIONS[edition])))
    assert pdf.metadata is not None
    assert not pdf.metadata.author
    assert pdf.metadata.title == "Dwa brzegi / Dva břehy"
    packet = pdf.xmp_metadata
    assert packet is None or not packet.dc_creator
    assert "Aglomer" not in pdf.pages[0].extract_text()


def test_judges_have_nothing_against_it(composed: Composed) -> None:
    found = judge_mail(make_product(composed, EDITIONS["mail"]), "a.pdf")
    for edition, standard in (("print", Standard.X4), ("print-x1a", Standard.X1A)):
        printer = PrinterProfile(standard=standard, page_multiple=1)
        found += judge_print(make_product(composed, EDITIONS[edition]), "a.pdf", printer)
    assert [problem for problem in found if problem.severity is not Severity.NOTE] == []


def test_the_cover_is_read_aloud_by_its_title(composed: Composed) -> None:
    front = composed.brochure.covers.front
    assert front is not None
    assert describe_cover(composed.brochure, front) == (("pl", "Dwa brzegi"), ("cs", "Dva břehy"))
