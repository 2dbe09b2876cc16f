"""Takes contacts and publicity, gives rows of small ragged text kept whole."""

from __future__ import annotations

from layout.compose.desk import Desk, Picture, figure_nodes, nodes_of
from layout.compose.parts.composed import ComposedBlock
from layout.compose.parts.marks import StatementMark, clear_space, place_marks
from layout.compose.parts.stacks import side_stacks, stack_items, stack_of
from layout.compose.rows import Fixed, Row
from layout.images.emblem import USUAL_HEIGHT, draw_emblem, fit_height
from layout.images.logos import size_logos
from layout.images.pixels import SheetInfo
from layout.images.svg.bounds import is_within
from layout.lang.languages import LANGUAGES
from layout.model.blocks.reference import Contacts, Logo, Publicity
from layout.model.content.pairs import Pair
from layout.model.drawing import Drawing
from layout.model.layout import ArtworkItem, DrawingItem, ImageItem, Item, StructNode
from layout.model.looks import PictureLook
from layout.model.records import replace

WORDS = 4.5
"""Height of an emblem of which nothing is asked, in sizes of the type beside it; capitals are a seventh."""


def compose_contacts(block: Contacts, desk: Desk) -> ComposedBlock:
    """Each contact in both languages level, kept whole."""
    rows: list[Row] = []
    nodes: list[StructNode] = []
    for entry in block.entries:
        pairs = ((entry.name, "contact-name"), *((line, "contact-line") for line in entry.lines))
        stacks = side_stacks(pairs, "P", desk)
        items: list[Item] = []
        height = 0.0
        for stack in stacks:
            lines, used = stack_items(stack, 0.0, desk)
            items.extend(lines)
            height = max(height, used)
            nodes.extend(passage.node for passage in stack)
        fixed = Fixed(tuple(items))
        rows.append(
            Row(
                where=block.where,
                step=desk.whole(height),
                count=1,
                pieces=(fixed,),
                before=desk.theme.page.grid,
            )
        )
    return ComposedBlock(rows=tuple(rows), nodes=tuple(nodes))


def compose_publicity(block: Publicity, desk: Desk) -> ComposedBlock:
    """The EU emblem and logos in rows over both columns, the statement below; at the page's foot."""
    logos = _load_logos(block, desk)
    emblem = None
    if block.emblem is not None:
        usual = max(USUAL_HEIGHT, WORDS * desk.style("statement").size)
        height = block.emblem.height or fit_height(((logo.width, logo.height) for logo in logos), usual)
        emblem = _make_emblem(height, desk)
    (_, left), (right, _) = desk.columns
    centre = (left + right) / 2 if len(desk.sides) == 2 else None
    placed, tallest = place_marks(emblem, logos, desk.measure, centre)
    items: list[Item] = []
    nodes: list[StructNode] = []
    free = clear_space(emblem, logos)
    start = desk.whole(tallest + free)
    for mark, place in placed:
        leaf, source = desk.leaves.take(), mark.source
        box = replace(place, y=place.y + start - tallest - free)
        items.append(
            DrawingItem(box, source, leaf, None if is_within(source) else box, mark.file)
            if isinstance(source, Drawing)
            else ArtworkItem(box, mark.file, leaf, None, mark.choice)
            if mark.choice is not None
            else ImageItem(box, source, leaf, None, PictureLook(sharpening=desk.theme.pictures.sharpening))
        )
        nodes.extend(figure_nodes(mark.alternative, leaf, desk))
    height = 0.0
    statement = desk.set_pair(block.statement, "statement", "P")
    for passage in statement:
        lines, used = stack_items(stack_of(passage), start, desk)
        items.extend(lines)
        height = max(height, used)
    height = start + desk.whole(height)
    fixed = (Fixed(tuple(items)),)
    row = Row(where=block.where, step=height, count=1, pieces=fixed, before=desk.theme.page.grid, foot=True)
    return ComposedBlock(rows=(row,), nodes=(*nodes, *nodes_of(*statement)))


def _make_emblem(height: float, desk: Desk) -> StatementMark:
    words = Pair(*(LANGUAGES[language].page_words.emblem for language in desk.languages))
    drawing = draw_emblem(height)
    return StatementMark(source=drawing, width=drawing.width, height=drawing.height, alternative=words)


def _load_logos(block: Publicity, desk: Desk) -> list[StatementMark]:
    pictures = [desk.load(logo.file, logo.choice) for logo in block.logos]
    wishes = [
        (picture.width / picture.height, logo.height)
        for picture, logo in zip(pictures, block.logos, strict=True)
    ]
    sizes = size_logos(wishes, block.emblem.height if block.emblem else None)
    return [_make_logo(*one) for one in zip(block.logos, pictures, sizes, strict=True)]


def _make_logo(logo: Logo, picture: Picture, size: tuple[float, float]) -> StatementMark:
    return StatementMark(
        source=picture if isinstance(picture, Drawing) else logo.file,
        file=logo.file,
        width=size[0],
        height=size[1],
        alternative=logo.alternative,
        role=logo.role,
        choice=logo.choice if isinstance(picture, SheetInfo) else None,
    )
