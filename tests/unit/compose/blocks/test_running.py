"""Running text on its pages: lists whole and with hanging markers, quotations with their authors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.compose.blocks.running import BULLET, compose_list, compose_quote
from layout.compose.desk import Desk
from layout.compose.rows import Lines
from layout.model.blocks.running import ItemList, Quote
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


@pytest.mark.parametrize(("numbered", "markers"), [(True, ["1.", "2."]), (False, [BULLET, BULLET])])
def test_markers_hang_in_the_indent_of_both_columns(desk: Desk, numbered: bool, markers: list[str]) -> None:
    composed = compose_list(ItemList(HERE, numbered, (both("raz"), both("dwa"))), desk)
    indent = desk.style("list").indent
    for row, marker in zip(composed.rows, markers, strict=True):
        hung = texts(items_of(row))
        words = [piece for piece in row.pieces if isinstance(piece, Lines)]
        assert [item.line.text for item in hung] == [marker] * 2
        assert [item.x for item in hung] == [x for x, _ in desk.columns]
        assert [piece.x - indent for piece in words] == pytest.approx([x for x, _ in desk.columns])
    assert [node.numbering for node in composed.nodes] == ["Decimal" if numbered else "Disc"] * 2


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
