"""Lengths and invisible characters by name; points are the only unit inside the program."""

MM = 72.0 / 25.4
"""Points in a millimetre (a point here is the PostScript point, 1/72 inch)."""

NO_BREAK_SPACE = "\u00a0"
THIN_NO_BREAK_SPACE = "\u202f"
SOFT_HYPHEN = "\u00ad"
LINE_BREAK = "\u2028"
"""A forced line break inside a paragraph."""
SOFT_SPACE = "\ue000"
"""A space at which a line may break only at a price (a private-use character, set as U+0020)."""


def mm(length: float) -> float:
    """Points of a length in millimetres."""
    return length * MM


def to_mm(length: float) -> float:
    """Millimetres of a length in points."""
    return length / MM
