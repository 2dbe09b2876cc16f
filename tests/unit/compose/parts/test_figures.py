"""What counts as a number in a table's cell, and where its decimal mark is."""

from __future__ import annotations

import pytest

from layout.compose.parts.figures import are_numbers, find_decimal_mark


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("12", "12"),
        ("12,5", "12"),
        ("−3,25 °C", "−3"),
        ("24 km", "24"),
        ("1 200,50 zł", "1 200"),
        ("12\u202f500 Kč", "12\u202f500"),
        ("2:30 h", "2:30"),
        ("85 %", "85"),
        ("85%", "85"),
        ("2,5 mln zł", "2"),
        ("1,5–2,5 km", "1,5–2"),
        ("€ 5,00", "€ 5"),
        ("~130 km/h", "~130"),
        ("7.", "7"),
        ("15 000 m²", "15 000"),
    ],
)
def test_decimal_mark(text: str, before: str) -> None:
    for language in ("pl", "cs"):
        mark = find_decimal_mark(text, language)
        assert mark is not None
        assert text[:mark] == before


@pytest.mark.parametrize(
    "text", ["łatwa", "nr 5", "Opole 2016", "5 przystanków", "ZIT", "–", "", "12. 5. 2026", "5, 6"]
)
def test_no_number(text: str) -> None:
    assert find_decimal_mark(text, "pl") is None


def test_a_column_of_numbers_may_have_empty_cells_but_no_words() -> None:
    assert are_numbers([("5 km", "pl"), ("–", "pl"), ("7,5 km", "cs")])
    assert not are_numbers([("5 km", "pl"), ("brak", "pl")])
    assert not are_numbers([("–", "pl"), ("–", "cs")])
