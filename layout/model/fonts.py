"""Font files by family, weight and slope."""

from __future__ import annotations

from collections.abc import Mapping

from layout.model.diagnostic import Span
from layout.model.records import Struct

WEIGHTS = ("thin", "extralight", "light", "regular", "medium", "semibold", "bold", "extrabold", "black")
"""Names of font weights from 100 to 900 (OpenType, usWeightClass)."""


class FontFace(Struct, frozen=True, kw_only=True):
    """One font file; `key` names it in shapes and in the PDF."""

    key: str
    family: str
    weight: str
    italic: bool
    path: str
    sha256: str
    licence: str
    where: Span | None = None
    """Where content describes it; none of a face that is shipped."""

    @property
    def weight_class(self) -> int:
        """The weight as a number, which is also a place on a variable font's axis `wght`."""
        return 100 * (WEIGHTS.index(self.weight) + 1)


class FontCatalogue(Struct, frozen=True):
    """Every face at hand, by (family, weight, italic)."""

    faces: Mapping[tuple[str, str, bool], FontFace]

    @property
    def families(self) -> frozenset[str]:
        return frozenset(family for family, _, _ in self.faces)
