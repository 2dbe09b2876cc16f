"""An index on its pages: entries whole, in company, with a link for each span of pages."""

from __future__ import annotations

import pytest

from layout.compose.blocks.index import compose_index
from layout.compose.desk import Desk
from layout.model.blocks.index import Index, IndexEntry
from layout.model.content.pairs import Pair
from layout.model.layout import StructNode
from tests.unit.compose.lists import HERE, lay, lines_of, prose

LONG = "Aglomeracja Opolska i Aglomeracja Ołomuniecka oraz ich wspólne"


def entries(count: int, words: str = "hasło") -> tuple[IndexEntry, ...]:
    return tuple(IndexEntry(f"{words} {number}", ((1, 1), (3, 5))) for number in range(count))


def found(node: StructNode, tag: str) -> list[StructNode]:
    inner = [one for child in node.children if isinstance(child, StructNode) for one in found(child, tag)]
    return [node, *inner] if node.tag == tag else inner


@pytest.mark.parametrize(("left", "right"), [(1, 1), (3, 70), (70, 2), (41, 41), (0, 5)])
def test_entries_follow_each_other_and_none_stands_alone(desk: Desk, left: int, right: int) -> None:
    block = Index(HERE, None, Pair(entries(left), entries(right)))
    pages = lay(compose_index(block, desk), desk)
    (left_x, _), (right_x, _) = desk.columns
    texts: dict[float, list[str]] = {left_x: [], right_x: []}
    for page in pages:
        rows = {item.y for item in lines_of(page, desk)}
        assert len(rows) > 1 or len(pages) == 1
        edge = desk.theme.page.left_edge(page.number)
        for item in lines_of(page, desk):
            texts[min(texts, key=lambda x: abs(item.x - edge - x))].append(item.line.text)
    assert [len(column) for column in texts.values()] == [left, right]
    assert all(
        text == f"hasło {number} 1, 3–5" for column in texts.values() for number, text in enumerate(column)
    )


def test_an_entry_of_two_lines_is_set_in_and_not_parted(desk: Desk) -> None:
    block = Index(HERE, None, Pair(entries(40, LONG), entries(1)))
    pages = lay(compose_index(block, desk), desk)
    assert len(pages) > 1
    for page in pages:
        edge = desk.theme.page.left_edge(page.number)
        column = [item for item in lines_of(page, desk) if item.x - edge < desk.columns[0][1]]
        first, last = column[0], column[-1]
        assert first.x == edge and first.line.text.startswith(LONG[:12])
        assert last.line.text.endswith("3–5") and last.x > edge


def test_entries_are_a_list_with_a_link_for_each_span(desk: Desk) -> None:
    title = Pair(prose("Skorowidz"), prose("Rejstřík"))
    composed = compose_index(Index(HERE, title, Pair(entries(2), entries(1))), desk)
    *titles, left, right = composed.nodes
    assert [node.tag for node in titles] == ["P", "P"]
    assert [(node.tag, node.language) for node in (left, right)] == [("Index", "pl"), ("Index", "cs")]
    assert [len(found(node, "LI")) for node in (left, right)] == [2, 1]
    for body in found(left, "LBody"):
        links = [link for one in found(body, "Reference") for link in found(one, "Link")]
        goals = [
            desk.marks.leads[leaf].goal for link in links for leaf in link.children if isinstance(leaf, int)
        ]
        assert [getattr(goal, "number", None) for goal in goals] == [1, 3]


def test_an_index_of_nothing_leaves_no_trace(desk: Desk) -> None:
    composed = compose_index(Index(HERE, None), desk)
    assert (composed.rows, composed.nodes) == ((), ())
