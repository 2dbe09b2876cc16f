"""YAML becomes nodes that know their place; places inside folded and quoted scalars are exact."""

from __future__ import annotations

import pytest

from layout.model.diagnostic import Rejected, Span
from layout.source.nodes.parsing import (
    Entries,
    Items,
    Scalar,
    begin_of,
    compose_nodes,
    decode_yaml,
    locate,
    place_of,
)


def scalar_of(text: str) -> Scalar:
    node = compose_nodes(text, "f")
    assert isinstance(node, Entries)
    scalar = node.values["a"]
    assert isinstance(scalar, Scalar)
    return scalar


def test_scalars_keep_what_was_typed() -> None:
    node = compose_nodes("a: 007\nb: [yes, 1.0, ~, 2026-11-22]\n", "f")
    assert isinstance(node, Entries) and isinstance(items := node.values["b"], Items)
    assert scalar_of("a: 007").text == "007"
    assert [item.text for item in items.nodes if isinstance(item, Scalar)] == [
        "yes",
        "1.0",
        "~",
        "2026-11-22",
    ]
    assert (items.line, items.column) == (2, 4)
    assert (node.keys["b"].line, node.keys["b"].column) == (2, 1)


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("a: jeden dwa X\n", "X", (1, 14)),
        ("a: jeden\n  dwa\n  X\n", "X", (3, 3)),
        ("a: 'it''s  X'\n", "X", (1, 12)),
        ("a: 'jeden\n\n  X'\n", "X", (3, 3)),
        ('a: "ł\\t\\u0141\\x20\\\n  X"\n', "X", (2, 3)),
        ('a: "\\u00a0\\n\\_X"\n', "X", (1, 15)),
        ("a: |\n  jeden\n\n    dwa X\n", "X", (4, 9)),
        ("a: >-\n  jeden\n  dwa\n\n  X\n", "X", (5, 3)),
        ("a: >2\n   jeden X\n", "X", (2, 10)),
        ("ž: ł\na: |\n  \U0001f600X\n", "X", (3, 4)),
    ],
)
def test_place_inside_a_scalar(text: str, word: str, place: tuple[int, int]) -> None:
    scalar = scalar_of(text)
    assert locate(scalar, scalar.text.index(word), text, "f") == Span("f", *place)


def test_place_past_the_end_is_the_scalar_itself() -> None:
    scalar = scalar_of("a: bc\n")
    assert locate(scalar, 99, "a: bc\n", "f") == Span("f", 1, 4)


@pytest.mark.parametrize(
    ("text", "place"),
    [("a: |\n\n   b\n", (3, 4)), ("a: >\n  b\n", (2, 3)), ("a: b\n", (1, 4)), ("a: |\n\n", (1, 4))],
)
def test_block_begins_with_its_words(text: str, place: tuple[int, int]) -> None:
    assert begin_of(scalar_of(text), text, "f") == Span("f", *place)


def test_place_of_an_offset() -> None:
    assert [place_of("ab\nc", offset, "f") for offset in (0, 1, 3)] == [
        Span("f", 1, 1),
        Span("f", 1, 2),
        Span("f", 2, 1),
    ]


def test_alias_bomb_is_refused_at_its_first_alias() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )
    with pytest.raises(Rejected) as caught:
        compose_nodes(bomb, "f")
    assert {d.code for d in caught.value.diagnostics} == {"yaml-anchor", "yaml-alias"}


def test_nesting_cannot_exhaust_the_stack() -> None:
    for bomb in ("[" * 200_000, "- " * 200_000, "{a: " * 200_000, "? " * 200_000):
        with pytest.raises(Rejected) as caught:
            compose_nodes(bomb, "f")
        assert caught.value.diagnostics[0].code == "yaml-too-deep"


def test_binary_data_is_named_at_its_first_bytes_only() -> None:
    with pytest.raises(Rejected) as caught:
        decode_yaml(b"\x00" * 100_000, "f")
    assert len(caught.value.diagnostics) == 100
