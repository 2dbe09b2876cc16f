"""Participants on their pages: each once in each list, by the alphabet, whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.compose.blocks.people import compose_participants
from layout.compose.blocks.programme import DAY_GAP, compose_programme
from layout.compose.desk import Desk
from layout.compose.parts.thin_rules import TITLE_GAP
from layout.compose.rows import Fixed, Row
from layout.lang.collation import name_key
from layout.model.blocks.people import Delegation, Participants, Person
from layout.model.blocks.programme import Activity, Day, Hours, Programme
from layout.model.content.pairs import Pair
from layout.model.layout import DrawingItem, TextItem
from layout.model.records import replace
from layout.model.units import NO_BREAK_SPACE
from tests.unit.compose.lists import (
    HERE,
    LANGUAGES,
    assert_in_company,
    assert_whole,
    both,
    entries,
    lay,
    leaves_of,
    lines_of,
    person,
    prose,
    read,
    words_in,
)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_everybody_stands_once_in_each_list_by_the_alphabet_of_the_delegation(
    desk: Desk, data: st.DataObject
) -> None:
    delegations = []
    for language in data.draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, max_size=3)):
        names = st.tuples(words_in(language), words_in(language), st.integers(0, 3))
        people = [person(*name) for name in data.draw(st.lists(names, min_size=1, max_size=45))]
        delegations.append(Delegation(both("delegacja"), language, tuple(people)))
    composed = compose_participants(Participants(HERE, tuple(delegations)), desk)
    pages = lay(composed, desk)
    assert_whole(composed, pages, desk)
    words = read(pages, desk)
    wanted = [
        f"{one.given} {one.surname}"
        for group in delegations
        for one in sorted(
            group.people, key=lambda one, by=group.language: name_key(one.surname, one.given, by)
        )
    ]
    for side in (0, 1):
        assert [words[leaves_of(entry)[0]] for entry in entries(composed.nodes, side, desk)] == wanted
    tops = {page.number: lines_of(page, desk)[0] for page in pages}
    captions = {leaves_of(node)[0] for node in composed.nodes}
    for item in tops.values():
        assert item.leaf in captions or item.line.text in ("pldelegacja (cd.)", "pldelegacja\u00a0(cd.)")


def test_titles_that_leave_no_room_for_the_name_are_parted(desk: Desk) -> None:
    page = replace(desk.theme.page, left_share=0.4)
    narrow = replace(desk, theme=replace(desk.theme, page=page))
    whole = "prof. dr hab. inż. arch. Maria Małgorzata Kowalska-Nowakowska"
    name = prose(whole.replace(" ", NO_BREAK_SPACE, 5))
    somebody = Person(
        where=HERE,
        surname="Kowalska-Nowakowska",
        given="Maria Małgorzata",
        name=Pair(name, name),
        role=None,
        organisation=None,
    )
    composed = compose_participants(
        Participants(HERE, (Delegation(both("delegacja"), "pl", (somebody,)),)), narrow
    )
    words = read(lay(composed, narrow), narrow)
    for side in (0, 1):
        (entry,) = entries(composed.nodes, side, narrow)
        assert words[leaves_of(entry)[0]].replace("- -", "-") == whole


def test_a_delegation_is_headed_as_a_day_is(desk: Desk) -> None:
    title, hours = both("nazwa"), Hours(600, None)
    day = Day(title, (Activity(HERE, hours, both("obiad"), None, None),))
    people = Delegation(title, "pl", tuple(person(f"P{n}", "J.", 1) for n in range(60)))
    programme = compose_programme(Programme(HERE, (day,)), desk)
    participants = compose_participants(Participants(HERE, (people,)), desk)

    def look(row: Row) -> tuple[object, ...]:
        (piece,) = row.pieces
        assert isinstance(piece, Fixed)
        return (row.before, shown(piece))

    def shown(piece: Fixed) -> list[tuple[object, ...]]:
        texts = [item for item in piece.items if isinstance(item, TextItem)]
        rules = [item.box for item in piece.items if isinstance(item, DrawingItem)]
        inks = [(i.x, i.y, i.line.runs[0].ink, i.line.runs[0].shapes[0].face) for i in texts]
        return [*inks, *((box,) for box in rules)]

    assert look(participants.rows[0]) == look(programme.rows[0])
    assert len(shown(participants.rows[0].pieces[0])) == 4  # type: ignore[arg-type]
    (again,), (day_again,) = participants.rows[1].head, programme.rows[1].head
    assert shown(again) == shown(day_again)
    assert programme.rows[1].sink - participants.rows[1].sink == DAY_GAP - TITLE_GAP


@pytest.mark.parametrize("count", [1, 2, 3, *range(14, 20), *range(36, 46)])
def test_nobody_stands_alone_on_a_page(desk: Desk, count: int) -> None:
    people = Delegation(both("delegacja"), "pl", tuple(person(f"P{n}", "J.", 1) for n in range(count)))
    assert_in_company(compose_participants(Participants(HERE, (people,)), desk), count, desk)


TITLES = NO_BREAK_SPACE.join(
    ["prof.", "dr", "hab.", "inż.", "arch.", "mgr", "Bartłomiej", "Konstanty", "Maria"]
)


def name_lines(name: str, desk: Desk) -> list[str]:
    """A participant's name in the left column, line by line."""
    words = prose(name)
    listed = Person(
        where=HERE, surname="Kowalski", given="Jan", name=Pair(words, words), role=None, organisation=None
    )
    delegation = Delegation(both("delegacja"), "pl", (listed,))
    pages = lay(compose_participants(Participants(HERE, (delegation,)), desk), desk)
    left = desk.theme.page.left_edge(1) + desk.columns[0][1]
    found = [item for item in lines_of(pages[0], desk) if item.x < left and "delegacja" not in item.line.text]
    assert all(item.x + item.line.width <= left + 3 for item in found)
    return [item.line.text for item in found]


def test_titles_wider_than_the_column_are_parted(desk: Desk) -> None:
    assert len(name_lines(f"{TITLES} Kowalski", desk)) > 1
    assert len(name_lines(f"Kowalski {TITLES}", desk)) > 1


@pytest.mark.parametrize(("count", "kept"), [(1, ""), (2, "0"), (3, "01"), (4, "02"), (6, "04")])
def test_the_first_and_the_last_two_of_a_delegation_are_kept_together(
    desk: Desk, count: int, kept: str
) -> None:
    people = Delegation(both("delegacja"), "pl", tuple(person(f"P{n}", "J.", 1) for n in range(count)))
    head, *rows = compose_participants(Participants(HERE, (people,)), desk).rows
    assert head.keep
    assert [order for order, row in enumerate(rows) if row.keep] == list(map(int, kept))
