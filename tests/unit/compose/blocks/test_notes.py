"""Room to write: down to the last grid line and never below, whole pages counted, no scrap ruled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.compose.drawings.ruled_lines import draw_ruling, tint
from layout.model.blocks.notes import Ruling
from layout.model.colour import Colour
from layout.model.drawing import LineTo, MoveTo
from layout.model.layout import ARTIFACT, DrawingItem, Layout, LayoutPage, StructNode
from layout.model.theme import Theme
from layout.pipeline.composing import compose_folder

PAGE = Theme().page
RIVER = Theme().colour("river")
LAST_BASELINE = PAGE.top + PAGE.lines * PAGE.grid - PAGE.grid / 4
LINE = "- paragraph: {pl: Wiersz., cs: Řádek.}\n"
FITTING = 19
"""Paragraphs of a line each, a line apart, that leave four grid lines: one of space and three to write on."""


@pytest.fixture
def compose(write_folder: Callable[..., Path]) -> Callable[[str], Layout]:
    return lambda section: compose_folder(write_folder(sections__a_yaml=section)).body


def fields(page: LayoutPage) -> list[DrawingItem]:
    """What is ruled on a page."""
    pens = {tint(RIVER)}
    return [
        item
        for item in page.items
        if isinstance(item, DrawingItem)
        and {path.stroke.colour for path in item.drawing.paths if path.stroke} == pens
    ]


def rules(item: DrawingItem) -> list[float]:
    """Distances of rules or rows of dots from the page's top, from the foot upwards."""
    found = []
    for path in item.drawing.paths:
        start, end = path.segments
        assert isinstance(start, MoveTo) and isinstance(end, LineTo) and start.y == end.y
        found.append(item.box.y + start.y)
    return found


@pytest.mark.parametrize("ruling", ["ruled", "dotted"])
@pytest.mark.parametrize("paragraphs", range(1, FITTING + 1))
def test_the_rest_of_a_page_is_ruled_to_the_last_grid_line(
    compose: Callable[[str], Layout], ruling: str, paragraphs: int
) -> None:
    layout = compose(LINE * paragraphs + f"- notes: {{ruling: {ruling}}}\n")
    (page,) = layout.pages
    (field,) = fields(page)
    assert max(rules(field)) == pytest.approx(LAST_BASELINE)
    last_text = PAGE.top + (2 * paragraphs - 1) * PAGE.grid
    assert field.box.y == pytest.approx(last_text + PAGE.grid)
    assert min(rules(field)) > field.box.y
    assert field.leaf == ARTIFACT
    assert (field.box.x, field.box.width) == (PAGE.inner, PAGE.text_width)


def test_too_little_room_goes_over(compose: Callable[[str], Layout]) -> None:
    layout = compose(LINE * (FITTING + 1) + "- notes: {ruling: ruled}\n")
    before, after = layout.pages
    assert not fields(before)
    (field,) = fields(after)
    assert field.box.y == pytest.approx(PAGE.top)
    assert max(rules(field)) == pytest.approx(LAST_BASELINE)
    assert min(rules(field)) == pytest.approx(PAGE.top + PAGE.grid * 3 / 4)


def test_whole_pages_are_counted_and_what_follows_starts_a_page(compose: Callable[[str], Layout]) -> None:
    layout = compose(f"{LINE}- notes: {{ruling: dotted, pages: 3}}\n{LINE}- notes: {{ruling: ruled}}\n{LINE}")
    assert [len(fields(page)) for page in layout.pages] == [0, 1, 1, 1, 1, 0]
    for page in layout.pages[1:4]:
        assert fields(page)[0].box.y == pytest.approx(PAGE.top)


def test_a_title_stands_above_and_is_read(compose: Callable[[str], Layout]) -> None:
    layout = compose("- notes: {ruling: ruled, title: {pl: Notatki, cs: Poznámky}, pages: 2}\n")
    first, second = (fields(page)[0] for page in layout.pages)
    assert first.box.y == pytest.approx(PAGE.top + 2 * PAGE.grid)
    assert second.box.y == pytest.approx(PAGE.top)
    (part,) = layout.structure.children
    assert isinstance(part, StructNode)
    assert [(node.tag, node.language) for node in part.children if isinstance(node, StructNode)] == [
        ("P", "pl"),
        ("P", "cs"),
    ]


def test_dots_are_flush_with_both_edges_and_nearly_square() -> None:
    drawing = draw_ruling(Ruling.DOTTED, 345.8, 120.0, 12.0, RIVER)
    assert len(drawing.paths) == 10
    for path in drawing.paths:
        start, end = path.segments
        assert isinstance(start, MoveTo) and isinstance(end, LineTo) and path.stroke
        _, step = path.stroke.dash
        dots = int((end.x - start.x) / step)
        reach = path.stroke.width / 2
        assert start.x - reach == pytest.approx(0.0)
        assert start.x + dots * step + reach == pytest.approx(345.8)
        assert step == pytest.approx(12.0, rel=0.05)


def test_a_tint_has_less_of_every_ink_and_more_light() -> None:
    assert tint(Colour((1.0, 0.5, 0.0, 0.2), (0.0, 0.5, 1.0)), 0.5) == Colour(
        (0.5, 0.25, 0.0, 0.1), (0.5, 0.75, 1.0)
    )
