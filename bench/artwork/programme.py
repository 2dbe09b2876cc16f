"""Draws what holds the place of the programme's logo, which may not be shipped: a frame that says so, 32 × 12 mm."""

from __future__ import annotations

from lettering import outline
from palette import filled, save, stroked

INK = "#000000"
FRAME = "M0.3 0.3H31.7V11.7H0.3Z"
WORDS = (
    ("logo programu", "Lato-Regular", 10.0, 5.3),
    ("znak zastępczy · zástupný znak", "Lato-Regular", 5.5, 8.9),
)
"""Words that are the same in both languages, then each language's own; face, size in points, baseline in mm."""


def draw_stand_in() -> None:
    """`logo-programme.svg`."""
    letters = [filled(outline(text, face, size, (16.0, y), "middle"), INK) for text, face, size, y in WORDS]
    save("logo-programme.svg", 32, 12, [stroked(FRAME, INK, 0.25), *letters])


if __name__ == "__main__":
    draw_stand_in()
