"""Room to write as content says it."""

from __future__ import annotations

import pytest

from layout.model.blocks.notes import Notes, Ruling
from layout.model.diagnostic import Span
from tests.unit.source.blocks.one_block import read_block, words


@pytest.mark.parametrize("ruling", Ruling)
def test_what_is_left_of_a_page_is_filled_if_nothing_else_is_said(ruling: Ruling) -> None:
    block = read_block(f"- notes: {{ruling: {ruling.value}}}\n")
    assert block == Notes(Span("content/sections/one.yaml", 1, 3), ruling, 0, None)


def test_whole_pages_with_a_title() -> None:
    block = read_block("- notes: {ruling: dotted, pages: 100, title: {pl: Notatki, cs: Poznámky}}\n")
    assert isinstance(block, Notes)
    assert (block.pages, words(block.title)) == (100, ("Notatki", "Poznámky"))
