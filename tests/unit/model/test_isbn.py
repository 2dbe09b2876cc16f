"""ISBN: check digits and the bars of EAN-13, against numbers worked out by hand and a reader of bars."""

from __future__ import annotations

import pytest

from layout.model.content.isbn import GUARD, MIDDLE, ODD, PARITIES, check_digit, encode_ean


@pytest.mark.parametrize(
    ("number", "digit"),
    [("978316148410", 0), ("978030640615", 7), ("978809041890", 5), ("978830100000", 4), ("979110000000", 7)],
)
def test_check_digits(number: str, digit: int) -> None:
    assert check_digit([int(letter) for letter in number]) == digit


def flip(code: str) -> str:
    return "".join("10"[int(letter)] for letter in code)


def read_bars(modules: str) -> str:
    """What a scanner reads: both halves by their sets, the first digit by the order of sets."""
    assert (modules[:3], modules[45:50], modules[92:]) == (GUARD, MIDDLE, GUARD)
    left = [modules[3 + 7 * place : 10 + 7 * place] for place in range(6)]
    right = [modules[50 + 7 * place : 57 + 7 * place] for place in range(6)]
    even = [flip(code)[::-1] for code in ODD]
    parity = "".join("A" if code in ODD else "B" for code in left)
    digits = [ODD.index(code) if code in ODD else even.index(code) for code in left]
    digits += [ODD.index(flip(code)) for code in right]
    return "".join(str(digit) for digit in [PARITIES.index(parity), *digits])


@pytest.mark.parametrize(
    "number", ["9783161484100", "9788090418905", "9788301000004", "9791100000007", "0000000000000"]
)
def test_bars_read_back(number: str) -> None:
    modules = encode_ean([int(letter) for letter in number])
    assert len(modules) == 95
    assert read_bars(modules) == number
