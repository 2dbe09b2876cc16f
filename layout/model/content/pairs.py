"""The same thing in both languages: what every block of a brochure is made of."""

from __future__ import annotations

from typing import Generic, TypeVar, Union

from layout.model.content.prose import Prose
from layout.model.records import Struct

T = TypeVar("T")


class Pair(Struct, Generic[T], frozen=True):
    """The same thing in both languages, in the order of `Brochure.languages`."""

    left: T
    right: T

    @property
    def sides(self) -> tuple[T, T]:
        return (self.left, self.right)


MaybeProse = Union[Prose, None]
ProsePair = Pair[MaybeProse]
"""One passage in both languages; a side is None only in a block of one language."""
