"""Running text on its pages: lists whole and with hanging markers, quotations with their authors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.compose.blocks.running import compose_list, compose_quote
from layout.compose.desk import Desk, line_width
from layout.compose.parts.markers import BULLET, INNER_BULLET, MARKER_GAP
from layout.compose.rows import Lines
from layout.model.blocks.running import ItemList, ListItem, Marking, Quote
from layout.model.layout import StructNode
from layout.pipeline.composing import compose_folder
from tests.unit.compose.pages import FILLER, items_of, texts, words_by_page
from tests.unit.compose.programmes import HERE, both


@pytest.mark.parametrize("fillers", range(14, 20))
def test_a_short_list_stays_whole(write_folder: Callable[..., Path], fillers: int) -> None:
    items = "".join(f"    - {{pl: punkt {n}, cs: bod {n}}}\n" for n in range(4))
    made = compose_folder(
        write_folder(
            sections__a_yaml=FILLER * fillers + "- list:\n    items:\n" + items.replace("    -", "      -")
        )
    )
    there = [[n for n in range(4) if f"bod {n}" in page] for page in words_by_page(made.body)]
    assert [0, 1, 2, 3] in there


def items(count: int) -> tuple[ListItem, ...]:
    return tuple(ListItem(both(f"punkt {number}")) for number in range(count))


@pytest.mark.parametrize(
    ("marking", "markers", "numbering"),
    [
        (Marking.NUMBERS, ["1.", "2."], "Decimal"),
        (Marking.BULLETS, [BULLET, BULLET], "Disc"),
        (Marking.LETTERS, ["a)", "b)"], "LowerAlpha"),
    ],
)
def test_markers_hang_in_the_indent_of_both_columns(
    desk: Desk, marking: Marking, markers: list[str], numbering: str
) -> None:
    composed = compose_list(ItemList(HERE, marking, items(2)), desk)
    indent = desk.style("list").indent
    for row, marker in zip(composed.rows, markers, strict=True):
        hung = texts(items_of(row))
        words = [piece for piece in row.pieces if isinstance(piece, Lines)]
        assert [item.line.text for item in hung] == [marker] * 2
        assert [item.x for item in hung] == pytest.approx([x for x, _ in desk.columns], abs=1)
        assert [piece.x - indent for piece in words] == pytest.approx([x for x, _ in desk.columns])
    assert [node.numbering for node in composed.nodes] == [numbering] * 2


@pytest.mark.parametrize("marking", [Marking.NUMBERS, Marking.LETTERS])
@pytest.mark.parametrize("count", [2, 9, 10, 27, 100, 120])
def test_markers_end_together_clear_of_the_words(desk: Desk, marking: Marking, count: int) -> None:
    composed = compose_list(ItemList(HERE, marking, items(count)), desk)
    ends, starts = set(), set()
    for row in composed.rows:
        marker = texts(items_of(row))[0]
        assert marker.x > -0.01
        ends.add(round(marker.x + line_width(marker.line), 3))
        starts.add(next(piece.x for piece in row.pieces if isinstance(piece, Lines)))
    (end,), (start,) = ends, starts
    assert start - end >= MARKER_GAP - 0.01


@pytest.mark.parametrize(("number", "marker"), [(0, "a)"), (25, "z)"), (26, "aa)"), (27, "ab)"), (52, "ba)")])
def test_letters_go_on_behind_z(desk: Desk, number: int, marker: str) -> None:
    composed = compose_list(ItemList(HERE, Marking.LETTERS, items(number + 1)), desk)
    assert texts(items_of(composed.rows[-1]))[0].line.text == marker


def test_a_list_in_a_list_stands_deeper_inside_its_item(desk: Desk) -> None:
    item = ListItem(both("raz"), (both("dwa"), both("trzy")), Marking.LETTERS)
    composed = compose_list(ItemList(HERE, Marking.NUMBERS, (item, ListItem(both("koniec")))), desk)
    assert [texts(items_of(row))[0].line.text for row in composed.rows] == ["1.", "a)", "b)", "2."]
    depths = [next(p.x for p in row.pieces if isinstance(p, Lines)) for row in composed.rows]
    assert depths[0] == depths[3] < depths[1] == depths[2]
    assert [row.keep for row in composed.rows] == [True, False, False, False]
    for node in composed.nodes:
        first, second = (kid for kid in node.children if isinstance(kid, StructNode))
        label, body = (kid for kid in first.children if isinstance(kid, StructNode))
        inner = body.children[-1]
        assert isinstance(inner, StructNode)
        assert (label.tag, inner.tag, inner.numbering, len(inner.children)) == ("Lbl", "L", "LowerAlpha", 2)
        assert len(second.children) == 2


def test_bullets_of_a_list_in_a_list_are_smaller(desk: Desk) -> None:
    composed = compose_list(ItemList(HERE, Marking.BULLETS, (ListItem(both("raz"), (both("dwa"),)),)), desk)
    assert [texts(items_of(row))[0].line.text for row in composed.rows] == [BULLET, INNER_BULLET]


def test_a_quotation_holds_its_author_in_each_language(desk: Desk) -> None:
    composed = compose_quote(Quote(HERE, both("rzeka"), both("autor")), desk)
    quote, author = composed.rows
    assert quote.keep and not author.keep
    assert [node.tag for node in composed.nodes] == ["BlockQuote"] * 2
    for node, language in zip(composed.nodes, desk.languages, strict=True):
        kids = [kid for kid in node.children if isinstance(kid, StructNode)]
        assert [kid.language for kid in kids] == [language] * 2
    (alone,) = compose_quote(Quote(HERE, both("rzeka"), None), desk).rows
    assert not alone.keep
