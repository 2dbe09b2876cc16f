"""Takes the text of a PostScript calculator function, gives its results; bounded, without loops."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Sequence
from typing import Union

from layout.model.patterns import late_pattern

Step = Union[float, str, tuple["Step", ...]]
Program = tuple[Step, ...]

MAX_STEPS = 4_000
MAX_STACK = 100
"""ISO 32000-1, 7.10.5.1: a stack of 100 entries at least; no more is given."""

_TOKEN = late_pattern(rb"%[^\r\n]*|[{}]|[^\s{}%]+")


def translate_program(data: bytes) -> Program | None:
    """The program inside the outermost braces (ISO 32000-1, 7.10.5); None where it does not parse."""
    nests: list[list[Step]] = [[]]
    for count, found in enumerate(_TOKEN.finditer(data)):
        token = found.group()
        if count > MAX_STEPS or len(nests) > 32:
            return None
        if token == b"{":
            nests.append([])
        elif token == b"}":
            if len(nests) < 2:
                return None
            done = tuple(nests.pop())
            nests[-1].append(done)
        elif not token.startswith(b"%"):
            nests[-1].append(_translate_word(token))
    program = nests[0][0] if len(nests) == 1 and len(nests[0]) == 1 else None
    return program if isinstance(program, tuple) else None


def run_program(program: Program, inputs: Sequence[float]) -> list[float]:
    """The stack a program leaves; raises ValueError, IndexError or ZeroDivisionError on a bad one."""
    stack = [float(x) for x in inputs]
    _run(program, stack)
    return stack


def _translate_word(token: bytes) -> Step:
    try:
        return float(token)
    except ValueError:
        return token.decode("latin-1")


def _run(program: Program, stack: list[float]) -> None:
    for index, step in enumerate(program):
        if isinstance(step, float):
            stack.append(step)
        elif isinstance(step, str):
            if step in ("if", "ifelse"):
                _branch(program, index, step, stack)
            else:
                _do(step, stack)
        if len(stack) > MAX_STACK:
            raise ValueError("stack")


def _branch(program: Program, index: int, word: str, stack: list[float]) -> None:
    yes = program[index - (2 if word == "ifelse" else 1)]
    no = program[index - 1] if word == "ifelse" else ()
    chosen = yes if stack.pop() else no
    if not isinstance(chosen, tuple):
        raise ValueError(word)
    _run(chosen, stack)


def _do(word: str, stack: list[float]) -> None:
    if word in _ONE:
        stack[-1] = float(_ONE[word](stack[-1]))
    elif word in _TWO:
        second = stack.pop()
        stack[-1] = float(_TWO[word](stack[-1], second))
    else:
        _SHUFFLE[word](stack)


def _copy(stack: list[float]) -> None:
    count = int(stack.pop())
    if not 0 <= count <= len(stack):
        raise ValueError("copy")
    if count:
        stack.extend(stack[-count:])


def _index(stack: list[float]) -> None:
    depth = int(stack.pop())
    if depth < 0:
        raise ValueError("index")
    stack.append(stack[-1 - depth])


def _roll(stack: list[float]) -> None:
    turn, count = int(stack.pop()), int(stack.pop())
    if not 0 < count <= len(stack):
        raise ValueError("roll")
    turn %= count
    moved = stack[-count:]
    stack[-count:] = moved[count - turn :] + moved[: count - turn]


def _exchange(stack: list[float]) -> None:
    stack[-1], stack[-2] = stack[-2], stack[-1]


def _shift(a: float, by: float) -> float:
    places = max(-31, min(31, int(by)))
    return int(a) << places if places >= 0 else int(a) >> -places


def _power(a: float, b: float) -> float:
    return math.pow(a, b)


_ONE: dict[str, Callable[[float], float]] = {
    "abs": abs,
    "neg": operator.neg,
    "ceiling": math.ceil,
    "floor": math.floor,
    "round": lambda a: math.floor(a + 0.5),
    "truncate": math.trunc,
    "cvi": math.trunc,
    "cvr": float,
    "sqrt": math.sqrt,
    "sin": lambda a: math.sin(math.radians(a)),
    "cos": lambda a: math.cos(math.radians(a)),
    "ln": math.log,
    "log": math.log10,
    "not": lambda a: 1.0 - a if a in (0.0, 1.0) else ~int(a),
}

_TWO: dict[str, Callable[[float, float], float]] = {
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "div": operator.truediv,
    "idiv": lambda a, b: math.trunc(a / b),
    "mod": math.fmod,
    "atan": lambda a, b: math.degrees(math.atan2(a, b)) % 360,
    "exp": _power,
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "ge": operator.ge,
    "lt": operator.lt,
    "le": operator.le,
    "and": lambda a, b: int(a) & int(b),
    "or": lambda a, b: int(a) | int(b),
    "xor": lambda a, b: int(a) ^ int(b),
    "bitshift": _shift,
}

_SHUFFLE: dict[str, Callable[[list[float]], None]] = {
    "pop": lambda stack: stack.__delitem__(-1),
    "exch": _exchange,
    "dup": lambda stack: stack.append(stack[-1]),
    "copy": _copy,
    "index": _index,
    "roll": _roll,
    "true": lambda stack: stack.append(1.0),
    "false": lambda stack: stack.append(0.0),
}
