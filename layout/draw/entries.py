"""The values of PDF objects as plain records, which each library's writer spells in its own objects.

ReportLab draws and pypdf finishes; a font or a picture that either of them embeds is described once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Union

from layout.model.records import Struct


class PdfName(str):
    """A name (ISO 32000-1, 7.3.5), without its slash; other `str` are strings."""

    __slots__ = ()


class StreamEntry(Struct, frozen=True):
    """A stream; `packed` data have their filter among the entries already, others are deflated."""

    entries: Mapping[str, PdfEntry]
    data: bytes
    packed: bool = False


class Indirect(Struct, frozen=True):
    """A value that is an object of its own and stands here by reference."""

    value: StreamEntry | Mapping[str, PdfEntry]


class Reference(Struct, frozen=True):
    """A reference to an object that has the `name` in the store."""

    name: str


PdfEntry = Union[
    bool,
    int,
    float,
    str,
    PdfName,
    tuple["PdfEntry", ...],
    Mapping[str, "PdfEntry"],
    StreamEntry,
    Indirect,
    Reference,
]
"""Numbers, strings, names, arrays, dictionaries whose keys have no slash, streams and references."""
