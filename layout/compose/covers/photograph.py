"""Takes a picture for the cover and the words on it, gives both so that each word is read; decodes none."""

from __future__ import annotations

from pathlib import Path as FilePath

from layout.compose.covers.judge import LEAST_CONTRAST
from layout.compose.covers.moods import OpenCovers
from layout.compose.covers.words import CoverPassage, Words, around, recolour
from layout.compose.drawings.river import draw_ground
from layout.images.pixels import RasterInfo
from layout.model.blocks.pictures import Figure, Placement
from layout.model.colour import Colour
from layout.model.diagnostic import Span
from layout.model.layout import ARTIFACT, Box, DrawingItem, ImageItem, Item
from layout.model.records import Struct, replace
from layout.source.fields.colours import contrast

SPANS = 0.6
"""The part of a picture that must stay seen for it to run over both covers."""
PAD = 1.25
"""Between words and the edge of the panel they stand on, in grid lines."""


class Mounted(Struct, frozen=True):
    """A picture on the covers and the words that stand on it."""

    front: tuple[Item, ...]
    back: tuple[Item, ...]
    words: Words


def find_picture(sheet: OpenCovers) -> str | None:
    """The content's first photograph, one that fills a page's width before others; None where it has none."""
    blocks = (block for section in sheet.brochure.sections for block in section.blocks)
    figures = [block for block in blocks if isinstance(block, Figure)]
    figures.sort(key=lambda figure: figure.placement is not Placement.BLEED)
    return next(
        (one.file for one in figures if isinstance(sheet.desk.load(one.file, one.choice), RasterInfo)), None
    )


def mount_picture(sheet: OpenCovers, file: str, info: RasterInfo, words: Words) -> Mounted:
    """The picture over the front and, if its shape lets it, the back; words it would hide get a panel."""
    page, theme, seen = sheet.page, sheet.desk.theme, sheet.seen
    ground = theme.colour(theme.cover.ground)
    base = DrawingItem(seen, draw_ground(seen.width, seen.height, ground), ARTIFACT)
    wide = Box(seen.x - page.width, seen.y, sheet.open.width, seen.height)
    both = _cover(info, wide)
    spans = _share(both, wide) >= SPANS
    box = both if spans else _cover(info, seen)
    front: list[Item] = [ImageItem(box, file, ARTIFACT, seen)]
    groups = []
    for group in words.groups:
        panel = _panel(group, sheet)
        tones = _tones_below(panel, box, sheet.brochure.folder, file)
        choice = _choose(tones, sheet)
        if choice is None:
            drawing = draw_ground(panel.width, panel.height, ground)
            front.append(DrawingItem(panel, drawing, ARTIFACT))
            groups.append(group)
        else:
            groups.append(tuple(recolour(passage, choice) for passage in group))
    shifted = ImageItem(replace(box, x=box.x + page.width), file, ARTIFACT, seen)
    return Mounted(tuple(front), (base, shifted) if spans else (base,), Words(tuple(groups)))


def _cover(info: RasterInfo, area: Box) -> Box:
    """The picture as small as fills an area, its middle in the area's."""
    scale = max(area.width / info.width, area.height / info.height)
    width, height = info.width * scale, info.height * scale
    return Box(area.x - (width - area.width) / 2, area.y - (height - area.height) / 2, width, height)


def _share(box: Box, area: Box) -> float:
    return area.width * area.height / (box.width * box.height)


def _panel(group: tuple[CoverPassage, ...], sheet: OpenCovers) -> Box:
    """The ground of a group of words, out to the edges it stands near to."""
    page, seen = sheet.page, sheet.seen
    box = around(one for passage in group for one in passage.boxes)
    pad = PAD * page.grid
    top, foot = box.y - pad, box.y + box.height + pad
    if top < page.top + pad:
        top = seen.y
    if foot > page.height - page.bottom - pad:
        foot = seen.y + seen.height
    return Box(seen.x, top, box.x + box.width + pad - seen.x, foot - top)


def _tones_below(panel: Box, picture: Box, folder: str, file: str) -> tuple[Colour, Colour]:
    """The darkest and the lightest colour of the picture under a panel."""
    crop = (
        max((panel.x - picture.x) / picture.width, 0.0),
        max((panel.y - picture.y) / picture.height, 0.0),
        min((panel.x + panel.width - picture.x) / picture.width, 1.0),
        min((panel.y + panel.height - picture.y) / picture.height, 1.0),
    )
    # Only a photograph on the cover is looked at.
    from layout.images.tones import find_tones

    return find_tones(str(FilePath(folder) / file), crop, Span(file))


def _choose(tones: tuple[Colour, Colour], sheet: OpenCovers) -> Colour | None:
    """Paper or text, whichever can be read on all tones; None where neither can."""
    theme = sheet.desk.theme
    for name in ("paper", "text"):
        colour = theme.colour(name)
        if min(contrast(colour, tone) for tone in tones) >= LEAST_CONTRAST:
            return colour
    return None
