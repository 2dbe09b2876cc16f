"""A passage on its way to a translator and back."""

from __future__ import annotations

from hashlib import sha256

from layout.model.content.translation import Route
from layout.model.diagnostic import Span
from layout.model.records import Struct


class ExchangeUnit(Struct, frozen=True, kw_only=True):
    """A passage that goes out: its `source` and `target` as typed, and what a translator should know of it.

    `state` is XLIFF's word for where it stands (1.2, 2.3: state), `approved` whether both offices want it so.
    """

    identity: str
    file: str
    where: Span
    kind: str
    source: str
    target: str
    state: str
    approved: bool
    remark: str = ""


class ReturnedUnit(Struct, frozen=True):
    """A passage that came back: its identity, and its words as typed markup or with numbered codes.

    `codes` has the numbers of codes in the order they stand in `target`, where they are written as marks;
    None where the words are typed markup. `row` counts in the file, from 1.
    """

    identity: str
    target: str
    row: int
    codes: tuple[str, ...] | None = None


def digest_source(text: str) -> str:
    """What tells a source text from any other in an identity."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def make_identity(file: str, route: Route, source: str) -> str:
    """Where a passage stands and what it said when it went out: `sections/a.yaml#3.list.items.0~1a2b3c4d`."""
    return f"{file}#{'.'.join(map(str, route))}~{digest_source(source)}"
