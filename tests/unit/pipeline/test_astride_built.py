"""Finished files of what both languages share, what floats, and what stands over a spread."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from pypdf import PdfReader

from layout.model.layout import DrawingItem
from layout.model.products.edition import EDITIONS
from layout.model.products.handout import Form, Handout
from layout.pipeline.composing import Composed, compose_folder
from layout.pipeline.product import make_product
from tests.golden.test_astride import SECTION
from tests.golden.test_blocks import PICTURE
from tests.tags import Tag, plain, read_tags

COVERED = "covers: {front: generated, back: generated}\n"


@pytest.fixture
def folder(write_folder: Callable[..., Path]) -> Path:
    made = write_folder(sections__a_yaml=SECTION, images__a_svg=PICTURE)
    (made / "images" / "a_svg").rename(made / "images" / "a.svg")
    brochure = made / "brochure.yaml"
    brochure.write_text(brochure.read_text("utf-8") + COVERED, "utf-8")
    return made


def mail(folder: Path) -> bytes:
    return make_product(compose_folder(folder), EDITIONS["mail"])


def elements(pdf: bytes, kind: str) -> list[Tag]:
    return [tag for tag in read_tags(pdf).walk() if tag.kind == kind]


def test_a_shared_figure_is_read_with_its_label_in_each_language(folder: Path) -> None:
    said = [
        (tag.language, [plain(kid.text) for kid in tag.kids if isinstance(kid, Tag)])
        for tag in elements(mail(folder), "P")
    ]
    assert ("pl", ["130 km", "w linii prostej"]) in said
    assert ("cs", ["130 km", "vzdušnou čarou"]) in said
    assert ("pl", ["2016", "podpis"]) in said and ("cs", ["2016", "podpis"]) in said


@pytest.mark.parametrize("edition", ["screen", "mail"])
def test_text_taken_from_the_page_has_a_shared_figure_once(folder: Path, edition: str) -> None:
    pdf = make_product(compose_folder(folder), EDITIONS[edition])
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document).replace("\u00a0", " ")
    document.close()
    for shared, times in (("130 km", 1), ("2016", 1), ("2,5 mln", 1), ("wiosna 2017", 1), ("jaro 2017", 1)):
        assert text.count(shared) == times, shared


def test_a_picture_over_a_spread_is_one_figure_of_two_pages_in_each_language(folder: Path) -> None:
    wide = [
        tag
        for tag in elements(mail(folder), "Figure")
        if tag.alternative in ("duży kwadrat", "velký čtverec")
    ]
    assert [(tag.language, len(tag.pages)) for tag in wide] == [("pl", 2), ("cs", 2)]
    left, right = sorted(wide[0].pages)
    assert right == left + 1 and (left + 1) % 2 == 0, "its left half on an even page"


def test_what_floats_is_read_where_it_stands_in_the_text(folder: Path) -> None:
    order = [
        tag.alternative or tag.text[:12]
        for tag in read_tags(mail(folder)).walk()
        if tag.kind in ("P", "Figure")
    ]
    picture = order.index("kwadrat")
    assert order[picture - 1].startswith("Řeka teče") and order[picture + 2].startswith("Rzeka płynie")


def spreads(composed: Composed) -> list[int]:
    """Pages with a drawing wider than they are."""
    width = composed.body.width
    return [
        page.number
        for page in composed.body.pages
        if any(isinstance(item, DrawingItem) and item.box.width > 1.5 * width for item in page.items)
    ]


def test_every_product_but_handouts_set_anew_has_the_spreads(folder: Path) -> None:
    found = spreads(compose_folder(folder))
    assert len(found) == 4 and found[0] % 2 == 0 == found[2] % 2
    assert found[1] == found[0] + 1 and found[3] == found[2] + 1
    assert spreads(compose_folder(folder, handout=Handout(ink_save=True))) == found
    for handout in (
        Handout(form=Form.A4),
        Handout(language="pl"),
        Handout(language="cs", columns=2),
        Handout(form=Form.A4, language="cs"),
        Handout(form=Form.TWO_UP, ink_save=True),
    ):
        composed = compose_folder(folder, handout=handout)
        assert spreads(composed) == []
        assert not [one for one in composed.diagnostics if one.code == "timeline-crowded"]


def test_for_print_each_half_bleeds_on_all_its_sides(folder: Path) -> None:
    composed = compose_folder(folder)
    pdf = make_product(composed, EDITIONS["print"])
    left, right = spreads(composed)[:2]
    page = PdfReader(io.BytesIO(pdf)).pages[left - 1]
    assert page.bleedbox.width > page.trimbox.width
    bleed = composed.body.bleed
    for number in (left, right):
        (half,) = (
            item
            for item in composed.body.pages[number - composed.body.pages[0].number].items
            if isinstance(item, DrawingItem) and item.box.width > 1.5 * composed.body.width
        )
        assert half.clip is not None
        assert half.clip.x == pytest.approx(-bleed)
        assert half.clip.x + half.clip.width == pytest.approx(composed.body.width + bleed)
