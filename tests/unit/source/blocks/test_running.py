"""Running text as content says it: leads, paragraphs, lists and quotations."""

from __future__ import annotations

import pytest

from layout.model.blocks.headings import Heading
from layout.model.blocks.running import ItemList, Marking, Quote, Text, TextRole
from tests.unit.source.blocks.one_block import read_block, told_of, words


@pytest.mark.parametrize(("kind", "role"), [("lead", TextRole.LEAD), ("paragraph", TextRole.PARAGRAPH)])
def test_text(kind: str, role: TextRole) -> None:
    block = read_block(f"- {kind}:\n    pl: Tekst\n    cs: Text\n")
    assert isinstance(block, Text) and block.role is role and words(block.text) == ("Tekst", "Text")


@pytest.mark.parametrize(("only", "sides"), [("pl", ("x", None)), ("cs", (None, "x"))])
def test_text_in_one_language(only: str, sides: tuple[str | None, ...]) -> None:
    block = read_block(f"- paragraph: {{only: {only}, {only}: x}}\n")
    assert isinstance(block, Text) and words(block.text) == sides


@pytest.mark.parametrize(
    "more",
    ["heading: {", "lead: {", "paragraph: {", "quote: {", "list: {items: [{pl: a, cs: b}], "],
)
@pytest.mark.parametrize(("only", "bilingual"), [("", False), ("only: both, ", True)])
def test_text_for_both_languages(more: str, only: str, bilingual: bool) -> None:
    sides = "" if more.startswith("list") else "pl: a, cs: b"
    block = read_block(f"- {more}{only}{sides}}}\n")
    assert isinstance(block, Heading | Text | ItemList | Quote) and block.bilingual is bilingual
    pair = block.items[0].text if isinstance(block, ItemList) else block.text
    assert words(pair) == ("a", "b")


def test_list() -> None:
    block = read_block("- list: {numbered: true, items: [{pl: a, cs: b}, {pl: c, cs: d}]}\n")
    assert isinstance(block, ItemList) and block.marking is Marking.NUMBERS
    assert [words(item.text) for item in block.items] == [("a", "b"), ("c", "d")]


def test_list_in_one_language() -> None:
    block = read_block("- list: {only: cs, items: [{cs: b}, {cs: d}]}\n")
    assert isinstance(block, ItemList) and block.marking is Marking.BULLETS
    assert [words(item.text) for item in block.items] == [(None, "b"), (None, "d")]


def test_list_in_a_list() -> None:
    block = read_block(
        "- list: {numbered: letters, items: [{pl: a, cs: b, numbered: true, items: [{pl: c, cs: d}]}]}\n"
    )
    assert isinstance(block, ItemList) and block.marking is Marking.LETTERS
    (item,) = block.items
    assert item.marking is Marking.NUMBERS
    assert [words(inner) for inner in item.items] == [("c", "d")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- list: {numbered: yes, items: [{pl: a, cs: b}]}\n", "unknown-choice"),
        ("- list: {items: [{pl: a, cs: b, items: []}]}\n", "list-too-short"),
        (
            "- list: {items: [{pl: a, cs: b, items: [{pl: c, cs: d, items: [{pl: e, cs: f}]}]}]}\n",
            "unknown-key",
        ),
        ("- list: {only: cs, items: [{cs: b, items: [{pl: c, cs: d}]}]}\n", "side-not-wanted"),
    ],
)
def test_no_list(text: str, code: str) -> None:
    assert told_of(text) == [code]


def test_quote() -> None:
    block = read_block("- quote: {pl: a, cs: b, attribution: {pl: c, cs: d}}\n")
    assert isinstance(block, Quote)
    assert (words(block.text), words(block.attribution)) == (("a", "b"), ("c", "d"))
