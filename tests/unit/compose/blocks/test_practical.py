"""Practical notes: codes as large as telephones need and alike, numbers large, all of it read in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.images.marks.qr import FINEST, QUIET, count_modules
from layout.model.diagnostic import Rejected, Span
from layout.model.drawing import LineTo, MoveTo
from layout.model.layout import ARTIFACT, DrawingItem, Layout, StructNode, TextItem
from layout.model.theme import Theme
from layout.model.units import mm
from layout.pipeline.composing import compose_folder

PAGE = Theme().page
MIDDLE = PAGE.inner + PAGE.column_widths[0] + PAGE.gutter / 2
TOWN_HALL = "    - {name: {pl: Ratusz, cs: Radnice}, lines: [Horní náměstí], map: 'geo:49.5939,17.2510'}\n"


@pytest.fixture
def compose(write_folder: Callable[..., Path]) -> Callable[[str], Layout]:
    return lambda stops: compose_folder(write_folder(sections__a_yaml="- practical:\n" + stops)).body


def codes(layout: Layout) -> list[DrawingItem]:
    return [
        item
        for page in layout.pages
        for item in page.items
        if isinstance(item, DrawingItem) and item.leaf != ARTIFACT
    ]


def dark(item: DrawingItem) -> tuple[float, float, float, float]:
    """Left, top, right and foot of what is printed of a code."""
    corners = [s for path in item.drawing.paths for s in path.segments if isinstance(s, MoveTo | LineTo)]
    xs, ys = [item.box.x + corner.x for corner in corners], [item.box.y + corner.y for corner in corners]
    return (min(xs), min(ys), max(xs), max(ys))


def lines(layout: Layout) -> list[tuple[str, float]]:
    """Words and their size, in the order they are placed."""
    return [
        (item.line.text, item.line.runs[0].ink.size)
        for page in layout.pages
        for item in page.items
        if isinstance(item, TextItem) and item.leaf != ARTIFACT
    ]


@pytest.mark.parametrize(
    "address", ["geo:49.5939,17.2510", "https://example.org/" + "a" * 80, "https://example.org/" + "b" * 400]
)
def test_codes_are_alike_over_the_gutter_and_big_enough(
    compose: Callable[[str], Layout], address: str
) -> None:
    other = f"    - {{name: {{pl: Biuro, cs: Kancelář}}, map: '{address}'}}\n"
    found = codes(compose(TOWN_HALL + other))
    assert len(found) == 2
    sides = [dark(item) for item in found]
    assert sides[1][2] - sides[1][0] == pytest.approx(sides[0][2] - sides[0][0])
    modules = count_modules(address, Span(""))
    for left, _, right, _ in sides:
        assert (left + right) / 2 == pytest.approx(MIDDLE)
        assert right - left >= max(mm(15), FINEST * modules) - 1e-6
    module = (sides[1][2] - sides[1][0]) / modules
    assert sides[1][0] - found[1].box.x == pytest.approx(QUIET * module)


def test_no_words_stand_in_a_quiet_zone(compose: Callable[[str], Layout]) -> None:
    long = "Instytucja o naprawdę długiej nazwie, której w jednym wierszu nie zmieści żadna szpalta"
    stop = f"    - {{name: '{long}', lines: ['{long}'], map: 'geo:49.5939,17.2510', number: 112}}\n"
    layout = compose(stop)
    (code,) = codes(layout)
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, TextItem) and item.leaf != ARTIFACT:
                start = item.x + item.line.x
                assert start + item.line.width < code.box.x or start > code.box.x + code.box.width


def test_a_code_is_called_by_its_place_in_each_language(compose: Callable[[str], Layout]) -> None:
    def figures(node: StructNode) -> list[tuple[str | None, str | None]]:
        own = [(node.language, node.alternative)] if node.tag == "Figure" else []
        return own + [found for kid in node.children if isinstance(kid, StructNode) for found in figures(kid)]

    assert figures(compose(TOWN_HALL).structure) == [
        ("pl", "Kod QR z mapą: Ratusz"),
        ("cs", "QR kód s mapou: Radnice"),
    ]


def test_a_number_is_large_and_a_long_one_fits_its_column(compose: Callable[[str], Layout]) -> None:
    short = "    - {name: {pl: Alarm, cs: Tíseň}, number: 112}\n"
    long = "    - {name: {pl: Gospodarz, cs: Hostitel}, number: +420 800 123 987 555}\n"
    found = lines(compose(short + long))
    styles = Theme().styles
    assert found[0] == ("112", styles["stop-number"].size)
    text, size = next((text, size) for text, size in found if text.startswith("+"))
    assert text == "+420 800 123 987 555"
    assert styles["contact-line"].size <= size < styles["stop-number"].size


def test_a_stop_in_both_languages_is_level(compose: Callable[[str], Layout]) -> None:
    (page,) = compose(TOWN_HALL).pages
    names = [i for i in page.items if isinstance(i, TextItem) and i.line.text in ("Ratusz", "Radnice")]
    assert len(names) == 2
    assert names[0].y == names[1].y


def test_a_code_for_too_much_is_refused_at_its_stop(compose: Callable[[str], Layout]) -> None:
    stops = TOWN_HALL + f"    - {{name: {{pl: a, cs: b}}, map: 'https://example.org/{'ř' * 900}'}}\n"
    with pytest.raises(Rejected) as caught:
        compose(stops)
    assert [(d.code, d.where.line) for d in caught.value.diagnostics] == [("qr-too-long", 3)]


def words_of(layout: Layout, left: bool) -> list[TextItem]:
    """The lines of one column of the first page, from the top."""
    middle = PAGE.inner + PAGE.column_widths[0]
    return [
        item
        for item in layout.pages[0].items
        if isinstance(item, TextItem) and item.leaf != ARTIFACT and (item.x < middle) is left
    ]


def test_both_columns_give_way_to_the_code_alike(compose: Callable[[str], Layout]) -> None:
    long = "słowo " * 40
    layout = compose(f"    - {{name: a, lines: ['{long}'], map: 'geo:49.5939,17.2510'}}\n")
    left, right = words_of(layout, left=True), words_of(layout, left=False)
    assert [item.line.text for item in left] == [item.line.text for item in right]
    (code,) = codes(layout)
    assert code.box.x - 40 < max(item.x + item.line.x + item.line.width for item in left) < code.box.x
    assert min(item.x for item in right) > code.box.x + code.box.width


def test_a_stop_without_a_code_has_its_whole_column(compose: Callable[[str], Layout]) -> None:
    layout = compose("    - {name: {pl: Hotel, cs: Hotel}, lines: [ul]}\n" + TOWN_HALL)
    right = PAGE.inner + PAGE.column_widths[0] + PAGE.gutter
    first = [item.x for item in words_of(layout, left=False) if item.line.text in ("Hotel", "ul")]
    assert first == pytest.approx([right, right])


@pytest.mark.parametrize("number", ["112", "+420 800 123", "+420 800 123 987 55", "800 123 987 555 333 222"])
def test_a_number_beside_a_code_looks_alike_in_both_columns(
    compose: Callable[[str], Layout], number: str
) -> None:
    layout = compose(f"    - {{name: biuro, number: {number}, map: 'geo:49.5939,17.2510', lines: [ul]}}\n")
    left, right = (
        [(item.y, item.line.text, item.line.runs[0].ink.size) for item in words_of(layout, side)]
        for side in (True, False)
    )
    assert left == right
