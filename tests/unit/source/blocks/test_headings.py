"""Headings, tables of contents and page breaks as content says them."""

from __future__ import annotations

from layout.model.blocks.headings import Contents, Heading, PageBreak
from layout.model.diagnostic import Span
from tests.unit.source.blocks.one_block import read_block, words


def test_heading() -> None:
    block = read_block("- heading: {pl: Początek, cs: Začátek, level: 1, opener: true}\n")
    assert isinstance(block, Heading)
    assert (block.level, block.opener, words(block.text)) == (1, True, ("Początek", "Začátek"))
    assert block.where == Span("content/sections/one.yaml", 1, 3)


def test_heading_is_of_level_1_and_no_opener_if_nothing_else_is_said() -> None:
    block = read_block("- heading: {pl: a, cs: b}\n")
    assert isinstance(block, Heading) and (block.level, block.opener) == (1, False)


def test_contents() -> None:
    block = read_block("- contents: {title: {pl: Spis, cs: Obsah}, depth: 2}\n")
    assert isinstance(block, Contents)
    assert (block.depth, words(block.title)) == (2, ("Spis", "Obsah"))
    bare = read_block("- contents: {}\n")
    assert isinstance(bare, Contents) and (bare.depth, bare.title) == (1, None)


def test_page_break() -> None:
    assert read_block("- page-break:\n") == PageBreak(Span("content/sections/one.yaml", 1, 3))


def test_short_form() -> None:
    block = read_block("- heading: {pl: Długi, cs: Dlouhý, short: {pl: a, cs: b}}\n")
    assert isinstance(block, Heading)
    assert words(block.short) == ("a", "b")


def test_short_form_of_one_language() -> None:
    block = read_block("- heading: {only: cs, cs: Dlouhý, short: {cs: b}}\n")
    assert isinstance(block, Heading)
    assert words(block.short) == (None, "b")
