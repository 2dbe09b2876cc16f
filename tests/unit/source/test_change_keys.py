"""Values are put at keys, keys renamed and taken out, and nothing else of the file is touched."""

from __future__ import annotations

import pytest

from layout.model.content.translation import Route
from layout.model.diagnostic import Rejected
from layout.source.write.change_keys import add_to_list, put_value, remove_key, rename_key, wrap_value
from layout.source.write.content_text import ContentText, parse_content

BROCHURE = """\
title: {pl: A, cs: B}
theme:
  base: two-banks  # the sample's
  page: {grid: 12pt}
  styles:
    lead:
      size: 12pt

sections: [a.yaml]
"""
PARAGRAPH = "- paragraph:\n    pl: a\n    cs: >\n      b\n      c\n- lead: {pl: d, cs: e}\n"


def text(raw: str) -> ContentText:
    return parse_content(raw.encode(), "a.yaml")


@pytest.mark.parametrize(
    ("route", "value", "old", "new"),
    [
        (("theme", "page", "gutter"), "6mm", "{grid: 12pt}", "{gutter: 6mm, grid: 12pt}"),
        (("theme", "page", "grid"), "13pt", "{grid: 12pt}", "{grid: 13pt}"),
        (("theme", "styles", "lead", "size"), "11pt", "size: 12pt", "size: 11pt"),
        (("theme", "styles", "lead", "leading"), "14pt", "size: 12pt\n", "size: 12pt\n      leading: 14pt\n"),
        (
            ("theme", "styles", "paragraph", "size"),
            "9pt",
            "size: 12pt\n",
            "size: 12pt\n    paragraph: {size: 9pt}\n",
        ),
        (("theme", "paragraph-space"), "2pt", "size: 12pt\n", "size: 12pt\n  paragraph-space: 2pt\n"),
        (("draft",), "true", "[a.yaml]\n", "[a.yaml]\ndraft: true\n"),
        (("title", "pl"), "Nowy: tytuł", "pl: A", 'pl: "Nowy: tytuł"'),
    ],
)
def test_a_value_is_put_where_it_belongs(route: Route, value: str, old: str, new: str) -> None:
    made = put_value(text(BROCHURE), route, value).raw
    assert made == BROCHURE.replace(old, new)


@pytest.mark.parametrize("route", [("sections", "x"), ("theme", "base", "x"), ("sections",)])
def test_no_value_is_put_into_what_is_no_mapping(route: Route) -> None:
    with pytest.raises(Rejected):
        put_value(text(BROCHURE), route, "1")


def test_a_value_that_stands_alone_gets_a_key() -> None:
    assert (
        wrap_value(text("theme: dark # x\na: 1\n"), ("theme",), "base").raw
        == "theme: {base: dark} # x\na: 1\n"
    )


@pytest.mark.parametrize(
    ("raw", "made"),
    [
        ("a: 1\n", "a: 1\nt: {off: [T01]}\n"),
        ("t: {off: [T02]}\na: 1\n", "t: {off: [T01, T02]}\na: 1\n"),
        ("t:\n  off:\n    - T02\na: 1\n", "t:\n  off:\n    - T02\n    - T01\na: 1\n"),
        ("t:\n  x: 1\n", "t:\n  x: 1\n  off: [T01]\n"),
        ("t: {off: []}\n", "t: {off: [T01]}\n"),
    ],
)
def test_a_word_is_put_into_a_list(raw: str, made: str) -> None:
    assert add_to_list(text(raw), ("t", "off"), "T01").raw == made


def test_a_rule_is_excused_behind_folded_words() -> None:
    made = add_to_list(text(PARAGRAPH), (0, "paragraph", "excuse"), "same").raw
    assert made == PARAGRAPH.replace("      c\n", "      c\n    excuse: [same]\n")


@pytest.mark.parametrize(
    ("place", "old", "new"),
    [((1, 3), "- paragraph:", "- list:"), ((6, 3), "lead:", "list:"), ((6, 10), "{pl:", "{list:")],
)
def test_a_key_is_renamed_where_it_begins(place: tuple[int, int], old: str, new: str) -> None:
    assert rename_key(text(PARAGRAPH), *place, "list").raw == PARAGRAPH.replace(old, new)


@pytest.mark.parametrize("place", [(1, 1), (2, 9), (99, 1)])
def test_no_key_is_renamed_where_none_begins(place: tuple[int, int]) -> None:
    with pytest.raises(Rejected):
        rename_key(text(PARAGRAPH), *place, "list")


@pytest.mark.parametrize(
    ("raw", "made"),
    [
        ("f:\n  a: 1\n  width: 2mm # w\n  b: 3\n", "f:\n  a: 1\n  b: 3\n"),
        ("f: {a: 1, width: 2mm, b: 3}\n", "f: {a: 1, b: 3}\n"),
        ("f: {a: 1, width: 2mm}\n", "f: {a: 1}\n"),
        ("f: {width: 2mm, b: 3}\n", "f: {b: 3}\n"),
    ],
)
def test_a_key_is_taken_out(raw: str, made: str) -> None:
    assert remove_key(text(raw), ("f", "width")).raw == made


@pytest.mark.parametrize("raw", ["f: {width: 1}\n", "f: {a: 1}\n", "f: {a: 1, width: [1]}\n"])
def test_a_mapping_keeps_its_last_key_and_a_list_stays(raw: str) -> None:
    with pytest.raises(Rejected):
        remove_key(text(raw), ("f", "width"))
