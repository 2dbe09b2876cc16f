"""Font files by family, weight and slope."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFace:
    """One font file; `key` names it in shapes and in the PDF."""

    key: str
    family: str
    weight: str
    italic: bool
    path: str
    sha256: str
    licence: str


@dataclass(frozen=True, slots=True)
class FontCatalogue:
    """Every face at hand, by (family, weight, italic)."""

    faces: Mapping[tuple[str, str, bool], FontFace]

    @property
    def families(self) -> frozenset[str]:
        return frozenset(family for family, _, _ in self.faces)
