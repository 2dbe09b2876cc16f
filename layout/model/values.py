"""What a message tells of a mistake: numbers, lengths, names by their kind; never how a language says them.

`str()` of any of them is bare text for programs and for what is typed: a decimal point, no unit, no grouping.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Union

from layout.model.records import Struct
from layout.model.units import to_mm


def plain_number(value: float, digits: int) -> str:
    """A number of at most `digits` decimals, without needless zeros and never “-0”."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


class Count(Struct, frozen=True):
    """How many of something there are; the only value that may choose the form of a noun."""

    number: int

    def __str__(self) -> str:
        return str(self.number)


class Quantity(Struct, frozen=True):
    """A number without a unit, such as a ratio, said with at most `digits` decimals."""

    number: float
    digits: int = 1

    def __str__(self) -> str:
        return plain_number(self.number, self.digits)


class Percent(Struct, frozen=True):
    """A share of 1, said in per cent."""

    share: float
    digits: int = 0

    def __str__(self) -> str:
        return plain_number(self.share * 100, self.digits)


class Millimetres(Struct, frozen=True):
    """A length in points that is said in millimetres."""

    points: float
    digits: int = 1

    def __str__(self) -> str:
        return plain_number(to_mm(self.points), self.digits)


class Points(Struct, frozen=True):
    """A length in points that is said so: a size of type, a leading, the weight of a line."""

    points: float
    digits: int = 2

    def __str__(self) -> str:
        return plain_number(self.points, self.digits)


class Extent(Struct, frozen=True):
    """Width × height in points, said in millimetres."""

    width: float
    height: float
    digits: int = 1

    def __str__(self) -> str:
        return f"{Millimetres(self.width, self.digits)} × {Millimetres(self.height, self.digits)}"


class SquareMillimetres(Struct, frozen=True):
    """An area in square millimetres."""

    area: float
    digits: int = 0

    def __str__(self) -> str:
        return plain_number(self.area, self.digits)


class ByteSize(Struct, frozen=True):
    """A number of bytes, said in kB or MB; the units are decimal (IEC 80000-13)."""

    number: int

    def __str__(self) -> str:
        return str(self.number)


class Named(Struct, frozen=True):
    """A thing that each language names in `terms.toml`: its table and its own name there.

    What another program says (table `reason`) may be missing there, and is then said as it is.
    """

    table: str
    name: str

    def __str__(self) -> str:
        return self.name


class SystemReason(Struct, frozen=True):
    """Why the system refuses: the number of its error (errno) and its own words for it."""

    number: int
    words: str

    @classmethod
    def of(cls, error: OSError) -> SystemReason:
        """What an exception of the system says."""
        return cls(error.errno or 0, error.strerror or str(error))

    def __str__(self) -> str:
        return self.words


class Listed(Struct, frozen=True):
    """Several values, one after the other."""

    values: tuple[Value, ...]

    def __str__(self) -> str:
        return ", ".join(map(str, self.values))


Value = Union[
    str,
    int,
    Count,
    Quantity,
    Percent,
    Millimetres,
    Points,
    Extent,
    SquareMillimetres,
    ByteSize,
    Named,
    SystemReason,
    Listed,
]
"""A `str` is what a user or a file calls something, has typed or is to type, and is said as it stands.

An `int` is a number that names a thing (a line, a page, a level) and is said without grouping.
"""

Values = Mapping[str, Value]
