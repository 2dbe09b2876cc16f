"""Takes a stream as it stands in the file, says whether its data come to their end; gives none back."""

from __future__ import annotations

import zlib

from layout.preflight.reading import objects as pdf
from layout.preflight.reading.limits import Budget

CHUNK = 1 << 18
LARGEST = 1 << 30
"""Unpacked bytes after which nothing more is asked."""


def coded_data(stream: pdf.Stream) -> tuple[str, bytes]:
    """A stream's first filter that does more than spell bytes as letters (or none), and its data."""
    data = pdf.packed(stream)
    for name in pdf.filters(stream):
        undone = pdf.undo_letters(name, data)
        if undone is None:
            return name, data
        data = undone
    return "", data


def is_cut(stream: pdf.Stream, budget: Budget, least: int = 0) -> bool:
    """Whether Flate data lack their end or sum (RFC 1950), or Flate and plain data have under `least` bytes.

    What a predictor adds to them is not taken off; other filters are not asked. Raises OverLimitError.
    """
    name, data = coded_data(stream)
    if name == "FlateDecode":
        size = _inflated_size(data, budget)
        return size is None or (size < least and len(pdf.filters(stream)) == 1)
    return name == "" and 0 < len(data) < least


def _inflated_size(data: bytes, budget: Budget) -> int | None:
    """How many bytes zlib's data give; None where they are damaged or end too early."""
    inflater = zlib.decompressobj()
    size = 0
    try:
        for start in range(0, len(data), CHUNK):
            rest = data[start : start + CHUNK]
            while rest and not inflater.eof:
                size += len(inflater.decompress(rest, CHUNK))
                rest = inflater.unconsumed_tail
                budget.check_time()
            if inflater.eof or size > LARGEST:
                return size
        size += len(inflater.flush())
    except zlib.error:
        return None
    return size if inflater.eof else None
