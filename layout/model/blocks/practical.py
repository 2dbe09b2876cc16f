"""Places and services that guests need."""

from __future__ import annotations

from layout.model.content.pairs import Pair, ProsePair
from layout.model.diagnostic import Span
from layout.model.records import Struct


class Stop(Struct, frozen=True):
    """A place or a service guests need: address and phones in `lines`, an emergency `number` set large.

    `number` has no-break spaces. `map` is what a QR code beside it says (a `geo:` or a map's address).
    """

    where: Span
    name: ProsePair
    lines: tuple[ProsePair, ...]
    number: Pair[str] | None
    map: str | None


class Practical(Struct, frozen=True):
    """Addresses, phones, emergency numbers and codes that lead to maps."""

    where: Span
    stops: tuple[Stop, ...]
