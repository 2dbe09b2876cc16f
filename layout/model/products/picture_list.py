"""What a list of pictures says of each of them."""

from __future__ import annotations

from layout.model.diagnostic import Span
from layout.model.layout import PlacedPicture
from layout.model.records import Struct


class ListedPicture(Struct, frozen=True, kw_only=True):
    """One placed picture: where it was written and stands, as what, and how good it is for print.

    `width` and `height` are what is seen, in points; `ppi` is None for shapes; `colours` are the file's own
    colour models; `ink` is the most of all inks (parts of 1) in print, None where nobody knows before that;
    `enlarged` pictures have fewer pixels than a press wants.
    """

    file: str
    where: Span
    page: int
    place: str
    kind: str
    width: float
    height: float
    ppi: float | None
    colours: tuple[str, ...]
    profile: str
    ink: float | None
    enlarged: bool
    item: PlacedPicture
