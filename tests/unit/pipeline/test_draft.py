"""A draft is drawn in spite of its mistakes, which are red on its pages; it goes to no press and no mail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.model.colour import ALARM
from layout.model.diagnostic import Rejected, Severity
from layout.model.layout import TextItem
from layout.model.products.edition import EDITIONS
from layout.pipeline.composing import Composed, compose_folder
from layout.pipeline.product import make_product

WIDE = "m" * 60
SOUND = "- paragraph: {pl: Dobry akapit., cs: Dobrý odstavec.}\n"
FAULTS = {
    "overfull-line": f"- paragraph: {{pl: {WIDE}, cs: krátce}}\n",
    "missing-file": "- figure: {file: images/nothing-such.png, decorative: true}\n",
    "table-too-wide": f"- table: {{head: [a, b], rows: [[{WIDE}, {WIDE}]]}}\n",
}


@pytest.fixture
def compose(write_folder: Callable[..., Path]) -> Callable[[str, bool], Composed]:
    def make(section: str, draft: bool) -> Composed:
        folder = write_folder(sections__a_yaml=section + SOUND)
        settings = folder / "brochure.yaml"
        settings.write_text(settings.read_text("utf-8") + f"draft: {str(draft).lower()}\n", "utf-8")
        return compose_folder(folder)

    return make


def reds(composed: Composed) -> list[str]:
    items = (item for page in composed.body.pages for item in page.items if isinstance(item, TextItem))
    return [item.line.text for item in items if any(run.ink.colour == ALARM for run in item.line.runs)]


@pytest.mark.parametrize("code", FAULTS)
def test_a_mistake_is_a_warning_and_red_on_the_page(
    compose: Callable[[str, bool], Composed], code: str
) -> None:
    composed = compose(FAULTS[code], True)
    assert code in [found.code for found in composed.diagnostics if found.severity is Severity.WARNING]
    assert len(reds(composed)) == 1
    said = [item.line.text for item in composed.body.pages[0].items if isinstance(item, TextItem)]
    assert "Dobry akapit." in said


@pytest.mark.parametrize("code", FAULTS)
def test_without_it_the_build_stops(compose: Callable[[str, bool], Composed], code: str) -> None:
    with pytest.raises(Rejected) as refused:
        compose(FAULTS[code], False)
    assert code in [found.code for found in refused.value.diagnostics if found.severity is Severity.ERROR]


def test_a_sound_draft_has_no_red(compose: Callable[[str, bool], Composed]) -> None:
    composed = compose(SOUND, True)
    assert reds(composed) == [] and composed.diagnostics == ()


@pytest.mark.parametrize("edition", ["print", "print-x1a", "mail"])
def test_a_draft_goes_to_no_press_and_no_mail(compose: Callable[[str, bool], Composed], edition: str) -> None:
    with pytest.raises(Rejected) as refused:
        make_product(compose(SOUND, True), EDITIONS[edition])
    assert [found.code for found in refused.value.diagnostics] == ["draft-not-final"]


def test_a_draft_is_seen_on_screen(compose: Callable[[str, bool], Composed]) -> None:
    pdf = make_product(compose("".join(FAULTS.values()), True), EDITIONS["screen"])
    assert pdf.startswith(b"%PDF-")
