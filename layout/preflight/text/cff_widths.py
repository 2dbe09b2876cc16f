"""Takes a CFF program's glyph descriptions, gives the glyphs' widths; runs no drawing operator.

A width stands before the first operator that clears the stack (Adobe Technical Note 5177, 3.1), given as a
difference from the nominal one of its Private DICT (5176, 15). It is looked for no further than that.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from typing import Any, overload

_MOST_STEPS = 400
"""Operands and operators that are read of a glyph: fonts that hide its width deeper do not tell it."""
_DEEPEST = 10
"""Subroutines inside one another (5177, appendix B)."""
_HINTS = frozenset((1, 3, 18, 19, 20, 23))
_ARGUMENTS = {4: 1, 22: 1, 21: 2, 14: 0}
"""Operands of vmoveto, hmoveto, rmoveto and endchar without a width; four at an accented letter’s endchar."""
_CALL, _CALL_GLOBAL, _RETURN = 10, 29, 11


class CffAdvances(Sequence[float]):
    """The width of each glyph in thousandths of an em, read when asked for; nan where it does not tell."""

    def __init__(self, top: Any, count: int) -> None:
        self._top = top
        self._count = count
        self._known: dict[int, float] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> float: ...
    @overload
    def __getitem__(self, index: slice) -> list[float]: ...
    def __getitem__(self, index: int | slice) -> float | list[float]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(self._count))]
        if not 0 <= index < self._count:
            raise IndexError(index)
        found = self._known.get(index)
        if found is None:
            try:
                found = _read_width(self._top, index)
            except Exception:  # fontTools raises of all kinds
                found = nan
            self._known[index] = found
        return found


def _read_width(top: Any, glyph: int) -> float:
    """The width of a glyph, by its own Private DICT and the font matrices over it."""
    part = top
    if hasattr(top, "ROS"):
        part = top.FDArray[top.FDSelect[glyph]]
    private = part.Private
    code = top.CharStrings.charStringsIndex[glyph].bytecode
    local = getattr(private, "Subrs", ())
    difference = _find_difference(code, local, top.GlobalSubrs)
    width = private.defaultWidthX if difference is None else private.nominalWidthX + difference
    return float(width) * _scale(top, part)


def _scale(top: Any, part: Any) -> float:
    """Thousandths of an em in a unit: a font of several parts may scale each, or all, or both."""
    written = [
        one.rawDict["FontMatrix"][0]
        for one in {id(top): top, id(part): part}.values()
        if "FontMatrix" in one.rawDict
    ]
    scale = 1000.0
    for matrix in written or [0.001]:
        scale *= matrix
    return scale


class _Untold(Exception):
    """The width stands deeper than is looked."""


def _find_difference(code: bytes, local: Sequence[Any], shared: Sequence[Any]) -> float | None:
    """The operand that tells the width, None where there is none; raises _Untold."""
    stack: list[float] = []
    waiting = [(code, 0)]
    for _ in range(_MOST_STEPS):
        if not waiting:
            break
        code, at = waiting.pop()
        operator, at = _read_operand(code, at, stack)
        if operator is None:
            waiting.append((code, at))
        elif operator in (_CALL, _CALL_GLOBAL):
            routines = local if operator == _CALL else shared
            if len(waiting) >= _DEEPEST:
                raise _Untold
            waiting += [(code, at), (routines[int(stack.pop()) + _bias(len(routines))].bytecode, 0)]
        elif operator in _HINTS:
            return stack[0] if len(stack) % 2 else None
        elif operator in _ARGUMENTS:
            return _spare(operator, stack)
        elif operator != _RETURN:
            raise _Untold
    raise _Untold


def _spare(operator: int, stack: list[float]) -> float | None:
    """The first operand where there is one more than the operator takes."""
    needed = (_ARGUMENTS[operator], 4) if operator == 14 else (_ARGUMENTS[operator],)
    return stack[0] if len(stack) - 1 in needed else None


def _bias(count: int) -> int:
    return 107 if count < 1240 else 1131 if count < 33900 else 32768


def _read_operand(code: bytes, at: int, stack: list[float]) -> tuple[int | None, int]:
    """Puts an operand on the stack (5177, 3.2), or gives the operator there, and the next place."""
    first = code[at]
    if first == 28:
        stack.append(int.from_bytes(code[at + 1 : at + 3], "big", signed=True))
        return None, at + 3
    if first < 32:
        return first, at + 1
    if first < 247:
        stack.append(first - 139)
        return None, at + 1
    if first < 255:
        high, low = (first - 247) % 4 * 256, code[at + 1] + 108
        stack.append(high + low if first < 251 else -high - low)
        return None, at + 2
    stack.append(int.from_bytes(code[at + 1 : at + 5], "big", signed=True) / 65536)
    return None, at + 5
