"""Takes figures and QR codes, gives rows that hold the picture and, level or opposite, both captions."""

from __future__ import annotations

from layout.compose.astride.halves import MIDDLE, fit_spread, part_over_fold, spread_span
from layout.compose.desk import DESCENT, Desk, Picture, SetPassage, figure_nodes, nodes_of
from layout.compose.parts.beside import Bay
from layout.compose.parts.codes import boxes_beside, hang_code
from layout.compose.parts.composed import ComposedBlock
from layout.compose.parts.stacks import stack_items
from layout.compose.rows import Fixed, Floats, Row
from layout.images.marks.qr import draw_qr, quiet_zone
from layout.images.pixels import WHOLE, RasterInfo, SheetInfo
from layout.model.blocks.pictures import Figure, Fit, Placement, QrCode
from layout.model.content.looks import PictureLook
from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Span
from layout.model.drawing import Drawing
from layout.model.layout import (
    ARTIFACT,
    ArtworkItem,
    Box,
    DrawingItem,
    ImageItem,
    PlacedPicture,
    StructNode,
    TextItem,
)
from layout.model.records import replace

TALLEST = 0.8
"""Part of the text block's height that a picture may take."""
TALLEST_OVER_SPREAD = 0.5
"""The same for one over a spread that has no height of its own."""


def compose_figure(block: Figure, desk: Desk) -> ComposedBlock:
    """A picture over one column (its captions opposite), over both, or over the whole page's width.

    What comes to the grid by its own height is cropped a little; a drawing, never at its sides. What would
    be too tall then is narrower instead, but for pictures that reach the page's edges.
    """
    page = desk.theme.page
    picture = desk.load(block.file, block.choice)
    shown = _shown_size(picture, block)
    aspect = shown[0] / shown[1]
    leaf = ARTIFACT if block.alternative is None else desk.leaves.take(where=block.where)
    x, width = _span(block.placement, desk)
    width = min(width, block.width or width)
    if block.height is None and block.placement not in (Placement.BLEED, Placement.SPREAD):
        width = min(width, _tallest(block, desk) * aspect)
    height = _height(block, width / aspect, desk)
    tall = height - page.grid * 2 * DESCENT
    if block.height is None and not isinstance(picture, RasterInfo):
        tall = min(tall, width / aspect)
    box = Box(x, _top(desk), width, tall)
    nodes = figure_nodes(block.alternative, leaf, desk)
    if block.placement is Placement.BLEED:
        return _bleed(block, picture, height, leaf, desk, nodes)
    if block.placement is Placement.SPREAD:
        return _over_spread(block, picture, height, leaf, desk, nodes)
    fixed = _place(picture, block, box, leaf, desk)
    if block.placement in (Placement.BOTH, Placement.FLOAT):
        return _with_captions_below(block, fixed, height, desk, nodes)
    return _with_captions_opposite(block, fixed, height, desk, nodes)


def _span(placement: Placement, desk: Desk) -> tuple[float, float]:
    """(x, width) of a picture placed so; full width counts from the bleed's edge."""
    page = desk.theme.page
    if placement is Placement.BLEED:
        return (-page.bleed, page.width + 2 * page.bleed)
    if placement is Placement.SPREAD:
        return spread_span(page)
    if placement in (Placement.BOTH, Placement.FLOAT):
        return desk.measure
    return desk.halves[0 if placement is Placement.LEFT else 1]


def _top(desk: Desk) -> float:
    """Where a picture starts in its row: level with the capitals of a line there."""
    return DESCENT * desk.theme.page.grid


def _height(block: Figure, natural: float, desk: Desk) -> float:
    wanted = block.height if block.height is not None else natural
    return max(desk.whole(min(wanted, _tallest(block, desk))), 2 * desk.theme.page.grid)


def _tallest(block: Figure, desk: Desk) -> float:
    """The height that a picture may take at most."""
    page = desk.theme.page
    over_spread = block.placement is Placement.SPREAD and block.height is None
    return (TALLEST_OVER_SPREAD if over_spread else TALLEST) * page.lines * page.grid


def _place(picture: Picture, block: Figure, box: Box, leaf: int, desk: Desk) -> PlacedPicture:
    """The picture filling `box`, cropped round its focus where its shape differs, or whole within it."""
    width, height = _shown_size(picture, block)
    scales = (box.width / width, box.height / height)
    if block.fit is Fit.CONTAIN:
        scale = min(scales)
        box = _centred(box, width * scale, height * scale)
    scale = max(scales) if block.fit is Fit.COVER else min(scales)
    width, height = width * scale, height * scale
    across, down = block.focus or (MIDDLE, MIDDLE)
    left, top = _cut_away(width, box.width, across), _cut_away(height, box.height, down)
    return _item(picture, block, Box(box.x - left, box.y - top, width, height), leaf, box, desk)


def _shown_size(picture: Picture, block: Figure) -> tuple[float, float]:
    """Width and height of what is shown of a picture, in its own units."""
    left, top, right, foot = block.part or WHOLE
    return (picture.width * (right - left), picture.height * (foot - top))


def _centred(box: Box, width: float, height: float) -> Box:
    return Box(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)


def _item(picture: Picture, block: Figure, shown: Box, leaf: int, seen: Box, desk: Desk) -> PlacedPicture:
    """The picture so large that the part of it that is shown fills `shown`."""
    left, top, right, foot = block.part or WHOLE
    width, height = shown.width / (right - left), shown.height / (foot - top)
    whole = Box(shown.x - left * width, shown.y - top * height, width, height)
    if isinstance(picture, Drawing):
        return DrawingItem(whole, picture, leaf, seen, block.file)
    if isinstance(picture, SheetInfo):
        return ArtworkItem(whole, block.file, leaf, seen, block.choice)
    return ImageItem(whole, block.file, leaf, seen, _look(block, desk))


def _look(block: Figure, desk: Desk) -> PictureLook:
    style = desk.theme.pictures
    wanted = style.duotone if block.duotone is None else block.duotone
    accents = [desk.theme.colour("accent", language) for language in desk.languages]
    dark, light = sorted(accents, key=lambda colour: sum(colour.rgb))
    return PictureLook(sharpening=style.sharpening, duotone=(dark, light) if wanted else None)


def _cut_away(whole: float, seen: float, focus: float) -> float:
    """How much of `whole` is cut before what is `seen`, for its part at `focus` to stand near the middle."""
    return min(max(whole * focus - seen / 2, 0.0), max(whole - seen, 0.0))


def _captions(
    caption: ProsePair | None, credit: ProsePair | None, desk: Desk, side: int | None = None
) -> tuple[list[tuple[SetPassage, ...]], tuple[StructNode, ...]]:
    """For each language its caption and credit as passages; all in column `side` where one is named."""
    stacks: list[tuple[SetPassage, ...]] = []
    nodes: list[StructNode] = []
    for index in (0, 1):
        box = None if side is None else desk.halves[side]
        found = []
        for pair, role in ((caption, "caption"), (credit, "credit")):
            if pair is not None:
                passage = desk.set_side(pair.sides[index], index, role, "Caption", box)
                found += [passage] if passage is not None else []
        stacks.append(tuple(found))
        nodes.extend(nodes_of(*found))
    return stacks, tuple(nodes)


def _with_captions_below(
    block: Figure, picture: PlacedPicture, height: float, desk: Desk, nodes: tuple[StructNode, ...]
) -> ComposedBlock:
    stacks, captions = _captions(block.caption, block.credit, desk)
    items: list[PlacedPicture | TextItem] = [picture]
    below = 0.0
    for stack in stacks:
        lines, used = stack_items(stack, height, desk)
        items.extend(lines)
        below = max(below, used)
    row = Row(
        where=block.where,
        step=height + desk.whole(below),
        count=1,
        pieces=(Fixed(tuple(items)),),
        before=desk.theme.page.grid,
        floats=Floats() if block.placement is Placement.FLOAT else None,
    )
    return ComposedBlock(rows=(row,), nodes=nodes + captions)


def _with_captions_opposite(
    block: Figure, picture: PlacedPicture, height: float, desk: Desk, nodes: tuple[StructNode, ...]
) -> ComposedBlock:
    other = 1 if block.placement is Placement.LEFT else 0
    texts = (block.caption, block.credit)
    stacks, captions = _captions(*texts, desk, other)
    row, top = _captions_opposite(block.where, picture, stacks, height, desk)
    bay = None
    if len(desk.sides) == 2:
        below = _captions_below_it(block, picture, stacks, height, desk)
        bay = Bay(1 - other, top, below)
    return ComposedBlock(rows=(row,), nodes=nodes + captions, bay=bay)


def _captions_below_it(
    block: Figure,
    picture: PlacedPicture,
    stacks: list[tuple[SetPassage, ...]],
    height: float,
    desk: Desk,
) -> Row:
    """The picture with both languages' captions below it in its own column, the same leaves as `stacks`."""
    side = 0 if block.placement is Placement.LEFT else 1
    quiet = desk.on_trial()
    items: list[PlacedPicture | TextItem] = [picture]
    y = height
    for stack, like in zip(_captions(block.caption, block.credit, quiet, side)[0], stacks, strict=True):
        leafed = tuple(replace(own, leaf=other.leaf) for own, other in zip(stack, like, strict=True))
        lines, used = stack_items(leafed, y, desk)
        items.extend(lines)
        y += used
    return Row(where=block.where, step=desk.whole(y), count=1, pieces=(Fixed(tuple(items)),))


def _captions_opposite(
    where: Span,
    picture: PlacedPicture,
    stacks: list[tuple[SetPassage, ...]],
    height: float,
    desk: Desk,
) -> tuple[Row, float]:
    """A picture with both languages' captions opposite, standing on the picture's foot; and their top."""
    grid = desk.theme.page.grid
    there = [stack for stack in stacks if stack]
    used = sum(p.text.leading * len(p.text.lines) for stack in there for p in stack)
    gaps = grid * (len(there) - 1) if there else 0.0
    total = max(height, desk.whole(used + gaps))
    y = top = total - used - gaps
    items: list[PlacedPicture | TextItem] = [picture]
    for stack in there:
        lines, taken = stack_items(stack, y, desk)
        items.extend(lines)
        y += taken + grid
    row = Row(where=where, step=total, count=1, pieces=(Fixed(tuple(items)),), before=grid)
    return row, top if there else total + grid


def _bleed(
    block: Figure, picture: Picture, height: float, leaf: int, desk: Desk, nodes: tuple[StructNode, ...]
) -> ComposedBlock:
    """A picture over the page's whole width and its bleed; captions stand below it in their columns."""
    page = desk.theme.page
    stacks, captions = _captions(block.caption, block.credit, desk)
    box = Box(-page.bleed, _top(desk), page.width + 2 * page.bleed, height - page.grid * 2 * DESCENT)
    item = _place(picture, block, box, leaf, desk)
    lines: list[TextItem] = []
    below = 0.0
    for stack in stacks:
        placed, used = stack_items(stack, height, desk)
        lines.extend(placed)
        below = max(below, used)
    row = Row(
        where=block.where,
        step=height + desk.whole(below),
        count=1,
        pieces=(Fixed((item,), bleeding=True), Fixed(tuple(lines))),
        before=page.grid,
    )
    return ComposedBlock(rows=(row,), nodes=nodes + captions)


def _over_spread(
    block: Figure, picture: Picture, height: float, leaf: int, desk: Desk, nodes: tuple[StructNode, ...]
) -> ComposedBlock:
    """A picture over both pages and their bleed, captions below it on the left one, credits on the right one.

    At the pages' heads it reaches their upper bleed.
    """
    page, top = desk.theme.page, _top(desk)
    x, width = spread_span(page)
    size = _shown_size(picture, block)
    heads = []
    for start in (-page.top - page.bleed, top):
        seen = Box(x, start, width, height - top - start)
        whole = fit_spread(size, seen, block.focus, desk)
        heads.append(part_over_fold([_item(picture, block, whole, leaf, seen, desk)], desk))
    words: list[tuple[TextItem, ...]] = []
    below = 0.0
    found: list[StructNode] = []
    for caption, credit in ((block.caption, None), (None, block.credit)):
        stacks, captions = _captions(caption, credit, desk)
        found.extend(captions)
        placed = [stack_items(stack, height, desk) for stack in stacks]
        words.append(tuple(item for items, _ in placed for item in items))
        below = max(below, *(used for _, used in placed))
    high, low = (
        tuple((Fixed(tuple(half), bleeding=True), Fixed(words[side])) for side, half in enumerate(halves))
        for halves in heads
    )
    row = Row(
        where=block.where,
        step=height + desk.whole(below),
        count=1,
        pieces=(),
        floats=Floats(foot=(low[0], low[1]), head=(high[0], high[1])),
    )
    return ComposedBlock(rows=(row,), nodes=(*nodes, *found))


CODE_GAP = 12.0
"""Least points between a QR code's dark part and the words beside it."""


def compose_qr(block: QrCode, desk: Desk) -> ComposedBlock:
    """A QR code over the gutter; each language's caption at its own side, level with its top."""
    drawing = draw_qr(block.data, block.size, desk.theme.colours["text"], block.where)
    quiet = quiet_zone(drawing)
    code = hang_code(drawing, quiet, _top(desk), desk)
    dark = block.size - 2 * quiet
    items: list[DrawingItem | TextItem] = [code]
    passages = []
    height = dark + _top(desk)
    for side, box in boxes_beside(dark, CODE_GAP, desk).items():
        passage = desk.set_side(block.caption.sides[side], side, "caption", "Caption", box)
        if passage is not None:
            lines, used = stack_items((passage,), 0.0, desk)
            items.extend(lines)
            height = max(height, used)
            passages.append(passage)
    row = Row(
        where=block.where,
        step=desk.whole(height),
        count=1,
        pieces=(Fixed(tuple(items)),),
        before=desk.theme.page.grid,
    )
    return ComposedBlock(
        rows=(row,), nodes=figure_nodes(block.alternative, code.leaf, desk) + nodes_of(*passages)
    )
