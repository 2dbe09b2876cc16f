"""Other ways to look at pages show what the products have: bleed, inks, and the order that is read aloud."""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image, ImageStat

from layout.live.session import Snapshot
from layout.live.view.looks import PageLook, print_drawing
from layout.live.view.pictures import SheetPainter
from layout.live.view.reading_order import list_reading
from layout.live.view.sheets import PageNamer
from layout.model.layout import StructNode
from layout.pdfreading.ghostscript import find_renderer
from layout.pipeline.composing import Composed, compose_folder
from layout.preflight.gathering import plate_pictures
from layout.preflight.gathering.plate_pictures import NotMeasured
from tests.conftest import ROOT

needs_ghostscript = pytest.mark.skipif(
    find_renderer() is None, reason="not measured: there is no Ghostscript"
)


@pytest.fixture(scope="module")
def composed() -> Composed:
    return compose_folder(ROOT / "content")


@pytest.fixture(scope="module")
def state(composed: Composed) -> Snapshot:
    return Snapshot(composed=composed, sheets=PageNamer().list_sheets(composed), busy=False)


def picture(state: Snapshot, number: int, look: PageLook, width: int = 320) -> Image.Image:
    assert state.composed is not None
    png = SheetPainter().paint(state.sheets[number - 1], state.composed, width, look)
    return Image.open(io.BytesIO(png))


def test_bleed_is_round_the_trimmed_page(state: Snapshot) -> None:
    plain, wide = (picture(state, 8, look).convert("RGB") for look in (PageLook.PLAIN, PageLook.BLEED))
    edge = round(3 / 148 * plain.width)
    assert abs(wide.width - plain.width - 2 * edge) <= 2
    inside = wide.crop((edge, edge, edge + plain.width, edge + plain.height)).resize((20, 20))
    one, other = (np.asarray(image, dtype=int) for image in (inside, plain.resize((20, 20))))
    assert one.shape == other.shape == (20, 20, 3)
    assert np.abs(one - other).max() < 40
    assert wide.getpixel((1, wide.height // 8)) != (255, 255, 255)


def test_grey_has_no_colour(state: Snapshot) -> None:
    assert picture(state, 1, PageLook.GREY).mode in ("L", "P")


@needs_ghostscript
def test_each_ink_stands_where_it_is_printed(state: Snapshot) -> None:
    plates = {
        look: picture(state, 4, look)
        for look in (PageLook.CYAN, PageLook.MAGENTA, PageLook.YELLOW, PageLook.BLACK)
    }
    ink = {look: 255 - ImageStat.Stat(plate).mean[0] for look, plate in plates.items()}
    assert ink[PageLook.BLACK] > max(ink[PageLook.CYAN], ink[PageLook.MAGENTA]) > ink[PageLook.YELLOW] > 0


@needs_ghostscript
@pytest.mark.parametrize(("limit", "red"), [(0.5, True), (4.0, False)])
def test_too_much_ink_is_red(state: Snapshot, limit: float, red: bool) -> None:
    assert state.composed is not None
    pdf, usual = print_drawing(state.sheets[0], state.composed)
    assert usual == 3.0
    over = Image.open(io.BytesIO(plate_pictures.draw_plates(pdf, 36, limit)["over"])).convert("RGB")
    assert any(pixel == (214, 0, 60) for pixel in over.get_flattened_data()) is red


def test_without_ghostscript_nothing_is_claimed(state: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plate_pictures, "find_renderer", lambda: None)
    with pytest.raises(NotMeasured):
        picture(state, 4, PageLook.CYAN)


def leaves(node: StructNode) -> Iterator[int]:
    for child in node.children:
        if isinstance(child, int):
            yield child
        else:
            yield from leaves(child)


def test_reading_follows_the_structure_in_both_languages(state: Snapshot, composed: Composed) -> None:
    read = list_reading(state)
    assert {one["language"] for one in read} == {"pl", "cs"}
    assert read[0]["words"] == "Dwa brzegi, jedna rzeka"
    words = [one["words"] for one in read]
    left = next(at for at, one in enumerate(words) if one.startswith("Początek tej"))
    assert words[left + 1].startswith("Začátek této")
    assert all(one["marks"] for one in read if one["words"])
    assert len(read) >= len(set(leaves(composed.body.structure))) * 0.5
