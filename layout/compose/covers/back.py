"""Takes a Brochure, gives what stands at the foot of its back cover: logos, and the ISBN with its barcode."""

from __future__ import annotations

from collections.abc import Sequence

from layout.compose.covers.judge import LEAST_CONTRAST
from layout.compose.covers.words import around
from layout.compose.desk import Desk, Picture, figure_nodes, line_width, plain
from layout.compose.drawings.barcode import LEAST, draw_barcode
from layout.compose.drawings.river import draw_ground
from layout.images.marks.logos import Size, size_logos
from layout.images.pixels import SheetInfo
from layout.model.blocks.reference import Logo
from layout.model.colour import WHITE
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Diagnostic, Severity
from layout.model.drawing import Drawing
from layout.model.layout import ARTIFACT, ArtworkItem, Box, DrawingItem, ImageItem, Item, StructNode, TextItem
from layout.model.records import Struct, replace
from layout.model.theme import PICTURE, TYPE
from layout.model.units import NO_BREAK_SPACE, mm
from layout.source.fields.colours import contrast

NOMINAL = mm(130)
"""From this width on, a page's barcode has its nominal size."""
LOGO_GAP = 14.0
PAD = mm(2.5)
"""White round what stands on a ground that is not light."""


class BackWords(Struct, frozen=True):
    """The back cover's items, the boxes they fill, their elements, and what is wrong with them."""

    items: tuple[Item, ...] = ()
    boxes: tuple[Box, ...] = ()
    nodes: tuple[StructNode, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def set_back(brochure: Brochure, desk: Desk) -> BackWords:
    """Logos from the left, the barcode at the right, both at the foot of the text block."""
    page, said = desk.theme.page, brochure.colophon
    foot = page.height - page.bottom
    code = _set_isbn(said.isbn, foot, brochure, desk) if said.isbn else BackWords()
    room = page.block_width - page.hang - sum(box.width + LOGO_GAP for box in code.boxes)
    logos = _set_logos(said.logos, (foot, room), desk)
    boxes = (*logos.boxes, *code.boxes)
    problems: tuple[Diagnostic, ...] = ()
    if boxes and around(boxes).y < page.top:
        problems = (Diagnostic("cover-back-full", brochure.where, {}, Severity.WARNING),)
    return BackWords((*logos.items, *code.items), boxes, (*logos.nodes, *code.nodes), problems)


def _set_isbn(isbn: str, foot: float, brochure: Brochure, desk: Desk) -> BackWords:
    """The number above its bars and the digits below them, on white."""
    page, language = desk.theme.page, desk.languages[0]
    code = draw_barcode(isbn, 1.0 if page.width >= NOMINAL else LEAST)
    caption = desk.style("caption")
    small = desk.restyled({"caption": replace(caption, size=code.size, tracking=0.0, colour="text")})

    def line(words: str) -> tuple[TextItem, float]:
        found = small.typesetter.set(plain(words, brochure.where), "caption", language, page.width).lines[0]
        return TextItem(0.0, 0.0, found, ARTIFACT), line_width(found)

    wide, tall = code.drawing.width, code.drawing.height
    head = code.size * 1.6
    left, top = page.width - page.inner - wide, foot - tall - head
    panel = Box(left, top, wide, tall + head)
    leaf = desk.leaves.take(where=brochure.where)
    number, width = line(f"ISBN{NO_BREAK_SPACE}{isbn}")
    items: list[Item] = [
        DrawingItem(panel, draw_ground(panel.width, panel.height, WHITE), ARTIFACT),
        replace(number, x=left + (wide - width) / 2, y=top + head - code.size * 0.3, leaf=leaf),
        DrawingItem(Box(left, top + head, wide, tall), code.drawing, ARTIFACT),
    ]
    for x, y, digits in code.groups:
        item, width = line(digits)
        items.append(replace(item, x=left + x - width / 2, y=top + head + y))
    return BackWords(tuple(items), (panel,), (StructNode(tag="P", children=(leaf,), language=language),))


def _set_logos(logos: Sequence[Logo], place: tuple[float, float], desk: Desk) -> BackWords:
    """Logos in rows from the foot up, none wider than the room; on white where the ground is not light."""
    (foot, room), page = place, desk.theme.page
    pictures = [desk.load(logo.file, logo.choice) for logo in logos]
    wishes = [
        (picture.width / picture.height, logo.height) for picture, logo in zip(pictures, logos, strict=True)
    ]
    rows: list[list[tuple[Logo, Picture, Size]]] = [[]]
    for logo, picture, size in zip(logos, pictures, size_logos(wishes), strict=True):
        taken = sum(width + LOGO_GAP for _, _, (width, _) in rows[-1])
        if rows[-1] and taken + size[0] > room:
            rows.append([])
        rows[-1].append((logo, picture, size))
    items: list[Item] = []
    boxes: list[Box] = []
    nodes: list[StructNode] = []
    for row in reversed(rows):
        x, tallest = page.outer, max((high for _, _, (_, high) in row), default=0.0)
        for logo, picture, (wide, high) in row:
            scale = min(1.0, room / wide)
            box = Box(x, foot - tallest / 2 - high * scale / 2, wide * scale, high * scale)
            leaf = desk.leaves.take(where=logo.where)
            items.append(_set_logo(logo, picture, box, leaf))
            boxes.append(box)
            nodes.extend(figure_nodes(logo.alternative, leaf, desk))
            x += wide * scale + LOGO_GAP
        foot -= tallest + LOGO_GAP
    if boxes and not _is_light(desk):
        box = around(boxes)
        panel = Box(box.x - PAD, box.y - PAD, box.width + 2 * PAD, box.height + 2 * PAD)
        items.insert(0, DrawingItem(panel, draw_ground(panel.width, panel.height, WHITE), ARTIFACT))
        boxes = [panel]
    return BackWords(tuple(items), tuple(boxes), tuple(nodes))


def _set_logo(logo: Logo, picture: Picture, box: Box, leaf: int) -> Item:
    if isinstance(picture, Drawing):
        return DrawingItem(box, picture, leaf, box, logo.file)
    if isinstance(picture, SheetInfo):
        return ArtworkItem(box, logo.file, leaf, None, logo.choice)
    return ImageItem(box, logo.file, leaf)


def _is_light(desk: Desk) -> bool:
    """Whether logos are seen on the ground as on paper."""
    theme = desk.theme
    painted = theme.mood in (TYPE, PICTURE)
    return (
        not painted and contrast(theme.colour("text"), theme.colour(theme.cover.ground)) > 2 * LEAST_CONTRAST
    )
