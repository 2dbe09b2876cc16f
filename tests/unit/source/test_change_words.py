"""How new words and moved blocks are written: as their neighbours are, and nothing else is touched."""

from __future__ import annotations

import pytest

from layout.model.diagnostic import Rejected
from layout.source.write.change_items import copy_item, insert_item, move_item, remove_item
from layout.source.write.change_words import add_words, change_words
from layout.source.write.content_text import ContentText, find_route, parse_content


def content(text: str) -> ContentText:
    return parse_content(text.encode(), "a.yaml")


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("- pl: Kot  # zwierzę\n", "Pies", "- pl: Pies  # zwierzę\n"),
        ("- pl: Kot  # zwierzę\n", "Pies: duży", '- pl: "Pies: duży"  # zwierzę\n'),
        ("- pl: Kot\n", '"Pies": duży', "- pl: '\"Pies\": duży'\n"),
        ("- pl: 'Kot'\n", "it's", "- pl: 'it''s'\n"),
        ('- pl: "Kot"\n', 'Pies "Azor"', '- pl: "Pies \\"Azor\\""\n'),
        ('- pl: "w\\_lesie"\n', "w\u00a0polu", '- pl: "w\\_polu"\n'),
        ("- {pl: Kot, cs: Pes}\n", "a, b", '- {pl: "a, b", cs: Pes}\n'),
        ("- pl: >-  # zwierzę\n    Kot\n\n- x\n", "Pies: #1", "- pl: >-  # zwierzę\n    Pies: #1\n\n- x\n"),
        ("- pl: |\n    Kot\n    ma\n", "Pies\nma", "- pl: |\n    Pies\n    ma\n"),
        ("- pl: >\n    Kot\n", "a\nb", "- pl: |\n    a\n    b\n"),
        ("- pl:\n", "Kot", "- pl: Kot\n"),
        ("- pl: ~\n", "Kot", "- pl: Kot\n"),
        ("- pl: Kot\n", "null", '- pl: "null"\n'),
        ("- pl: Kot\n", "", '- pl: ""\n'),
        ("- pl: Ala\n    ma\n    kota\n", "Ala ma psa", "- pl: Ala\n    ma\n    psa\n"),
    ],
)
def test_words_are_quoted_as_they_were_or_as_they_must_be(before: str, words: str, after: str) -> None:
    assert change_words(content(before), (0, "pl"), words).raw == after


def test_lines_of_a_long_passage_that_say_the_same_stay() -> None:
    lines = [f"    {'słowo ' * 12}nr {number}" for number in range(6)]
    source = content("- pl: >-\n" + "\n".join(lines) + "\n")
    words = " ".join(line.strip() for line in lines).replace("nr 3", "nr trzy i jeszcze coś więcej")
    changed = change_words(source, (0, "pl"), words).raw.splitlines()
    assert changed[1:4] == lines[:3]
    assert changed[-2:] == lines[-2:]


@pytest.mark.parametrize("route", [(1, "pl"), (0, "cs"), (0,), (0, "pl", "x"), (-1, "pl"), ("pl",)])
def test_a_place_without_words_is_told(route: tuple[str | int, ...]) -> None:
    with pytest.raises(Rejected) as refused:
        change_words(content("- pl: Kot\n"), route, "Pies")
    assert refused.value.diagnostics[0].code in ("edit-no-place", "edit-no-words")


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x7f", "\u200f", "\u202e", "\ue000", "\ufeff", "\ud800"])
def test_signs_that_nobody_sees_are_refused(sign: str) -> None:
    with pytest.raises(Rejected) as refused:
        change_words(content("- pl: Kot\n"), (0, "pl"), f"a{sign}b")
    assert refused.value.diagnostics[0].code == "edit-forbidden"


def test_the_place_of_a_message_leads_to_its_words() -> None:
    source = content("- paragraph:\n    pl: >-\n\n      Kot\n    cs: Pes\n")
    assert find_route(source, 4, 7) == (0, "paragraph", "pl")
    assert find_route(source, 5, 9) == (0, "paragraph", "cs")
    with pytest.raises(Rejected):
        find_route(source, 3, 1)


def test_a_long_missing_side_is_added_in_lines() -> None:
    words = "slovo " * 60
    added = add_words(content("- p:\n    pl: Kot\n    level: 1\n"), (0, "p", "cs"), words, "pl").raw
    assert added.startswith("- p:\n    pl: Kot\n    cs: >-\n      slovo slovo")
    assert added.endswith("slovo\n    level: 1\n")
    assert max(map(len, added.splitlines())) <= 110


BLOCKS = """\
# Strona 1
- a: 1

# o b
- b: |
    x
    # y

# osobno

- c: {pl: d,
    cs: e
    }
# koniec
"""


def test_remarks_go_with_the_block_below_them() -> None:
    moved = move_item(content(BLOCKS), (1,), 2).raw
    assert moved == (
        "# Strona 1\n- a: 1\n\n- c: {pl: d,\n    cs: e\n    }\n\n# osobno\n\n"
        "# o b\n- b: |\n    x\n    # y\n# koniec\n"
    )


def test_remarks_that_stand_apart_stay_when_a_block_goes() -> None:
    removed = remove_item(content(BLOCKS), (1,)).raw
    assert removed == "# Strona 1\n- a: 1\n\n# osobno\n\n- c: {pl: d,\n    cs: e\n    }\n# koniec\n"
    removed = remove_item(content(BLOCKS), (2,)).raw
    assert removed == "# Strona 1\n- a: 1\n\n# o b\n- b: |\n    x\n    # y\n\n# osobno\n\n# koniec\n"


def test_a_block_is_copied_and_put_in_as_its_neighbours_stand() -> None:
    assert "- a: 1\n\n# o b\n- b" in copy_item(content(BLOCKS), (0,), 0).raw
    put = insert_item(content(BLOCKS), (3,), "d:\n  pl: x\n").raw
    assert put.endswith("    }\n\n- d:\n    pl: x\n# koniec\n")


def test_items_of_a_list_within_a_block_are_moved_too() -> None:
    source = content(
        "- list:\n    items:\n      - pl: a\n      # b\n      - pl: b\n    numbered: true\n- x: y\n"
    )
    moved = move_item(source, (0, "list", "items", 1), 0).raw
    assert (
        moved == "- list:\n    items:\n      # b\n      - pl: b\n      - pl: a\n    numbered: true\n- x: y\n"
    )


def test_a_file_without_an_end_of_line_keeps_none() -> None:
    assert move_item(content("- a: 1\n- b: 2"), (0,), 1).raw == "- b: 2\n- a: 1"


@pytest.mark.parametrize(
    ("text", "code"),
    [("[{a: 1}, {b: 2}]\n", "edit-no-list"), ("- a: 1\n", "edit-last-item"), ("a: 1\n", "edit-no-list")],
)
def test_lists_that_cannot_be_cut_are_told(text: str, code: str) -> None:
    with pytest.raises(Rejected) as refused:
        remove_item(content(text), (0,))
    assert refused.value.diagnostics[0].code == code
