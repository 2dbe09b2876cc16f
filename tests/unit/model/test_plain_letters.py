"""Plain letters for names of files: one table for what Unicode does not take apart."""

from __future__ import annotations

import unicodedata

import pytest

from layout.model.plain_letters import WITHOUT_PARTS, make_slug, strip_marks


@pytest.mark.parametrize(("text", "slug"), [
    ("Dwa brzegi, jedna rzeka", "dwa-brzegi-jedna-rzeka"),
    ("Z wizytą w Ołomuńcu", "z-wizyta-w-olomuncu"),
    (unicodedata.normalize("NFD", "Příliš žluťoučký"), "prilis-zlutoucky"),
    ("Straße – Œuvre", "strasse-oeuvre"),
    ("a€b", "a-b"),
    ("…", "none"),
    ("Вода", "none"),
])  # fmt: skip
def test_slugs(text: str, slug: str) -> None:
    assert make_slug(text, 24, "none") == slug


def test_a_slug_is_cut_and_ends_in_a_letter() -> None:
    assert make_slug("aaaa bbbb cccc", 10, "none") == "aaaa-bbbb"


def test_the_table_holds_only_letters_without_parts() -> None:
    for letter, plain in WITHOUT_PARTS.items():
        assert unicodedata.normalize("NFKD", letter) == letter
        assert plain.isascii() and plain.isalpha() and plain.isupper() == letter.isupper()
        assert strip_marks(letter) == plain
