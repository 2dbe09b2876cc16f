"""Takes contacts and publicity, gives rows of small ragged text kept whole."""

from __future__ import annotations

from layout.compose.desk import Desk, figure_nodes, nodes_of
from layout.compose.parts.composed import ComposedBlock
from layout.compose.parts.stacks import side_stacks, stack_items, stack_of
from layout.compose.rows import Fixed, Row
from layout.images.emblem import draw_emblem
from layout.images.svg.bounds import is_within
from layout.lang.languages import LANGUAGES
from layout.model.blocks.reference import Contacts, Publicity
from layout.model.content.pairs import Pair
from layout.model.drawing import Drawing
from layout.model.layout import Box, DrawingItem, ImageItem, Item, StructNode

LOGO_GAP = 14.0
EMBLEM_HEIGHT = 36.0
"""The emblem is at least 1 cm high (Regulation (EU) 2021/1060, Annex IX)."""


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
    return ComposedBlock(tuple(rows), tuple(nodes))


def compose_publicity(block: Publicity, desk: Desk) -> ComposedBlock:
    """The EU emblem and logos in a line over both columns, the statement below; at the page's foot."""
    items: list[Item] = []
    nodes: list[StructNode] = []
    height, x = 0.0, desk.measure[0]
    marks: list[tuple[Drawing | str, float, float, Pair[str]]] = []
    if block.emblem:
        words = Pair(*(LANGUAGES[language].page_words.emblem for language in desk.languages))
        marks.append((draw_emblem(EMBLEM_HEIGHT), EMBLEM_HEIGHT * 1.5, EMBLEM_HEIGHT, words))
    for logo in block.logos:
        picture = desk.load(logo.file)
        width = logo.height * picture.width / picture.height
        source = picture if isinstance(picture, Drawing) else logo.file
        marks.append((source, width, logo.height, logo.alternative))
    tallest = max((mark[2] for mark in marks), default=0.0)
    for source, width, tall, words in marks:
        leaf = desk.leaves.take()
        box = Box(x, (tallest - tall) / 2, width, tall)
        items.append(
            DrawingItem(box, source, leaf, None if is_within(source) else box)
            if isinstance(source, Drawing)
            else ImageItem(box, source, leaf)
        )
        nodes.extend(figure_nodes(words, leaf, desk))
        x += width + LOGO_GAP
    start = desk.whole(tallest + LOGO_GAP / 2)
    statement = desk.set_pair(block.statement, "statement", "P")
    for passage in statement:
        lines, used = stack_items(stack_of(passage), start, desk)
        items.extend(lines)
        height = max(height, used)
    height = start + desk.whole(height)
    fixed = (Fixed(tuple(items)),)
    row = Row(where=block.where, step=height, count=1, pieces=fixed, before=desk.theme.page.grid, foot=True)
    return ComposedBlock((row,), (*nodes, *nodes_of(*statement)))
