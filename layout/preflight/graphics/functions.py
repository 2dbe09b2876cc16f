"""Takes a PDF function object, gives a record that can be evaluated; never raises on a broken one."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Sequence
from itertools import product
from typing import Union

from layout.model.records import Struct
from layout.preflight.graphics.calculator import Program, run_program, translate_program
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.limits import Budget

Pairs = tuple[tuple[float, float], ...]


class Sampled(Struct, frozen=True):
    """Type 0: a table of samples, interpolated linearly (ISO 32000-1, 7.10.2)."""

    domain: Pairs
    encode: Pairs
    sizes: tuple[int, ...]
    outputs: int
    samples: tuple[float, ...]
    """Decoded values, the first input varying fastest, the outputs of one point together."""


class Exponential(Struct, frozen=True):
    """Type 2: from `start` to `end` along a power (ISO 32000-1, 7.10.3)."""

    domain: Pairs
    start: tuple[float, ...]
    end: tuple[float, ...]
    power: float


class Stitching(Struct, frozen=True):
    """Type 3: pieces of one input, each with its own function (ISO 32000-1, 7.10.4)."""

    domain: Pairs
    pieces: tuple[Function, ...]
    bounds: tuple[float, ...]
    encode: Pairs


class Calculator(Struct, frozen=True):
    """Type 4: a little program (ISO 32000-1, 7.10.5)."""

    domain: Pairs
    range: Pairs
    program: Program


class Several(Struct, frozen=True):
    """An array of functions of one output each, as shadings have."""

    members: tuple[Function, ...]


Function = Union[Sampled, Exponential, Stitching, Calculator, Several]

MAX_SAMPLES = 1 << 18
MAX_INPUTS = 8


def read_function(value: object, budget: Budget, depth: int = 0) -> Function | None:
    """The function a dictionary, a stream or an array of them describes; None if it is broken."""
    if depth > 8:
        return None
    members = pdf.array(value)
    if members:
        read = [read_function(member, budget, depth + 1) for member in members[:64]]
        return Several(tuple(one for one in read if one is not None)) if all(read) else None
    found = pdf.dictionary(value)
    kind = pdf.integer(pdf.entry(found, "FunctionType"), -1)
    domain = _pairs(pdf.entry(found, "Domain"))
    if not domain or len(domain) > MAX_INPUTS:
        return None
    reader = _READ.get(kind)
    try:
        return reader(value, domain, budget, depth) if reader else None
    except (ValueError, LookupError, ArithmeticError):
        return None


def evaluate(function: Function, inputs: Sequence[float]) -> tuple[float, ...]:
    """The function's outputs; an empty tuple where it cannot be computed."""
    try:
        if isinstance(function, Several):
            return tuple(x for member in function.members for x in evaluate(member, inputs))
        outputs = _evaluate(function, inputs)
    except (ValueError, LookupError, ArithmeticError):
        return ()
    return outputs if all(map(math.isfinite, outputs)) else ()


def fingerprint(function: Function | None) -> str:
    """A short text that is equal for equal functions only."""
    return hashlib.sha256(repr(function).encode()).hexdigest()[:16]


def _pairs(value: object) -> Pairs:
    flat = pdf.numbers(value)
    return tuple(zip(flat[::2], flat[1::2], strict=False))


def _clamp(x: float, low: float, high: float) -> float:
    return min(max(x, low), high)


def _blend(x: float, source: tuple[float, float], target: tuple[float, float]) -> float:
    width = source[1] - source[0]
    return target[0] + (x - source[0]) * (target[1] - target[0]) / width if width else target[0]


def _read_sampled(value: object, domain: Pairs, budget: Budget, depth: int) -> Sampled | None:
    stream = pdf.stream(value)
    if stream is None:
        return None
    sizes = tuple(int(size) for size in pdf.numbers(pdf.entry(stream, "Size")))
    outputs = _pairs(pdf.entry(stream, "Range"))
    bits = pdf.integer(pdf.entry(stream, "BitsPerSample"))
    count = math.prod(sizes) * len(outputs)
    if len(sizes) != len(domain) or min(sizes) < 1 or bits not in _BITS or not 0 < count <= MAX_SAMPLES:
        return None
    data = pdf.decode(stream, budget)
    if data is None or len(data) * 8 < count * bits:
        return None
    decode = _pairs(pdf.entry(stream, "Decode")) or outputs
    encode = _pairs(pdf.entry(stream, "Encode")) or tuple((0.0, size - 1.0) for size in sizes)
    if len(decode) != len(outputs) or len(encode) != len(sizes):
        return None
    top = (0.0, float((1 << bits) - 1))
    samples = tuple(
        _blend(sample, top, decode[index % len(outputs)])
        for index, sample in enumerate(_unpack(data, bits, count))
    )
    return Sampled(domain, encode, sizes, len(outputs), samples)


_BITS = (1, 2, 4, 8, 12, 16, 24, 32)


def _unpack(data: bytes, bits: int, count: int) -> list[int]:
    if bits == 8:
        return list(data[:count])
    if bits > 8 and bits % 8 == 0:
        step = bits // 8
        return [int.from_bytes(data[i : i + step], "big") for i in range(0, count * step, step)]
    mask = (1 << bits) - 1
    found: list[int] = []
    held = size = 0
    for byte in data:
        held, size = (held << 8) | byte, size + 8
        while size >= bits and len(found) < count:
            size -= bits
            found.append((held >> size) & mask)
        held &= (1 << size) - 1
    return found


def _read_exponential(value: object, domain: Pairs, budget: Budget, depth: int) -> Exponential | None:
    found = pdf.dictionary(value)
    start = pdf.numbers(pdf.entry(found, "C0")) or (0.0,)
    end = pdf.numbers(pdf.entry(found, "C1")) or (1.0,)
    if len(start) != len(end) or len(domain) != 1:
        return None
    return Exponential(domain, start, end, pdf.number(pdf.entry(found, "N"), 1.0))


def _read_stitching(value: object, domain: Pairs, budget: Budget, depth: int) -> Stitching | None:
    found = pdf.dictionary(value)
    members = pdf.array(pdf.entry(found, "Functions"))[:256]
    pieces = [read_function(member, budget, depth + 1) for member in members]
    bounds = pdf.numbers(pdf.entry(found, "Bounds"))
    encode = _pairs(pdf.entry(found, "Encode"))
    sound = len(bounds) == len(pieces) - 1 and len(encode) == len(pieces) and len(domain) == 1
    if not sound or not all(pieces):
        return None
    return Stitching(domain, tuple(piece for piece in pieces if piece), bounds, encode)


def _read_calculator(value: object, domain: Pairs, budget: Budget, depth: int) -> Calculator | None:
    stream = pdf.stream(value)
    outputs = _pairs(pdf.entry(pdf.dictionary(value), "Range"))
    data = pdf.decode(stream, budget, 1 << 16) if stream is not None else None
    program = translate_program(data) if data is not None else None
    return Calculator(domain, outputs, program) if program is not None and outputs else None


_READ: dict[int, Callable[[object, Pairs, Budget, int], Function | None]] = {
    0: _read_sampled,
    2: _read_exponential,
    3: _read_stitching,
    4: _read_calculator,
}


def _evaluate_sampled(function: Sampled, inputs: tuple[float, ...]) -> tuple[float, ...]:
    floors, parts = [], []
    for x, limits, encode, size in zip(inputs, function.domain, function.encode, function.sizes, strict=True):
        place = _clamp(_blend(x, limits, encode), 0.0, size - 1.0)
        floor = min(int(place), max(size - 2, 0))
        floors.append(floor)
        parts.append(place - floor)
    totals = [0.0] * function.outputs
    for corner in product((0, 1), repeat=len(floors)):
        weight = math.prod(part if up else 1 - part for up, part in zip(corner, parts, strict=True))
        if weight:
            start = _sample_index(function.sizes, floors, corner) * function.outputs
            for output in range(function.outputs):
                totals[output] += weight * function.samples[start + output]
    return tuple(totals)


def _sample_index(sizes: tuple[int, ...], floors: list[int], corner: tuple[int, ...]) -> int:
    index, stride = 0, 1
    for size, floor, up in zip(sizes, floors, corner, strict=True):
        index += min(floor + up, size - 1) * stride
        stride *= size
    return index


def _evaluate_exponential(function: Exponential, inputs: tuple[float, ...]) -> tuple[float, ...]:
    part = math.pow(inputs[0], function.power) if inputs[0] else float(not function.power)
    return tuple(a + part * (b - a) for a, b in zip(function.start, function.end, strict=True))


def _evaluate_stitching(function: Stitching, inputs: tuple[float, ...]) -> tuple[float, ...]:
    edges = (function.domain[0][0], *function.bounds, function.domain[0][1])
    piece = sum(1 for bound in function.bounds if inputs[0] >= bound)
    x = _blend(inputs[0], (edges[piece], edges[piece + 1]), function.encode[piece])
    return evaluate(function.pieces[piece], (x,))


def _evaluate_calculator(function: Calculator, inputs: tuple[float, ...]) -> tuple[float, ...]:
    stack = run_program(function.program, inputs)
    outputs = stack[-len(function.range) :]
    return tuple(_clamp(x, *limits) for x, limits in zip(outputs, function.range, strict=True))


def _evaluate(
    function: Sampled | Exponential | Stitching | Calculator, inputs: Sequence[float]
) -> tuple[float, ...]:
    held = tuple(_clamp(x, *limits) for x, limits in zip(inputs, function.domain, strict=True))
    match function:
        case Sampled():
            return _evaluate_sampled(function, held)
        case Exponential():
            return _evaluate_exponential(function, held)
        case Stitching():
            return _evaluate_stitching(function, held)
        case Calculator():
            return _evaluate_calculator(function, held)
