"""A schematic map: true to scale, names that hide nothing, every name read in its language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, pairwise
from math import asin, cos, hypot, radians, sin, sqrt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.compose.drawings.chart import (
    EARTH,
    Place,
    Projection,
    draw_net,
    project,
    round_length,
    trace,
    wind,
)
from layout.compose.drawings.labels import grown, holds, overlap, place_labels
from layout.model.colour import BLACK
from layout.model.diagnostic import Rejected
from layout.model.drawing import CurveTo, MoveTo
from layout.model.drawing import Path as DrawnPath
from layout.model.layout import ARTIFACT, Box, DrawingItem, Layout, StructNode, TextItem
from layout.model.products.handout import Form, Handout
from layout.model.theme import Theme
from layout.pipeline.composing import compose_folder

TOWNS: dict[str, Place] = {
    "Opole": (50.671, 17.926),
    "Ołomuniec": (49.5939, 17.2510),
    "Racibórz": (50.0919, 18.2194),
    "Ostrawa": (49.8209, 18.2625),
    "Brno": (49.1951, 16.6068),
}
MAP = """\
- map:
    places:
      - {pl: Opole, cs: Opolí, at: [50.671, 17.926]}
      - {pl: Ołomuniec, cs: Olomouc, at: [49.5939, 17.2510]}
      - {pl: Brno, cs: Brno, at: [49.1951, 16.6068]}
    line: true
    caption: {pl: Droga, cs: Cesta}
"""
SHEET = Box(0.0, 0.0, 340.0, 240.0)


@pytest.fixture
def compose(write_folder: Callable[..., Path]) -> Callable[[str], Layout]:
    return lambda section: compose_folder(write_folder(sections__a_yaml=section)).body


def distance(one: Place, other: Place) -> float:
    """Kilometres on the globe (haversine)."""
    (north, east), (far_north, far_east) = ([radians(d) for d in place] for place in (one, other))
    half = sin((far_north - north) / 2) ** 2
    half += cos(north) * cos(far_north) * sin((far_east - east) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


def test_distances_are_true_to_one_per_cent() -> None:
    projection, _ = project(list(TOWNS.values()), 346.0, 240.0, (30.0, 30.0))
    for one, other in combinations(TOWNS.values(), 2):
        (x, y), (far_x, far_y) = projection.locate(one), projection.locate(other)
        drawn = hypot(far_x - x, far_y - y) / projection.scale
        assert drawn == pytest.approx(distance(one, other), rel=0.01)


def test_opole_and_olomouc_lie_some_130_kilometres_apart() -> None:
    assert distance(TOWNS["Opole"], TOWNS["Ołomuniec"]) == pytest.approx(130, abs=2)


@given(
    st.lists(st.tuples(st.floats(48, 52), st.floats(14, 20)), min_size=2, max_size=9),
    st.floats(200, 500),
    st.floats(120, 300),
)
def test_every_place_is_on_the_sheet_and_north_is_up(
    places: list[Place], width: float, tallest: float
) -> None:
    projection, height = project(places, width, tallest, (30.0, 30.0))
    assert height <= tallest + 1e-6
    for place in places:
        x, y = projection.locate(place)
        assert 30 - 1e-6 <= x <= width - 30 + 1e-6
        assert 30 - 1e-6 <= y <= height - 30 + 1e-6
        assert projection.degrees((x, y)) == pytest.approx(place)
    north = max(places)
    assert all(projection.locate(north)[1] <= projection.locate(place)[1] + 1e-9 for place in places)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(30, 310), st.floats(30, 210), st.floats(20, 90), st.sampled_from([9.6, 19.2])),
        min_size=1,
        max_size=12,
    )
)
def test_labels_hide_nothing(towns: list[tuple[float, float, float, float]]) -> None:
    points = [(x, y) for x, y, _, _ in towns]
    bar = Box(9.0, 215.0, 100.0, 9.6)
    boxes = place_labels(points, [(w, h) for _, _, w, h in towns], 6.7, SHEET, [bar], points)
    found = [box for box in boxes if box is not None]
    assert not any(overlap(one, other) for one, other in combinations([*found, bar], 2))
    for box in found:
        assert holds(grown(SHEET, 1e-6), (box.x, box.y))
        assert holds(grown(SHEET, 1e-6), (box.x + box.width, box.y + box.height))
        assert not any(holds(grown(box, -1e-6), point) for point in points)


def test_a_label_keeps_off_the_line_where_it_can() -> None:
    line = [(x / 2, 100.0) for x in range(200, 600)]
    (box,) = place_labels([(100.0, 100.0)], [(40.0, 9.6)], 6.7, SHEET, [], line)
    assert box is not None
    assert not any(holds(box, spot) for spot in line)


def test_the_route_is_smooth_and_meets_every_place() -> None:
    points = [(0.0, 0.0), (50.0, 80.0), (120.0, 90.0), (120.0, 90.0), (10.0, 160.0)]
    curves = wind(points)
    assert [(curve.x, curve.y) for curve in curves] == points[1:]
    for before, after in pairwise(curves[:2]):
        into = (before.x - before.x2, before.y - before.y2)
        out = (after.x1 - before.x, after.y1 - before.y)
        assert into[0] * out[1] - into[1] * out[0] == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize(
    ("most", "length"), [(99.9, 50), (100, 100), (24, 20), (4.9, 2), (0.7, 0.5), (1000, 1000)]
)
def test_a_scale_bar_has_a_round_length(most: float, length: float) -> None:
    assert round_length(most) == pytest.approx(length)


@pytest.mark.parametrize("step", [20.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01])
def test_a_net_is_as_fine_as_its_lines_stay_apart(step: float) -> None:
    """Seen from the equator, where a degree is as long either way: 42 points from line to line, not 40."""
    scale = 42.0 / (step * radians(1.0) * EARTH)
    net = draw_net(Projection((0.0, 0.0), (105.0, 105.0), scale), 210.0, 210.0, BLACK)
    starts = [path.segments[0] for path in net]
    tops = sorted(start.y for start in starts if isinstance(start, MoveTo) and start.x == 0.0)
    sides = sorted(start.x for start in starts if isinstance(start, MoveTo) and start.x != 0.0)
    assert len(tops) >= 3 and len(sides) >= 3
    assert all(two - one == pytest.approx(42.0) for line in (tops, sides) for one, two in pairwise(line))


def words(layout: Layout) -> list[tuple[str, int]]:
    return [(i.line.text, i.leaf) for page in layout.pages for i in page.items if isinstance(i, TextItem)]


def figures(node: StructNode) -> list[StructNode]:
    kids = [kid for kid in node.children if isinstance(kid, StructNode)]
    return [node] if node.tag == "Figure" else [found for kid in kids for found in figures(kid)]


def leaves(node: StructNode) -> list[int]:
    return [leaf for kid in node.children for leaf in ([kid] if isinstance(kid, int) else leaves(kid))]


def test_names_are_real_text_read_in_their_language(compose: Callable[[str], Layout]) -> None:
    layout = compose(MAP + "    alt: {pl: Mapa po polsku, cs: Mapa česky}\n")
    said = {leaf: text for text, leaf in words(layout) if leaf != ARTIFACT}
    polish, czech = figures(layout.structure)
    assert [said[leaf] for leaf in leaves(polish)[1:]] == ["Opole", "Ołomuniec", "Brno", "50 km"]
    assert [said[leaf] for leaf in leaves(czech)[1:]] == ["Opolí", "Olomouc"]
    assert (polish.alternative, czech.alternative) == ("Mapa po polsku", "Mapa česky")


def test_an_ornament_is_not_read(compose: Callable[[str], Layout]) -> None:
    layout = compose(MAP + "    decorative: true\n")
    assert not figures(layout.structure)
    assert ("Opolí", ARTIFACT) in words(layout)
    assert [text for text, leaf in words(layout) if leaf != ARTIFACT] == ["Droga", "Cesta"]


def test_the_map_keeps_the_grid_and_half_a_page(compose: Callable[[str], Layout]) -> None:
    page = Theme().page
    layout = compose(MAP + "    alt: {pl: a, cs: b}\n")
    (sheet,) = (i for i in layout.pages[0].items if isinstance(i, DrawingItem))
    rest = (sheet.box.height + page.grid / 2) % page.grid
    assert min(rest, page.grid - rest) == pytest.approx(0.0, abs=1e-6)
    assert sheet.box.height <= page.lines * page.grid * 0.5 + page.grid
    assert sheet.box.width == pytest.approx(page.text_width)


def crowd(count: int) -> str:
    places = (
        f"      - {{pl: Miejscowość {n}, cs: Obec {n}, at: [50.0, 17.00000{n}]}}\n" for n in range(count)
    )
    return "- map:\n    places:\n" + "".join(places) + "    alt: {pl: a, cs: b}\n"


def test_a_name_without_room_is_refused_at_its_place(compose: Callable[[str], Layout]) -> None:
    def refused(section: str) -> Sequence[str]:
        with pytest.raises(Rejected) as caught:
            compose(section)
        return [d.code for d in caught.value.diagnostics]

    assert set(refused(crowd(9) + "")) == {"map-crowded"}
    assert compose(crowd(2)).pages


@pytest.mark.parametrize("places", [((50.3133, 17.3836), (50.2294, 17.2046)), ((17.0, 50.0), (17.5, 49.0))])
@pytest.mark.parametrize("handout", [None, Handout(Form.A4), Handout(Form.A4, language="cs")])
def test_no_name_stands_on_the_route(
    write_folder: Callable[..., Path], places: tuple[Place, Place], handout: Handout | None
) -> None:
    entries = "".join(
        f"      - {{pl: Głuchołazy{n}, cs: Hlucholazy{n}, at: [{at[0]}, {at[1]}]}}\n"
        for n, at in enumerate(places)
    )
    folder = write_folder(
        sections__a_yaml=f"- map:\n    line: true\n    decorative: true\n    places:\n{entries}"
    )
    (page,) = compose_folder(folder, handout=handout).body.pages
    (drawn,) = (i for i in page.items if isinstance(i, DrawingItem) and i.drawing.width > 200)
    curves = [
        (path.segments[0], path.segments[1:])
        for path in drawn.drawing.paths
        if isinstance(path, DrawnPath) and len(path.segments) == 2
    ]
    (start, route) = next((a, c) for a, c in curves if all(isinstance(one, CurveTo) for one in c))
    assert isinstance(start, MoveTo)
    spots = trace([(start.x, start.y)], [one for one in route if isinstance(one, CurveTo)])
    names = [i for i in page.items if isinstance(i, TextItem) and "ucho" in i.line.text]
    assert len(names) == (2 if handout is not None and handout.language else 4)
    for name in names:
        size = name.line.runs[0].ink.size
        x, y = name.x + name.line.x - drawn.box.x, name.y - drawn.box.y
        assert not any(holds(Box(x, y - 0.7 * size, name.line.width, 0.7 * size), spot) for spot in spots)


TEN = {
    "Opole": (50.671, 17.926),
    "Paczków": (50.464, 17.006),
    "Głuchołazy": (50.316, 17.374),
    "Prudnik": (50.322, 17.579),
    "Głubczyce": (50.202, 17.829),
    "Krnov": (50.0896, 17.7038),
    "Opava": (49.9387, 17.9026),
    "Jeseník": (50.2294, 17.2046),
    "Hory": (50.2638, 17.396),
    "Praděd": (50.083, 17.2308),
}


@pytest.mark.parametrize("size", ["A4", "A5", "A6", "DL", "square", "[210mm, 148mm]"])
@pytest.mark.parametrize("count", [6, 10])
def test_names_find_room_on_every_page_in_one_size(
    write_folder: Callable[..., Path], size: str, count: int
) -> None:
    places = "".join(
        f"      - {{pl: {name}, cs: {name}y, at: [{north}, {east}]}}\n"
        for name, (north, east) in list(TEN.items())[:count]
    )
    folder = write_folder(sections__a_yaml=f"- map:\n    decorative: true\n    places:\n{places}")
    settings = folder / "brochure.yaml"
    text = settings.read_text("utf-8").replace("theme: two-banks", f"theme: {{page: {{size: {size}}}}}")
    settings.write_text(text, "utf-8")
    composed = compose_folder(folder)
    (page,) = composed.body.pages
    names = [
        item
        for item in page.items
        if isinstance(item, TextItem) and item.line.text[:3] in {n[:3] for n in TEN}
    ]
    assert len(names) == 2 * count
    (drawn,) = {item.line.runs[0].ink.size for item in names}
    assert 6.0 <= drawn <= composed.theme.styles["map-label"].size
    boxes = [Box(i.x + i.line.x, i.y - 0.7 * drawn, i.line.width, 0.7 * drawn) for i in names]
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
