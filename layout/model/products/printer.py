"""What one print shop asks of a file: the record that the print edition and its judge share."""

from __future__ import annotations

from enum import Enum

from layout.model.records import Struct
from layout.model.units import mm


class Standard(Enum):
    """The exchange standard a shop takes (ISO 15930-7:2010, ISO 15930-4:2003)."""

    X4 = "PDF/X-4"
    X1A = "PDF/X-1a:2003"


class PrinterMark(Enum):
    """What may stand outside the bleed."""

    CROP = "crop"
    REGISTRATION = "registration"
    COLOUR_BAR = "colour-bar"
    FOLD = "fold"
    SLUG = "slug"


class SpotPolicy(Enum):
    """Whether inks beside the four process inks may be used."""

    REFUSED = "refused"
    LISTED = "listed"
    ALLOWED = "allowed"


class Exemption(Struct, frozen=True):
    """A rule that this shop does not hold against a file, and why; no pages means every page."""

    rule: str
    reason: str
    pages: tuple[int, ...] = ()


class PrinterProfile(Struct, frozen=True, kw_only=True):
    """One contractor's demands; lengths in points, inks and tints as parts of 1 (3.0 is 300 %).

    `icc` is the profile of the printing condition, embedded as output intent; `separation_icc` is the one
    that RGB pictures are converted with (the same condition with its inks limited). Both are file names in
    `layout/resources/icc`, or whole paths.
    """

    name: str = "print"
    shop: str = ""
    """The contractor as people call it; printed in the report."""
    standard: Standard = Standard.X4
    condition: str = "FOGRA39"
    """OutputConditionIdentifier of the characterisation (registry http://www.color.org)."""
    icc: str = "FOGRA39L_coated.icc"
    separation_icc: str = "FOGRA39L_ink300.icc"
    trim: tuple[float, float] | None = None
    """Width and height of the finished page; None for any."""
    bleed: float = mm(3)
    safe_zone: float = mm(5)
    marks: frozenset[PrinterMark] = frozenset({PrinterMark.CROP})
    mark_offset: float = mm(3)
    """From the trim to the nearest mark."""
    ink_limit: float = 3.0
    minimum_line: float = 0.3
    minimum_text: float = 6.0
    one_ink_text: float = 14.0
    """Text smaller than this is printed in a single ink."""
    ppi: float = 300.0
    """Wanted resolution of continuous-tone images at their printed size; less is a warning."""
    minimum_ppi: float = 200.0
    """Less is an error."""
    bitmap_ppi: float = 1200.0
    """Wanted resolution of images of 1 bit; less is a warning."""
    spots: SpotPolicy = SpotPolicy.REFUSED
    spot_names: tuple[str, ...] = ()
    """The spot inks a `listed` policy names."""
    page_multiple: int = 4
    """Folded sheets need it of more than one leaf; 1 asks nothing."""
    exemptions: tuple[Exemption, ...] = ()
