"""What the patterns of all rules are made of: signs and classes of characters."""

from __future__ import annotations

from layout.model.units import NO_BREAK_SPACE, SOFT_SPACE, THIN_NO_BREAK_SPACE

ASIDE_WORD = "\ufdd0"
"""Stands for a URL, an e-mail address, a code or a protected phrase while rules run."""
ASIDE_NUMBER = "\ufdd1"
"""Stands for a telephone number, a postcode or another number that is a name."""
EN_DASH = "–"
MINUS = "−"
TIMES = "×"
ELLIPSIS = "…"
APOSTROPHES = "'’"

GAP = f"[ {NO_BREAK_SPACE}{THIN_NO_BREAK_SPACE}{SOFT_SPACE}]"
"""Any space that may stand between two words."""
UPPER = "A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻČĎĚĹĽŇŘŠŤŮŽŐŰ"
LOWER = "a-zß-öø-ÿąćęłńśźżčďěĺľňřšťůžőű"
"""Insides of character classes: the letters of Polish, Czech and their neighbours."""
LETTER = f"[{UPPER}{LOWER}]"
DASHES = "[-–—−]"
DIGITS = "0123456789"


def squeeze(text: str) -> str:
    """The text without spaces, to ask at once whether it holds what may be spaced in several ways."""
    for gap in GAP[1:-1]:
        text = text.replace(gap, "")
    return text
