"""Takes the digits of an ISBN, gives its check digit and the bars of its barcode, EAN-13."""

from __future__ import annotations

from collections.abc import Sequence

GUARD, MIDDLE = "101", "01010"
"""The bars at either end and between both halves (ISO/IEC 15420, 4.2)."""
ODD = (
    "0001101",
    "0011001",
    "0010011",
    "0111101",
    "0100011",
    "0110001",
    "0101111",
    "0111011",
    "0110111",
    "0001011",
)
"""Digits of set A, a module each: 1 is a bar. Set C is its complement, set B is C read backwards."""
PARITIES = (
    "AAAAAA",
    "AABABB",
    "AABBAB",
    "AABBBA",
    "ABAABB",
    "ABBAAB",
    "ABBBAA",
    "ABABAB",
    "ABABBA",
    "ABBABA",
)
"""Sets of the left half, by the first digit, which has no bars of its own."""


def check_digit(twelve: Sequence[int]) -> int:
    """The last digit: with it the sum of digits, every second one tripled, is a multiple of ten."""
    return -sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(twelve)) % 10


def encode_ean(digits: Sequence[int]) -> str:
    """The 95 modules of thirteen digits, 1 for a bar and 0 for a space (ISO/IEC 15420, 4.2)."""
    sets = {
        "A": ODD,
        "B": tuple(_complement(code)[::-1] for code in ODD),
        "C": tuple(_complement(code) for code in ODD),
    }
    left = (sets[kind][digit] for kind, digit in zip(PARITIES[digits[0]], digits[1:7], strict=True))
    right = (sets["C"][digit] for digit in digits[7:])
    return "".join((GUARD, *left, MIDDLE, *right, GUARD))


def _complement(code: str) -> str:
    return code.translate(str.maketrans("01", "10"))
