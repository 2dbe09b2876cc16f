"""Contacts kept whole and level, and the funding statement at the foot of a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.compose.blocks.reference import compose_contacts, compose_publicity
from layout.compose.desk import Desk
from layout.compose.parts.marks import LOGO_GAP
from layout.images.marks.emblem import USUAL_HEIGHT
from layout.model.blocks.reference import Contact, Contacts, EmblemWish, Logo, Publicity
from layout.model.content.pairs import Pair
from layout.model.drawing import Drawing
from layout.model.layout import DrawingItem
from layout.model.records import replace
from layout.pipeline.composing import compose_folder
from tests.unit.compose.pages import FILLER, items_of, texts
from tests.unit.compose.programmes import HERE, both


def test_a_contact_is_a_row_that_is_never_cut_and_level(desk: Desk) -> None:
    entries = tuple(Contact(both(f"biuro{n}"), (both("ulica"),) * n) for n in range(3))
    composed = compose_contacts(Contacts(HERE, entries), desk)
    assert [row.count for row in composed.rows] == [1] * 3
    for number, row in enumerate(composed.rows):
        tops = [[item.y for item in texts(items_of(row)) if item.x == x] for x, _ in desk.columns]
        assert tops[0] == tops[1] and len(tops[0]) == number + 1
    assert {node.tag for node in composed.nodes} == {"P"}


def test_marks_stand_in_a_line_above_the_statement_and_are_described(desk: Desk) -> None:
    lit = replace(desk, load=lambda file, choice: Drawing(200.0, 100.0, ()))
    logo = Logo(file="images/a.svg", height=20.0, alternative=Pair("znak", "značka"), where=HERE)
    composed = compose_publicity(Publicity(HERE, both("wsparcie"), EmblemWish(), (logo,)), lit)
    (row,) = composed.rows
    emblem, mark = (item.box for item in items_of(row) if isinstance(item, DrawingItem))
    assert emblem.height == USUAL_HEIGHT
    assert mark.x == pytest.approx(emblem.x + emblem.width + LOGO_GAP)
    assert mark.y + mark.height / 2 == pytest.approx(emblem.y + emblem.height / 2)
    assert all(item.y > emblem.y + emblem.height for item in texts(items_of(row)))
    described = [(node.language, node.alternative) for node in composed.nodes if node.tag == "Figure"]
    assert described == [
        ("pl", "Flaga Unii Europejskiej"),
        ("cs", "Vlajka Evropské unie"),
        ("pl", "znak"),
        ("cs", "značka"),
    ]


def test_the_statement_stands_at_the_foot_of_its_page(desk: Desk, write_folder: Callable[..., Path]) -> None:
    section = FILLER + "- publicity: {statement: {pl: Wsparcie., cs: Podpora.}}\n"
    (page,) = compose_folder(write_folder(sections__a_yaml=section)).body.pages
    grid, foot = desk.theme.page.grid, desk.theme.page.top + desk.theme.page.lines * desk.theme.page.grid
    statements = [item for item in texts(page.items) if item.line.text in ("Wsparcie.", "Podpora.")]
    assert len(statements) == 2
    assert all(foot - grid < item.y <= foot for item in statements)
