"""Takes placed pictures and words, gives sheets of A4 with all of them small; reads no file."""

from __future__ import annotations

from collections.abc import Sequence

from layout.compose.proof.sheets import HEIGHT, WIDTH, set_line
from layout.model.layout import ARTIFACT, Box, Item, Layout, LayoutPage, PlacedPicture, StructNode
from layout.model.records import replace
from layout.model.units import mm
from layout.text.faces import Face

ACROSS, DOWN = 3, 4
MARGIN, GAP = mm(12), mm(6)
SIZE, LEADING = 6.5, 8.5
LINES = 4
"""Lines of words that have room below a picture."""
_LONGEST = 52
"""Characters of a line that a cell holds."""


def thumbnail_layout(entries: Sequence[tuple[PlacedPicture, tuple[str, ...]]], face: Face) -> Layout:
    """Each picture whole as it is seen, with the first lines of what is said of it below, set in `face`."""
    width = (WIDTH - 2 * MARGIN - (ACROSS - 1) * GAP) / ACROSS
    height = (HEIGHT - 2 * MARGIN - (DOWN - 1) * GAP) / DOWN
    pages: list[list[Item]] = [[]]
    for order, (picture, lines) in enumerate(entries):
        place = order % (ACROSS * DOWN)
        if order and not place:
            pages.append([])
        x = MARGIN + place % ACROSS * (width + GAP)
        y = MARGIN + place // ACROSS * (height + GAP)
        pages[-1].append(_fit(picture, Box(x, y, width, height - LINES * LEADING)))
        for number, line in enumerate(lines[:LINES]):
            said = line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
            down = y + height - (LINES - 1 - number) * LEADING
            pages[-1].append(set_line(said, face, SIZE, x, down))
    return Layout(
        width=WIDTH,
        height=HEIGHT,
        bleed=0.0,
        pages=tuple(LayoutPage(number, tuple(items)) for number, items in enumerate(pages, 1)),
        structure=StructNode(tag="Document"),
        outline=(),
    )


def _fit(picture: PlacedPicture, cell: Box) -> PlacedPicture:
    """The picture as large as the cell allows, standing at its foot."""
    seen = picture.clip or picture.box
    scale = min(cell.width / seen.width, cell.height / seen.height)
    x, y = cell.x, cell.y + cell.height - seen.height * scale

    def moved(box: Box) -> Box:
        across, down = (box.x - seen.x) * scale, (box.y - seen.y) * scale
        return Box(x + across, y + down, box.width * scale, box.height * scale)

    clip = None if picture.clip is None else moved(picture.clip)
    return replace(picture, box=moved(picture.box), clip=clip, leaf=ARTIFACT)
