"""Heads that are repeated: above the rows that open a page, and back on the grid after them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.compose.blocks.running import compose_text
from layout.compose.blocks.tables import compose_table
from layout.compose.desk import Desk
from layout.compose.page_ends import Foot
from layout.compose.paginate import paginate
from layout.compose.place import place_pages
from layout.model.blocks.running import Text, TextRole
from layout.model.blocks.tables import Table
from layout.model.content.pairs import Pair
from layout.model.content.prose import Prose, Run, RunStyle
from layout.model.layout import ARTIFACT, ArtifactKind, LayoutPage, TextItem
from tests.unit.compose.programmes import HERE, both

LINK = RunStyle(link="https://example.org/")


def make_table(cells: list[int]) -> Table:
    """A table with a linked word in its head and a row of so many words for each number."""
    linked = Prose((Run("słowo "), Run("adres", LINK)), HERE)
    head = (both("skrót"), Pair(linked, linked))
    rows = tuple(
        (both(f"r{number}"), both(" ".join(["słowo"] * words))) for number, words in enumerate(cells)
    )
    return Table(where=HERE, head=head, rows=rows)


def lay(cells: list[int], desk: Desk) -> tuple[LayoutPage, ...]:
    """The pages of a paragraph, a table and another paragraph."""
    text = Text(HERE, TextRole.PARAGRAPH, both("akapit"))
    parts = (compose_text(text, desk), compose_table(make_table(cells), desk), compose_text(text, desk))
    rows = [row for part in parts for row in part.rows]
    page = desk.theme.page
    plans = paginate(rows, Foot(page.lines * page.grid), page.grid, 1)
    return place_pages(rows, plans, 1, desk)[0]


def heads(page: LayoutPage) -> list[TextItem]:
    """Lines repeated at the page's head."""
    return [
        item
        for item in page.items
        if isinstance(item, TextItem)
        and item.leaf == ARTIFACT
        and item.line.text.split()[-1] in "skrót adres"
    ]


tables = st.lists(st.integers(1, 30), min_size=1, max_size=90)


@settings(max_examples=60, deadline=None)
@given(cells=tables)
def test_a_table_that_goes_on_repeats_its_head_and_comes_back_to_the_grid(
    desk: Desk, cells: list[int]
) -> None:
    pages = lay(cells, desk)
    page = desk.theme.page
    for number, laid in enumerate(pages):
        words = {
            item.line.text for item in laid.items if isinstance(item, TextItem) and item.leaf != ARTIFACT
        }
        opens_inside = number > 0 and any(text.startswith("pl r") for text in words)
        assert len(heads(laid)) == (4 if opens_inside else 0)
        assert all(item.y < page.top + 2 * page.grid for item in heads(laid))
        for item in laid.items:
            if isinstance(item, TextItem) and item.line.text.endswith("akapit"):
                lines = (item.y - page.top - desk.baseline(page.grid)) / page.grid
                assert lines == pytest.approx(round(lines), abs=1e-6)
                assert lines < page.lines


def test_what_is_repeated_is_no_content_and_leads_nowhere(desk: Desk) -> None:
    pages = lay([1] * 60, desk)
    assert len(pages) > 2
    assert [len(page.links) for page in pages] == [2] + [0] * (len(pages) - 1)
    for item in (item for page in pages[1:] for item in heads(page)):
        assert {(run.ink.part, run.ink.link) for run in item.line.runs} == {(0, None)}
        assert item.artifact is ArtifactKind.HEADER


def test_a_table_that_fits_has_one_head(desk: Desk) -> None:
    (page,) = lay([1] * 5, desk)
    assert heads(page) == []
