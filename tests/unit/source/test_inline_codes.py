"""Typed markup as numbered codes and back: notes, keys, page numbers and entries of the index."""

from __future__ import annotations

import pytest

from layout.source.exchange.inline_codes import BadCodes, check_typed, code_text, name_code, spell_codes


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("a^[x *y* z] b", ["^[…]", "*…*"]),
        ("a^[x]{only} b", ["^[…]{only}"]),
        ("s. {page=k} i [t](#k)", ["{page=k}", "[…](#k)"]),
        ("[Opolu]{index=Opole}, [n]{index}", ["[…]{index=Opole}", "[…]{index}"]),
        ("[a *b*]{id=k}", ["[…]{id=k}", "*…*"]),
        ("[x]{sc} [y]{lang=de} `c` a\\ b **m**", ["[…]{sc}", "[…]{lang=de}", "`…`", "\\", "**…**"]),
    ],
)
def test_codes_are_spelt_as_they_were_typed(typed: str, names: list[str]) -> None:
    coded = code_text(typed)
    assert spell_codes(coded, coded.codes) == typed
    assert [name_code(code, number) for number, code in coded.codes.items()] == names


@pytest.mark.parametrize(
    ("target", "source"),
    [
        ("[Opolí]{index=Opolí} ^[b] s. {page=k}", "[Opolu]{index=Opole} ^[a] s. {page=k}"),
        ("[a]{id=k}", "[b]{id=k}"),
    ],
)
def test_a_translation_may_differ_in_what_is_its_own(target: str, source: str) -> None:
    check_typed(target, source)


@pytest.mark.parametrize(
    ("target", "source", "code"),
    [
        ("b", "a^[x]", "returned-codes-missing"),
        ("b^[x]", "a", "returned-codes-unknown"),
        ("s. {page=l}", "s. {page=k}", "returned-codes-missing"),
        ("^[x]^[y]", "^[x]", "returned-codes-doubled"),
    ],
)
def test_a_translation_keeps_notes_pages_and_keys(target: str, source: str, code: str) -> None:
    with pytest.raises(BadCodes) as refused:
        check_typed(target, source)
    assert refused.value.code == code
