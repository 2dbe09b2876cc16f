"""Takes a page's content, gives how many states it saves or restores too often; never changes it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from layout.model.patterns import late_pattern
from layout.output.pdf.scanning import scan_operators

_STATES = late_pattern(rb"[qQ](?<![^\s>\])}].)(?![^\s\[<(/%])", re.DOTALL)
"""The letters q and Q where they stand as operators, or alone inside a string."""

Balance = tuple[int, int]
"""Operators q to put before the content and Q to put after it."""

BALANCED: Balance = (0, 0)


def missing_states(content: bytes) -> Balance:
    """What makes q and Q balance, as a form must (ISO 32000-1, 8.4.2); pages with a Q too many exist.

    A viewer that restores more than the form saved loses the page's place on the sheet. The quick
    count is believed when it balances; else the content is scanned, since strings may hold letters.
    """
    if _balance(match[0] for match in _STATES.finditer(content)) == BALANCED:
        return BALANCED
    return _balance(name for name, _, _ in scan_operators(content))


def _balance(operators: Iterable[bytes]) -> Balance:
    depth = lowest = 0
    for operator in operators:
        if operator == b"q":
            depth += 1
        elif operator == b"Q":
            depth -= 1
            lowest = min(lowest, depth)
    return -lowest, depth - lowest
