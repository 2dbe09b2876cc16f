"""Takes numbers, gives the operators of a content stream as text; never a colour other than grey."""

from __future__ import annotations

from layout.model.geometry import Matrix, Rect

Point = tuple[float, float]


def number(value: float, places: int = 4) -> str:
    """A PDF number of at most `places` decimals, without an exponent."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """PDF numbers with spaces between."""
    return " ".join(map(number, values))


def clip(rect: Rect) -> str:
    """Nothing outside `rect` is painted from here on."""
    return f"{numbers(rect.x0, rect.y0, rect.width, rect.height)} re W n"


def concatenate(matrix: Matrix) -> str:
    """Transform what follows; seven decimals for the factors, since a page is thousands of units wide."""
    return f"{' '.join(number(value, 7) for value in matrix[:4])} {numbers(*matrix[4:])} cm"


def line(start: Point, end: Point) -> str:
    """A stroked line in the pen that is set."""
    return f"{numbers(*start)} m {numbers(*end)} l S"


def pen(width: float, grey: float | None = 0.0, dash: str = "") -> str:
    """Set line width in points, dashes and stroke grey (0 black; None leaves the colour)."""
    colour = "" if grey is None else f"{number(grey)} G "
    return f"{colour}{number(width)} w [{dash}] 0 d"
