"""Figures and codes on their pages: captions level or opposite, pictures as wide as they were said to be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from layout.compose.blocks.pictures import CODE_GAP, compose_figure
from layout.compose.desk import Desk
from layout.compose.rows import Fixed, Floats
from layout.images.marks.qr import quiet_zone
from layout.images.pixels import RasterInfo
from layout.model.blocks.pictures import Figure, Fit, Placement
from layout.model.content.pairs import Pair
from layout.model.drawing import Drawing
from layout.model.layout import ARTIFACT, DrawingItem, ImageItem, TextItem
from layout.model.records import replace
from layout.model.theme import PictureStyle, Theme
from layout.pipeline.composing import compose_folder
from tests.unit.compose.pages import items_of, texts
from tests.unit.compose.programmes import HERE, both

PAGE = Theme().page


def test_a_code_stands_between_both_languages(write_folder: Callable[..., Path]) -> None:
    code = "- qr: {data: x, caption: {pl: Kod, cs: Kód}, alt: {pl: kod, cs: kód}}\n"
    (page,) = compose_folder(write_folder(sections__a_yaml=code)).body.pages
    left, right = (item for item in page.items if isinstance(item, TextItem) and item.leaf != ARTIFACT)
    (drawn,) = (item for item in page.items if isinstance(item, DrawingItem) and item.leaf != ARTIFACT)
    assert left.y == right.y
    middle = PAGE.inner + PAGE.column_widths[0] + PAGE.gutter / 2
    assert drawn.box.x + drawn.box.width / 2 == pytest.approx(middle)
    assert left.x == pytest.approx(PAGE.inner)
    assert left.x + left.line.width < drawn.box.x
    assert drawn.box.x + drawn.box.width < right.x
    assert right.x - middle == pytest.approx(drawn.box.width / 2 + CODE_GAP - quiet_zone(drawn.drawing))


@pytest.fixture
def lit(desk: Desk) -> Desk:
    """A desk with a picture twice as wide as tall."""
    return replace(desk, load=lambda file, choice: Drawing(200.0, 100.0, ()))


def figure(placement: Placement, alternative: Pair[str] | None = None, height: float | None = None) -> Figure:
    return Figure(
        where=HERE,
        file="images/a.svg",
        placement=placement,
        height=height,
        caption=both("podpis"),
        credit=None,
        alternative=alternative,
    )


@pytest.mark.parametrize(
    ("placement", "x", "width"),
    [
        (Placement.LEFT, 0.0, PAGE.column_widths[0]),
        (Placement.RIGHT, PAGE.column_widths[0] + PAGE.gutter, PAGE.column_widths[1]),
        (Placement.BOTH, 0.0, PAGE.text_width),
        (Placement.FLOAT, 0.0, PAGE.text_width),
        (Placement.BLEED, -PAGE.bleed, PAGE.width + 2 * PAGE.bleed),
    ],
)
def test_a_picture_is_as_wide_as_its_place(lit: Desk, placement: Placement, x: float, width: float) -> None:
    (row,) = compose_figure(figure(placement), lit).rows
    (picture,) = (item for item in items_of(row) if isinstance(item, DrawingItem))
    box = picture.clip
    assert box is not None and (box.x, box.width) == pytest.approx((x, width))
    assert row.step == pytest.approx(lit.whole(row.step))


@pytest.mark.parametrize(("placement", "column"), [(Placement.LEFT, 1), (Placement.RIGHT, 0)])
def test_captions_stand_opposite_a_picture_in_one_column(
    lit: Desk, placement: Placement, column: int
) -> None:
    (row,) = compose_figure(figure(placement), lit).rows
    captions = texts(items_of(row))
    assert [item.line.text for item in captions] == ["pl podpis", "cs podpis"]
    assert {item.x for item in captions} == {lit.columns[column][0]}
    assert captions[0].y < captions[1].y


def test_captions_stand_level_below_a_picture_over_both_columns(lit: Desk) -> None:
    (row,) = compose_figure(figure(Placement.BOTH), lit).rows
    (picture,) = (item for item in items_of(row) if isinstance(item, DrawingItem))
    left, right = texts(items_of(row))
    assert left.y == right.y > picture.box.y + picture.box.height


def test_a_described_picture_is_read_in_both_languages_and_an_ornament_in_none(lit: Desk) -> None:
    described = compose_figure(figure(Placement.LEFT, Pair("rzeka", "řeka")), lit)
    figures = [node for node in described.nodes if node.tag == "Figure"]
    assert [(node.language, node.alternative) for node in figures] == [("pl", "rzeka"), ("cs", "řeka")]
    ornament = compose_figure(figure(Placement.LEFT), lit)
    assert [node.tag for node in ornament.nodes] == ["Caption"] * 2
    (picture,) = (item for item in items_of(ornament.rows[0]) if isinstance(item, DrawingItem))
    assert picture.leaf == ARTIFACT


def test_a_given_height_crops_the_picture_evenly(lit: Desk) -> None:
    (row,) = compose_figure(figure(Placement.BOTH, height=60.0), lit).rows
    (picture,) = (item for item in items_of(row) if isinstance(item, DrawingItem))
    clip, box = picture.clip, picture.box
    assert clip is not None and clip.height < box.height == pytest.approx(box.width / 2)
    assert clip.y - box.y == pytest.approx(box.y + box.height - clip.y - clip.height)


@pytest.mark.parametrize(
    ("placement", "width"), [(Placement.LEFT, 60.0), (Placement.RIGHT, 60.0), (Placement.BOTH, 250.0)]
)
def test_a_picture_may_be_narrower_than_its_place(lit: Desk, placement: Placement, width: float) -> None:
    (row,) = compose_figure(replace(figure(placement), width=width), lit).rows
    (drawn,) = (item for item in items_of(row) if isinstance(item, DrawingItem))
    assert drawn.clip is not None and drawn.clip.width == width
    assert drawn.clip.height == pytest.approx(width / 2, abs=PAGE.grid)


def test_a_picture_is_never_wider_than_its_place(lit: Desk) -> None:
    (row,) = compose_figure(replace(figure(Placement.LEFT), width=9000.0), lit).rows
    (drawn,) = (item for item in items_of(row) if isinstance(item, DrawingItem))
    assert drawn.clip is not None and drawn.clip.width == pytest.approx(PAGE.column_widths[0])


@pytest.mark.parametrize(
    ("focus", "shown"),
    [((0.5, 0.5), 0.5), ((0.5, 0.0), 0.0), ((0.5, 1.0), 1.0), ((0.5, 0.6), 0.6), ((0.0, 0.5), 0.5)],
)
def test_cropping_keeps_the_focus_as_near_the_middle_as_may_be(
    lit: Desk, focus: tuple[float, float], shown: float
) -> None:
    (row,) = compose_figure(replace(figure(Placement.BOTH, height=60.0), focus=focus), lit).rows
    (drawn,) = (item for item in items_of(row) if isinstance(item, DrawingItem))
    seen, whole = drawn.clip, drawn.box
    assert seen is not None
    assert whole.y <= seen.y + 0.01 and whole.y + whole.height >= seen.y + seen.height - 0.01
    middle = (seen.y + seen.height / 2 - whole.y) / whole.height
    reach = seen.height / 2 / whole.height
    assert middle == pytest.approx(min(max(shown, reach), 1 - reach))


def test_a_picture_that_floats_takes_its_captions_with_it(lit: Desk) -> None:
    (row,) = compose_figure(figure(Placement.FLOAT, Pair("rzeka", "řeka")), lit).rows
    assert row.floats == Floats()
    assert [item.line.text for item in texts(items_of(row))] == ["pl podpis", "cs podpis"]


Shown = tuple[DrawingItem, list[TextItem]]


def shown_over_spread(block: Figure, desk: Desk, *, high: bool = False) -> tuple[Shown, Shown]:
    """The picture and the words of each page of a spread, at its foot or at its head."""
    (row,) = compose_figure(block, desk).rows
    assert row.floats is not None
    halves = row.floats.head if high else row.floats.foot
    assert halves is not None
    found: list[Shown] = []
    for half in halves:
        items = [item for piece in half if isinstance(piece, Fixed) for item in piece.items]
        (picture,) = (item for item in items if isinstance(item, DrawingItem))
        found.append((picture, [item for item in items if isinstance(item, TextItem)]))
    return found[0], found[1]


@pytest.mark.parametrize("high", [False, True])
def test_each_page_of_a_spread_shows_its_half_with_bleed(lit: Desk, high: bool) -> None:
    block = replace(figure(Placement.SPREAD, Pair("rzeka", "řeka"), 150.0), credit=both("autor"))
    (left, captions), (right, credits) = shown_over_spread(block, lit, high=high)
    assert left.leaf == right.leaf != ARTIFACT
    assert left.box.x - right.box.x == pytest.approx(PAGE.width)
    assert left.box.x <= -PAGE.bleed + 0.01
    assert left.box.x + left.box.width >= 2 * PAGE.width + PAGE.bleed - 0.01
    for item in (left, right):
        seen = item.clip
        assert seen is not None
        assert (seen.x, seen.width) == pytest.approx((-PAGE.bleed, PAGE.width + 2 * PAGE.bleed))
        assert seen.y == pytest.approx(-PAGE.top - PAGE.bleed if high else 0.25 * PAGE.grid)
    assert [item.line.text for item in captions] == ["pl podpis", "cs podpis"]
    assert [item.line.text for item in credits] == ["pl autor", "cs autor"]
    assert {item.y for item in captions} == {captions[0].y}


def test_over_a_spread_a_picture_takes_half_of_the_pages_unless_it_has_a_height(lit: Desk) -> None:
    text = PAGE.lines * PAGE.grid
    (free,) = compose_figure(replace(figure(Placement.SPREAD), caption=None), lit).rows
    assert free.step == pytest.approx(lit.whole(text / 2))
    (given,) = compose_figure(replace(figure(Placement.SPREAD, height=96.0), caption=None), lit).rows
    assert given.step == 96.0
    (tall,) = compose_figure(replace(figure(Placement.SPREAD, height=9000.0), caption=None), lit).rows
    assert tall.step < text


@pytest.mark.parametrize("x", [0.0, 0.2, 0.45, 0.49, 0.5, 0.51, 0.6, 1.0])
@pytest.mark.parametrize("height", [60.0, 150.0, 300.0])
def test_what_is_in_focus_keeps_clear_of_the_fold(lit: Desk, x: float, height: float) -> None:
    block = replace(figure(Placement.SPREAD, height=height), focus=(x, 0.5))
    (left, _), (right, _) = shown_over_spread(block, lit)
    place = left.box.x + x * left.box.width
    assert abs(place - PAGE.width) >= PAGE.fold - 0.01
    assert left.box.x <= -PAGE.bleed + 0.01
    assert right.box.x + right.box.width >= PAGE.width + PAGE.bleed - 0.01
    assert left.box.width / left.box.height == pytest.approx(2)


def test_without_a_focus_a_picture_is_no_larger_than_it_must_be(lit: Desk) -> None:
    (left, _), _ = shown_over_spread(figure(Placement.SPREAD, height=150.0), lit)
    assert left.box.width == pytest.approx(2 * PAGE.width + 2 * PAGE.bleed)


# --- crops, and pictures shown whole -------------------------------------------------------------


def shown(desk: Desk, **more: Any) -> DrawingItem:
    """The drawing of 200 × 100 as a figure over both columns."""
    figure = Figure(
        where=HERE,
        file="a.svg",
        placement=Placement.BOTH,
        caption=None,
        credit=None,
        alternative=None,
        **{"height": 120.0, **more},
    )
    lit = replace(desk, load=lambda file, choice: Drawing(200.0, 100.0, ()))
    (row,) = compose_figure(figure, lit).rows
    (item,) = (item for item in items_of(row) if isinstance(item, DrawingItem))
    return item


PARTS = [(0.0, 0.0, 1.0, 1.0), (0.1, 0.0, 0.7, 0.8), (0.5, 0.5, 1.0, 1.0), (0.0, 0.25, 0.1, 0.3)]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("fit", Fit)
def test_only_the_part_is_seen(desk: Desk, part: tuple[float, float, float, float], fit: Fit) -> None:
    item = shown(desk, part=part, fit=fit)
    seen, box = item.clip, item.box
    assert seen is not None
    assert box.width / box.height == pytest.approx(2.0)
    left, top = (seen.x - box.x) / box.width, (seen.y - box.y) / box.height
    right, foot = left + seen.width / box.width, top + seen.height / box.height
    assert left >= part[0] - 1e-6 and top >= part[1] - 1e-6
    assert right <= part[2] + 1e-6 and foot <= part[3] + 1e-6
    if fit is Fit.CONTAIN:
        assert (left, top, right, foot) == pytest.approx(part)


def test_what_is_contained_stands_in_the_middle_of_its_place(desk: Desk) -> None:
    whole = shown(desk, height=60.0, fit=Fit.CONTAIN)
    covering = shown(desk, height=60.0).clip
    assert whole.clip is not None and covering is not None
    assert whole.clip == whole.box
    assert whole.box.height == pytest.approx(covering.height)
    assert whole.box.x + whole.box.width / 2 == pytest.approx(covering.x + covering.width / 2)


@pytest.mark.parametrize(
    ("theme_wants", "figure_wants", "toned"),
    [(False, None, False), (True, None, True), (True, False, False), (False, True, True)],
)
def test_a_duotone_is_the_figures_wish_or_else_the_themes(
    desk: Desk, theme_wants: bool, figure_wants: bool | None, toned: bool
) -> None:
    theme = replace(desk.theme, pictures=PictureStyle(duotone=theme_wants, sharpening=0.5))
    info = RasterInfo(
        kind="JPEG", width=200, height=100, mode="RGB", bits=8, ppi=None, has_alpha=False, has_profile=False
    )
    lit = replace(desk, theme=theme, load=lambda file, choice: info)
    figure = Figure(
        where=HERE,
        file="a.jpg",
        placement=Placement.BOTH,
        height=None,
        caption=None,
        credit=None,
        alternative=None,
        duotone=figure_wants,
    )
    (row,) = compose_figure(figure, lit).rows
    (item,) = (item for item in items_of(row) if isinstance(item, ImageItem))
    assert item.look.sharpening == 0.5
    wanted = (theme.colours["brick"], theme.colours["cornflower"])
    assert item.look.duotone is None if not toned else set(item.look.duotone or ()) == set(wanted)


@pytest.mark.parametrize("placement", [Placement.BOTH, Placement.FLOAT, Placement.LEFT, Placement.RIGHT])
@pytest.mark.parametrize("tall", [1.0, 1.7, 3.0, 8.0])
def test_a_picture_too_tall_for_its_page_gets_narrower_and_is_not_cropped(
    desk: Desk, placement: Placement, tall: float
) -> None:
    lit = replace(desk, load=lambda file, choice: Drawing(100.0, 100.0 * tall, ()))
    (row,) = compose_figure(figure(placement), lit).rows
    (picture,) = (item for item in items_of(row) if isinstance(item, DrawingItem))
    assert picture.clip is not None
    assert picture.clip.height / picture.box.height > 0.97, "hardly a line of it is cut off"
    assert picture.clip.height <= 0.8 * PAGE.lines * PAGE.grid
    assert picture.box.height / picture.box.width == pytest.approx(tall)


@pytest.mark.parametrize("placement", [Placement.BLEED, Placement.SPREAD])
def test_one_that_reaches_the_edges_does_not(desk: Desk, placement: Placement) -> None:
    lit = replace(desk, load=lambda file, choice: Drawing(100.0, 800.0, ()))
    (row,) = compose_figure(figure(placement), lit).rows
    found = [item for item in items_of(row) if isinstance(item, DrawingItem) and item.clip is not None]
    assert all(item.clip is not None and item.clip.width >= PAGE.width for item in found)
