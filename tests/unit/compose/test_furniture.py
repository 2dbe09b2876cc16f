"""Running titles stand in both languages or in neither, cut at a word where they are too long."""

from __future__ import annotations

import pytest

from layout.compose.desk import Desk, line_width
from layout.compose.furniture import SAFE, furnish
from layout.model.layout import TextItem
from layout.model.records import replace
from layout.model.units import NO_BREAK_SPACE, SOFT_SPACE

LONG = "Aglomeracja Opolska i aglomeracja ołomuniecka wspólnie planują rozwój, a potem go opisują"


def said(running: tuple[str, str], desk: Desk, number: int = 3) -> list[TextItem]:
    """The running titles of a page, without its folio."""
    items = [item for item in furnish(number, running, False, desk) if isinstance(item, TextItem)]
    return [item for item in items if item.line.text != str(number)]


def narrowed(desk: Desk, width: float) -> Desk:
    return replace(desk, theme=replace(desk.theme, page=replace(desk.theme.page, width=width)))


@pytest.mark.parametrize("number", [2, 3])
def test_a_short_one_is_said_whole(desk: Desk, number: int) -> None:
    assert [item.line.text for item in said(("Rzeka", "Řeka"), desk, number)] == ["Rzeka", "Řeka"]


@pytest.mark.parametrize("number", [2, 3, 10, 101])
@pytest.mark.parametrize("part", [1.0, 0.8, 0.7])
def test_a_long_one_is_cut_at_a_word_within_its_column(desk: Desk, number: int, part: float) -> None:
    narrow = narrowed(desk, desk.theme.page.width * part)
    left, right = said((LONG, "Řeka"), narrow, number)
    assert right.line.text == "Řeka"
    cut = left.line.text
    assert cut.endswith("…") and LONG.startswith(cut[:-1]) and LONG[len(cut) - 1] in " ,"
    assert line_width(left.line) <= narrow.columns[0][1]


@pytest.mark.parametrize("space", [NO_BREAK_SPACE, SOFT_SPACE])
def test_a_cut_leaves_no_word_that_holds_to_the_next(desk: Desk, space: str) -> None:
    left, _ = said((f"Opole i{NO_BREAK_SPACE}" + f"aglomeracja{space}" * 9, "Řeka"), desk)
    ends = "aglomeracja" if space == SOFT_SPACE else "Opole"
    assert left.line.text.removesuffix("…").split()[-1] == ends


@pytest.mark.parametrize("wide", [0, 1])
def test_where_no_word_of_one_fits_neither_stands(desk: Desk, wide: int) -> None:
    titles = ["Řeka", "Řeka"]
    titles[wide] = "m" * 200
    assert said((titles[0], titles[1]), desk) == []


@pytest.mark.parametrize("side", [0, 1])
def test_a_heading_of_one_language_stands_alone(desk: Desk, side: int) -> None:
    titles = ["", ""]
    titles[side] = "Řeka"
    (item,) = said((titles[0], titles[1]), desk)
    assert item.line.text == "Řeka"


@pytest.mark.parametrize("number", [100, 101])
def test_a_title_leaves_two_grid_lines_to_a_folio_in_the_text_block(desk: Desk, number: int) -> None:
    page = replace(desk.theme.page, outer=SAFE)
    narrow = replace(desk, theme=replace(desk.theme, page=page))
    left, right = said(("Rzeka", "Řeka"), narrow, number)
    clear = 2 * page.grid if number % 2 == 0 else 0.0
    edge = page.left_edge(number)
    assert left.x - edge - narrow.columns[0][0] == pytest.approx(clear)
    assert right.x - edge == pytest.approx(narrow.columns[1][0])
